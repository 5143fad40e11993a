import { Writable } from 'node:stream';
import type {
  ErasureItem,
  ErasureList,
  InvitationItem,
  OwnErasure,
  PersonalDataExport,
  Problem,
  SessionResponse,
  ViewList,
} from '@zit/contracts';
import { accountClause } from '@zit/words.pl/clauses';
import { findText } from '../../test/find-text';
import { mailsTo } from '../../test/mails';
import { caller, refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { newLog } from '../http/log';
import { SETTINGS, type Settings } from '../http/settings';
import { sealJournal } from '../journal/seal-journal';
import { verifyDatabase } from '../journal/verify-database';
import { Door } from '../database/door';
import { PasswordResetService } from '../account/password-reset.service';
import { sha256 } from '../session/token';
import { chores } from '../worker/chores';

const NAME = 'Kanaria Kanarkowska';
const LATER_NAME = 'Kanaria Szczygiełek';
const EMAIL = 'kanarkowska@canary.test';
const LATER_EMAIL = 'szczygielek@canary.test';
const PENDING_EMAIL = 'dzwoniec@canary.test';
const CANARIES = [NAME, LATER_NAME, EMAIL, LATER_EMAIL, PENDING_EMAIL, 'Klucz Kanarka', 'powód o kanarku'];
const PASSWORD = 'zielona łódka na molo';
const GROUND = 'art. 17 ust. 1 lit. a RODO';

describe('a person’s data, from the invitation to being forgotten', () => {
  const log: string[] = [];
  let portal: TestPortal;
  let administrator: Caller;
  let compass: string;
  let canary: Caller;
  let erasureId: string;
  const urls: string[] = [];

  beforeAll(async () => {
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        log.push(chunk.toString());
        done();
      },
    });
    portal = await startPortal({ log: newLog('trace', sink) });
    portal.app.getHttpServer().on('request', ({ url = '' }) => urls.push(url));
    administrator = await portal.as({ role: 'ADMINISTRATOR', name: 'Administrator z testu' });
    const [row] = await portal.dataSource.query<{ id: string }[]>(
      `insert into organisation (name, name_key, sector, teryt) values ('Fundacja z testu', 'fundacja z testu', 'NGO', '2264011')
       returning id`,
    );
    compass = row?.id ?? '';
  });
  afterAll(() => portal.stop());

  const tokenOf = ({ headers }: { headers: Headers }): string =>
    /zit=([\w-]{43});/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
  const goOn = (answer: { headers: Headers; body: { person: { id: string } } }): Caller =>
    caller(portal.url, answer.body.person.id, tokenOf(answer));
  const tokenIn = async (recipient: string): Promise<string> => (await mailsTo(portal, recipient)).at(-1)?.token ?? '';
  const ask = (by: Caller, reason: string | null = null) => by.post<Problem>('/api/v1/account/erasure', { reason });
  const decide = (by: Caller, id: string, decision: 'ERASE' | 'REFUSE') =>
    by.put<ErasureItem & Problem>(`/api/v1/erasures/${id}`, { decision, ground: GROUND });
  const chore = async (name: string) =>
    portal.app
      .get(Door)
      .worker(
        (manager) =>
          chores.find((one) => one.name === name)?.run(manager, portal.app.get<Settings>(SETTINGS)) ?? Promise.reject(),
      );
  const entries = async (act: string): Promise<unknown[]> =>
    portal.dataSource.query('select details from journal where act = $1', [act]);

  it('is invited, acknowledges the clause, changes name, e-mail and password', async () => {
    const invited = { email: EMAIL, role: 'OWNER', organisationId: compass, teryt: null };
    const proposed = await administrator.post<InvitationItem>('/api/v1/invitations', invited);
    const approver = await portal.as({ role: 'ADMINISTRATOR', name: 'Administrator, który zatwierdza' });
    expect((await approver.put(`/api/v1/invitations/${proposed.body.id}/approval`, undefined)).status).toBe(200);
    const accepted = await portal.stranger.post<SessionResponse>('/api/v1/invitations/acceptance', {
      token: await tokenIn(EMAIL),
      name: NAME,
      password: PASSWORD,
      clause: accountClause.version,
    });
    expect(accepted.status).toBe(201);
    canary = goOn(accepted);
    expect((await canary.patch('/api/v1/account', { name: LATER_NAME })).status).toBe(200);
    for (const email of [LATER_EMAIL, PENDING_EMAIL]) {
      expect((await canary.put('/api/v1/account/email', { email })).status).toBe(204);
      if (email === LATER_EMAIL)
        await portal.stranger.post('/api/v1/email-confirmations', { token: await tokenIn(email) });
    }
    expect((await portal.stranger.post('/api/v1/password-resets', { email: LATER_EMAIL })).status).toBe(204);
    await portal.app.get(PasswordResetService, { strict: false }).onModuleDestroy();
    await portal.dataSource.query(
      `insert into passkey (person_id, credential_id, public_key, counter, backup_eligible, backed_up, name)
       values ($1, 'k', '\\x01', 0, false, false, 'Klucz Kanarka')`,
      [canary.personId],
    );
    await canary.post('/api/v1/invitations', {
      email: 'gosc@example.test',
      role: 'EDITOR',
      organisationId: compass,
      teryt: null,
    });
    await portal.stranger.post('/api/v1/session', { email: LATER_EMAIL, password: 'nie to hasło' });
    await portal.dataSource.transaction((manager) => sealJournal(manager));
    const there = await findText(portal.dataSource, CANARIES);
    for (const column of ['person.name', 'person.email', 'mail.recipient', 'mail.body', 'invitation.email'])
      expect(there).toContain(column);
    expect(there).toEqual(expect.arrayContaining(['journal_personal.value', 'person_token.email', 'passkey.name']));
    expect(there.filter((column) => column.startsWith('journal.'))).toEqual([]);
  });

  it('S-42: reads why an administrator looked through their eyes, which the journal itself does not say', async () => {
    const another = await portal.as({ role: 'ADMINISTRATOR', name: 'Drugi administrator' });
    const begun = await another.post<SessionResponse>('/api/v1/session/view-as', {
      personId: canary.personId,
      reason: 'powód o kanarku',
    });
    expect(begun.status).toBe(201);
    const viewer = goOn(begun);
    for (const path of ['/api/v1/account/personal-data', '/api/v1/account/personal-data.html'])
      expect(refusal(await viewer.get(path))).toEqual({ status: 403, code: 'VIEW_ONLY' });
    const { items } = (await canary.get<ViewList>('/api/v1/account/views')).body;
    expect(items).toMatchObject([{ viewer: 'Drugi administrator', reason: 'powód o kanarku' }]);
    expect((await findText(portal.dataSource, ['powód o kanarku'])).sort()).toEqual([
      'journal_personal.value',
      'session.view_reason',
    ]);
  });

  it('exports all that is theirs, nothing of others, and of secrets only that they are there', async () => {
    await portal.dataSource.query(
      `insert into invitation (email, role, state, invited_by, expires_at) values ($1, 'AUDITOR', 'SENT', $2, now())`,
      [PENDING_EMAIL, administrator.personId],
    );
    const { body } = await canary.get<PersonalDataExport>('/api/v1/account/personal-data');
    const rows = (table: string) => body.sections.find((section) => section.table === table)?.rows ?? [];
    expect(rows('person')).toMatchObject([{ name: LATER_NAME, email: LATER_EMAIL, password_hash: true }]);
    expect(rows('acknowledgement')).toMatchObject([{ clause: 'account', version: accountClause.version }]);
    expect(rows('passkey')).toMatchObject([{ name: 'Klucz Kanarka', public_key: true }]);
    expect(rows('journal_personal').map(({ value }) => value)).toEqual(
      expect.arrayContaining([NAME, EMAIL, LATER_EMAIL, 'powód o kanarku']),
    );
    expect(rows('invitation')).toEqual([
      expect.objectContaining({ email: EMAIL, role: 'OWNER', state: 'ACCEPTED' }),
      {
        role: 'EDITOR',
        organisation_id: compass,
        state: 'SENT',
        invited_at: expect.any(String),
        invited_by: canary.personId,
        approved_by: null,
      },
    ]);
    expect(rows('mail').map(({ recipient }) => recipient)).toEqual(expect.arrayContaining([EMAIL, LATER_EMAIL]));
    expect(rows('journal').length).toBeGreaterThan(4);
    const text = JSON.stringify(body);
    // An address that nobody confirmed may be a stranger's: what is kept about that one is not handed out.
    expect(text).not.toMatch(/argon2|gosc@example|AUDITOR|zaproszenie#|administrator z testu/i);
    for (const { title, ground } of body.sections)
      expect([title, ground]).toEqual([expect.any(String), expect.stringMatching(/^Podstawa/)]);
    expect(await entries('EXPORT_DATA')).toEqual([{ details: {} }]);
  });

  it('reads it as a page with a heading for each part, in which nothing can run', async () => {
    await canary.patch('/api/v1/account', { name: `${NAME} <b>&` });
    const { body, headers } = await canary.get<string>('/api/v1/account/personal-data.html');
    await canary.patch('/api/v1/account', { name: LATER_NAME });
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toContain('no-store');
    expect(body).toContain('<h1>Dane, które portal przechowuje o Tobie</h1>');
    expect(body).toContain('<h2>Klucze dostępu</h2>');
    expect(body).toContain(`${NAME} &lt;b&gt;&amp;`);
    expect(body).toContain('<dt>hasło (skrót)</dt><dd>zapisane, nie pokazujemy</dd>');
    expect(body).not.toContain('argon2');
  });

  it('asks with a fresh proof of who they are; asking twice is asking once', async () => {
    await portal.as({ role: 'OWNER', organisationId: compass });
    await portal.dataSource.query(
      `update session set confirmed_at = now() - interval '11 minutes' where person_id = $1`,
      [canary.personId],
    );
    expect(refusal(await ask(canary)).code).toBe('CONFIRM_FIRST');
    await portal.dataSource.query('update session set confirmed_at = now() where person_id = $1', [canary.personId]);
    expect((await ask(canary, `Kończę pracę. ${NAME}`)).status).toBe(204);
    expect((await ask(canary, 'drugi raz')).status).toBe(204);
    expect((await canary.get<OwnErasure>('/api/v1/account/erasure')).body).toMatchObject({
      asked: { state: 'ASKED', ground: null },
      may: { ask: false, reason: null },
    });
    expect(await entries('ASK_ERASURE')).toHaveLength(1);
  });

  it('is shown to the programme with what goes and what stays, and why', async () => {
    const { items } = (await administrator.get<ErasureList>('/api/v1/erasures')).body;
    expect(items).toHaveLength(1);
    const [item] = items;
    erasureId = item?.id ?? '';
    expect(item).toMatchObject({ personName: LATER_NAME, state: 'ASKED', may: { decide: true, reason: null } });
    const of = (table: string) => item?.plan.filter((row) => row.table === table).map(({ stays }) => stays);
    expect(of('person')).toEqual([false]);
    expect(of('session')).toEqual([false, false]);
    expect(of('journal')).toEqual([true, true]);
    expect(of('acknowledgement')).toEqual([true]);
    for (const { stays, ground } of item?.plan ?? []) if (stays) expect(ground).toMatch(/art\. 17 ust\. 3 lit\. b/);
  });

  it('is decided by an administrator who has just proved who they are, never by the person, and once', async () => {
    const auditor = await portal.as({ role: 'AUDITOR' });
    expect((await auditor.get('/api/v1/erasures')).status).toBe(200);
    expect((await decide(auditor, erasureId, 'ERASE')).status).toBe(403);
    const second = await portal.as({ role: 'ADMINISTRATOR' });
    expect((await ask(second)).status).toBe(204);
    const own = (await second.get<ErasureList>('/api/v1/erasures')).body.items.find(
      ({ personId }) => personId === second.personId,
    );
    expect(own?.may).toMatchObject({ decide: false, reason: expect.stringContaining('inny administrator') });
    expect((await decide(second, own?.id ?? '', 'ERASE')).status).toBe(403);
    expect((await decide(administrator, own?.id ?? '', 'REFUSE')).body).toMatchObject({
      state: 'REFUSED',
      ground: GROUND,
    });
    await portal.dataSource.query(
      `update session set confirmed_at = now() - interval '11 minutes' where person_id = $1`,
      [administrator.personId],
    );
    expect(refusal(await decide(administrator, erasureId, 'ERASE')).code).toBe('CONFIRM_FIRST');
    await portal.dataSource.query('update session set confirmed_at = now() where person_id = $1', [
      administrator.personId,
    ]);
    const [once, again] = await Promise.all([1, 2].map(() => decide(administrator, erasureId, 'ERASE')));
    expect([once?.status, again?.status].sort()).toEqual([200, 403]);
    const done = once?.status === 200 ? once : again;
    expect(done?.body).toMatchObject({ state: 'ERASED', personName: null, reason: null, plan: [], ground: GROUND });
  });

  it('is gone afterwards: nothing in any table, no way in, no role, and the attempts as well', async () => {
    expect((await findText(portal.dataSource, CANARIES)).sort()).toEqual(['invitation.email', 'mail.recipient']);
    // The answer has to find them; it goes as soon as it was sent.
    const mails = await mailsTo(portal, LATER_EMAIL);
    expect(mails).toMatchObject([{ template: 'NOTICE_ERASED', body: expect.stringContaining(GROUND) }]);
    await chore('empty-sent-mails');
    expect(await mailsTo(portal, LATER_EMAIL)).toHaveLength(1);
    await portal.dataSource.query('update mail set sent_at = now() where recipient = $1', [LATER_EMAIL]);
    await chore('empty-sent-mails');
    // The stranger whose address somebody only typed is untouched.
    await portal.dataSource.query('delete from invitation where email = $1', [PENDING_EMAIL]);
    expect(await findText(portal.dataSource, CANARIES)).toEqual([]);
    expect((await canary.get('/api/v1/session')).status).toBe(401);
    for (const table of ['session', 'passkey', 'role_grant', 'person_token', 'known_device', 'journal_personal'])
      expect(await portal.dataSource.query(`select from ${table} where person_id = $1`, [canary.personId])).toEqual([]);
    expect(await portal.dataSource.query('select from session where viewed_person_id = $1', [canary.personId])).toEqual(
      [],
    );
    const keys = [`account:${LATER_EMAIL}`, `email:${canary.personId}`].map(sha256);
    expect(await portal.dataSource.query('select from sign_in_attempt where key_sha256 = any ($1)', [keys])).toEqual(
      [],
    );
    const [row] = await portal.dataSource.query<{ left: boolean; erased: boolean }[]>(
      `select left_at is not null as left, erased_at is not null as erased from person where id = $1 and email is null`,
      [canary.personId],
    );
    expect(row).toEqual({ left: true, erased: true });
  });

  it('leaves the journal whole: the chain verifies, entries stay under a number without a name', async () => {
    await portal.dataSource.transaction((manager) => sealJournal(manager));
    const verdict = await portal.app.get(Door).worker((manager) => verifyDatabase(manager, null));
    expect(verdict.fault).toBeNull();
    const [{ n } = { n: 0 }] = await portal.dataSource.query<{ n: number }[]>(
      'select count(*)::int as n from journal where person_id = $1',
      [canary.personId],
    );
    expect(n).toBeGreaterThan(4);
    expect(await entries('ERASE_PERSON')).toEqual([{ details: { personId: canary.personId } }]);
    const { body } = await administrator.get(`/api/v1/journal?personId=${canary.personId}`);
    expect(JSON.stringify(body)).toContain('osoba, której dane usunięto');
  });

  it('S-40: stood in no line of the log and in no address, from the first to the last', () => {
    expect(log.length).toBeGreaterThan(20);
    expect(urls.length).toBeGreaterThan(20);
    const said = [...log, ...urls.map(decodeURIComponent)].join('\n').toLowerCase();
    for (const text of [...CANARIES, PASSWORD, 'gosc@example.test']) expect(said).not.toContain(text.toLowerCase());
  });
});
