import type { AddressInfo } from 'node:net';
import type { AccountResponse, Problem, SessionResponse } from '@zit/contracts';
import { caller, refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { createPortal } from '../http/portal';
import { SETTINGS, type Settings } from '../http/settings';
import { PersonService } from '../session/person.service';
import { sha256 } from '../session/token';
import { WorkerService } from '../worker/worker.service';
import { PasswordResetService } from './password-reset.service';
import { ResetWriter } from './reset-writer';

const OLD = 'zielona łódka na molo';
const NEW = 'trzy parasole i kropla';

describe('one’s own account', () => {
  let portal: TestPortal;
  const admit = (email: string): Promise<string> =>
    portal.app
      .get(PersonService, { strict: false })
      .admit(portal.dataSource.manager, { name: 'Osoba z testu', email, password: OLD });
  const signIn = (email: string, password: string) =>
    portal.stranger.post<SessionResponse & Problem>('/api/v1/session', { email, password });
  const tokenOf = ({ headers }: { headers: Headers }): string =>
    /zit=([\w-]{43});/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
  const signedIn = async (email: string): Promise<Caller> => {
    const answer = await signIn(email, OLD);
    return caller(portal.url, answer.body.person.id, tokenOf(answer));
  };
  const mailsTo = (recipient: string) =>
    portal.dataSource.query<{ template: string; body: string }[]>(
      'select template, body from mail where recipient = $1 order by written_at, id',
      [recipient],
    );
  const linkIn = (mails: { template: string; body: string }[], template: string): string => {
    const body = mails.filter((mail) => mail.template === template).at(-1)?.body ?? '';
    return /#([\w-]{43})/.exec(body)?.[1] ?? '';
  };
  /** Everything that was asked for so far has been written behind its answer. */
  const settled = () => portal.app.get(PasswordResetService, { strict: false }).onModuleDestroy();
  /** Asks for a new password; answers the token of the mail. */
  const reset = async (email: string): Promise<string> => {
    expect((await portal.stranger.post('/api/v1/password-resets', { email })).status).toBe(204);
    await settled();
    return linkIn(await mailsTo(email), 'RESET');
  };

  const waiting = async (): Promise<string[]> => {
    const rows = await portal.dataSource.query<{ email: string }[]>(
      'select email from reset_request order by asked_at, id',
    );
    return rows.map(({ email }) => email);
  };

  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());
  beforeEach(() => portal.dataSource.query('delete from sign_in_attempt'));
  afterEach(() => jest.restoreAllMocks());

  it('shows what it knows, and lets the name be changed', async () => {
    await admit('konto@account.test');
    const someone = await signedIn('konto@account.test');
    const { body } = await someone.get<AccountResponse>('/api/v1/account');
    expect(body).toMatchObject({
      name: 'Osoba z testu',
      email: 'konto@account.test',
      pendingEmail: null,
      hasPassword: true,
      factors: { passkeys: [], totp: false, recoveryCodes: 0 },
      factorRequired: false,
      identities: [],
    });
    const changed = await someone.patch<AccountResponse>('/api/v1/account', { name: '  Inna   Osoba ' });
    expect(changed.body).toMatchObject({ name: 'Inna Osoba', version: body.version + 1 });
    const [entry] = await portal.dataSource.query<{ text: string }[]>(
      `select journal::text as text from journal where act = 'CHANGE_ACCOUNT' and person_id = $1`,
      [someone.personId],
    );
    expect(entry?.text).not.toContain('Inna Osoba');
  });

  it('changes the password with the old one: other sessions end, this one goes on under a new token', async () => {
    await admit('haslo@account.test');
    const here = await signedIn('haslo@account.test');
    const there = await signedIn('haslo@account.test');
    const put = (current: string | null, password: string) =>
      here.put<Problem>('/api/v1/account/password', { current, password });
    expect((await put(null, NEW)).body.errors?.[0]?.pointer).toBe('/current');
    expect((await put('nie to hasło', NEW)).body.errors?.[0]?.pointer).toBe('/current');
    expect((await put(OLD, 'krótkie')).body.errors?.[0]?.pointer).toBe('/password');
    expect((await there.get('/api/v1/session')).status).toBe(200);
    const done = await put(OLD, NEW);
    expect(done.status).toBe(204);
    expect((await there.get('/api/v1/session')).status).toBe(401);
    expect((await here.get('/api/v1/session')).status).toBe(401);
    expect((await caller(portal.url, '', tokenOf(done)).get('/api/v1/session')).status).toBe(200);
    expect((await signIn('haslo@account.test', OLD)).status).toBe(401);
    expect((await signIn('haslo@account.test', NEW)).status).toBe(201);
    expect((await mailsTo('haslo@account.test')).map((mail) => mail.template)).toEqual(['NOTICE_PASSWORD_CHANGED']);
  });

  it('S-27: answers the same to known and unknown addresses, and writes only to the known', async () => {
    await admit('znany@account.test');
    const ask = (email: string) => portal.stranger.post('/api/v1/password-resets', { email });
    const [known, unknown] = [await ask('znany@account.test'), await ask('nieznany@account.test')];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    await settled();
    expect(await mailsTo('znany@account.test')).toHaveLength(1);
    expect(await mailsTo('nieznany@account.test')).toEqual([]);
    const again = async (email: string) => {
      const statuses = [];
      for (let at = 0; at < 5; at++) statuses.push((await ask(email)).status);
      return statuses;
    };
    expect(await again('znany@account.test')).toEqual([204, 204, 204, 204, 429]);
    expect(await again('nieznany@account.test')).toEqual([204, 204, 204, 204, 429]);
  });

  it('S-27: a request writes the same row with the same queries, whether the address is known or not', async () => {
    await admit('rowny@account.test');
    // What the test before asked for is written behind its answers, and would be counted here.
    await settled();
    const later = jest.spyOn(ResetWriter.prototype, 'soon').mockReturnValue(undefined);
    const count = (email: string) =>
      portal.countQueries(() => portal.stranger.post('/api/v1/password-resets', { email }));
    expect(await count('rowny@account.test')).toBe(await count('nierowny@account.test'));
    later.mockRestore();
    expect(await waiting()).toEqual(['rowny@account.test', 'nierowny@account.test']);
    expect(await portal.app.get(ResetWriter, { strict: false }).writeDue()).toBe(2);
    expect(await waiting()).toEqual([]);
    expect((await mailsTo('rowny@account.test')).map((mail) => mail.template)).toEqual(['RESET']);
    expect(await mailsTo('nierowny@account.test')).toEqual([]);
  });

  it('what was asked for outlives the process that answered: the worker writes the mail, once', async () => {
    await admit('przerwany@account.test');
    const ask = () => portal.stranger.post('/api/v1/password-resets', { email: 'przerwany@account.test' });
    // The work behind the answer ends in the middle, as it does when its process is killed: PostgreSQL takes it back.
    await portal.dataSource.query('revoke insert on mail from zit_gate');
    expect((await ask()).status).toBe(204);
    await settled();
    await portal.dataSource.query('grant insert on mail to zit_gate');
    expect(await waiting()).toEqual(['przerwany@account.test']);
    expect(await mailsTo('przerwany@account.test')).toEqual([]);
    const worker = portal.app.get(WorkerService, { strict: false });
    await Promise.all([worker.tick(), worker.tick()]);
    expect(await waiting()).toEqual([]);
    expect(linkIn(await mailsTo('przerwany@account.test'), 'RESET')).toHaveLength(43);
    expect(await mailsTo('przerwany@account.test')).toHaveLength(1);
  });

  it('resets the password: all sessions end, the second factor stays, the database keeps only a hash', async () => {
    const id = await admit('zapominalski@account.test');
    const before = await signedIn('zapominalski@account.test');
    await portal.dataSource.query(`insert into totp (person_id, secret, confirmed_at) values ($1, 'x', now())`, [id]);
    const token = await reset('zapominalski@account.test');
    const [row] = await portal.dataSource.query<{ found: boolean; text: string }[]>(
      `select token_sha256 = $1 as found, person_token::text as text from person_token where person_id = $2`,
      [sha256(token), id],
    );
    expect([row?.found, row?.text.includes(token)]).toEqual([true, false]);
    const put = (password: string) => portal.stranger.put<Problem>('/api/v1/password-resets', { token, password });
    expect((await put('zapominalski1')).body.errors?.[0]?.pointer).toBe('/password');
    expect((await put(NEW)).status).toBe(204);
    expect((await before.get('/api/v1/session')).status).toBe(401);
    expect((await signIn('zapominalski@account.test', NEW)).body.level).toBe('PASSWORD');
  });

  it('S-33: a link is refused alike when it was used, has expired, was replaced, or is for something else', async () => {
    const id = await admit('linki@account.test');
    const put = async (token: string) => {
      const { status, body } = await portal.stranger.put<Problem>('/api/v1/password-resets', { token, password: NEW });
      return { status, body: { ...body, trace: '' } };
    };
    const read = async (token: string) => {
      const { status, body } = await portal.stranger.post<Problem>('/api/v1/password-resets/reading', { token });
      return { status, body: { ...body, trace: '' } };
    };
    const first = await reset('linki@account.test');
    const second = await reset('linki@account.test');
    const replaced = await put(first);
    expect(await read(first)).toEqual(replaced);
    expect((await read(second)).status).toBe(204);
    expect(refusal({ ...replaced, headers: new Headers() })).toEqual({ status: 410, code: 'LINK_SPENT' });
    expect((await put(second)).status).toBe(204);
    for (const ask of [put, read]) expect(await ask(second)).toEqual(replaced);
    const expired = await reset('linki@account.test');
    await portal.dataSource.query(`update person_token set expires_at = now() where person_id = $1`, [id]);
    for (const ask of [put, read]) expect(await ask(expired)).toEqual(replaced);
    for (const ask of [put, read]) expect(await ask('A'.repeat(43))).toEqual(replaced);
    const other = await reset('linki@account.test');
    await portal.dataSource.query(`update person_token set purpose = 'EMAIL' where used_at is null`);
    for (const ask of [put, read]) expect(await ask(other)).toEqual(replaced);
  });

  it('S-33: a link works once, also in a race of twenty over two processes', async () => {
    await admit('wyscig@account.test');
    const token = await reset('wyscig@account.test');
    const twin = await createPortal({ ...portal.app.get<Settings>(SETTINGS), port: 0 });
    await twin.listen(0, '127.0.0.1');
    const twinUrl = `http://127.0.0.1:${(twin.getHttpServer().address() as AddressInfo).port}`;
    const other = caller(twinUrl, '', null);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        (at % 2 ? portal.stranger : other).put('/api/v1/password-resets', { token, password: `${NEW} ${at}` }),
      ),
    );
    await twin.close();
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, ...Array<number>(19).fill(410)]);
  });

  it('S-33: who tries made-up links is stopped, and not before', async () => {
    const read = (token: string) => portal.stranger.post('/api/v1/password-resets/reading', { token });
    await admit('cierpliwy@account.test');
    const token = await reset('cierpliwy@account.test');
    for (let tries = 0; tries < 99; tries++) expect((await read('B'.repeat(43))).status).toBe(410);
    for (const wanted of [204, 204]) expect((await read(token)).status).toBe(wanted);
    expect((await read('B'.repeat(43))).status).toBe(410);
    expect((await read(token)).status).toBe(429);
  });

  it('S-30: limits hold over two processes', async () => {
    const twin = await createPortal({ ...portal.app.get<Settings>(SETTINGS), port: 0 });
    await twin.listen(0, '127.0.0.1');
    const twinUrl = `http://127.0.0.1:${(twin.getHttpServer().address() as AddressInfo).port}`;
    const doors = [portal.stranger, caller(twinUrl, '', null)];
    const tries = await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        doors[at % 2]?.post('/api/v1/session', { email: 'zgadywany@account.test', password: 'zgaduję' }),
      ),
    );
    expect(tries.filter((answer) => answer?.status === 401)).toHaveLength(10);
    expect(tries.filter((answer) => answer?.status === 429)).toHaveLength(14);
    const resets = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        doors[at % 2]?.post('/api/v1/password-resets', { email: 'zgadywany@account.test' }),
      ),
    );
    await twin.close();
    expect(resets.filter((answer) => answer?.status === 204)).toHaveLength(5);
  });

  it('changes the e-mail when the link sent to the new one is opened, and tells the old one', async () => {
    await admit('stary@account.test');
    const someone = await signedIn('stary@account.test');
    expect((await someone.put('/api/v1/account/email', { email: 'Nowy@account.test' })).status).toBe(204);
    const waiting = await someone.get<AccountResponse>('/api/v1/account');
    expect(waiting.body).toMatchObject({ email: 'stary@account.test', pendingEmail: 'nowy@account.test' });
    const token = linkIn(await mailsTo('nowy@account.test'), 'EMAIL_CONFIRMATION');
    const confirm = () => portal.stranger.post('/api/v1/email-confirmations', { token });
    const read = () => portal.stranger.post('/api/v1/email-confirmations/reading', { token });
    for (const wanted of [204, 204]) expect((await read()).status).toBe(wanted);
    const answers = await Promise.all(Array.from({ length: 20 }, confirm));
    expect(refusal(await read())).toEqual({ status: 410, code: 'LINK_SPENT' });
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
    const { body } = await someone.get<AccountResponse>('/api/v1/account');
    expect(body).toMatchObject({ email: 'nowy@account.test', pendingEmail: null });
    expect((await mailsTo('stary@account.test')).map((mail) => mail.template)).toEqual([
      'NOTICE_EMAIL_ASKED',
      'NOTICE_EMAIL_CHANGED',
    ]);
  });

  it('S-27: does not tell that an address is taken; its link leads nowhere', async () => {
    await admit('zajety@account.test');
    await admit('chetny@account.test');
    const someone = await signedIn('chetny@account.test');
    expect((await someone.put('/api/v1/account/email', { email: 'zajety@account.test' })).status).toBe(204);
    const token = linkIn(await mailsTo('zajety@account.test'), 'EMAIL_CONFIRMATION');
    const read = await portal.stranger.post('/api/v1/email-confirmations/reading', { token });
    expect(refusal(read)).toEqual({ status: 410, code: 'LINK_SPENT' });
    const confirmed = await portal.stranger.post('/api/v1/email-confirmations', { token });
    expect(refusal(confirmed)).toEqual({ status: 410, code: 'LINK_SPENT' });
    expect((await someone.get<AccountResponse>('/api/v1/account')).body.email).toBe('chetny@account.test');
  });
});
