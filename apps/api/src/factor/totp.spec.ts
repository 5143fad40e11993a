import type { Problem, SessionResponse, TotpStarted } from '@zit/contracts';
import { browser } from '../../test/browser';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { createPortal } from '../http/portal';
import { SETTINGS, type Settings } from '../http/settings';
import { totpCode } from './one-time-code';

const STEP = 30_000;
const WRONG = { status: 403, code: 'WRONG_FACTOR' };

describe('one-time codes of an application', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  const someone = async (role: 'ADMINISTRATOR' | 'AUDITOR' = 'AUDITOR'): Promise<Caller> => {
    const { personId, token } = await portal.as({ role });
    return browser(portal.url, personId, token);
  };
  const level = (who: Caller, now: string) =>
    portal.dataSource.query('update session set level = $2 where person_id = $1', [who.personId, now]);
  const start = async (who: Caller) => (await who.post<TotpStarted>('/api/v1/account/totp')).body;
  const confirm = (who: Caller, code: string) => who.put<SessionResponse>('/api/v1/account/totp', { code });
  const show = (who: Caller, code: string) => who.post<SessionResponse & Problem>('/api/v1/session/totp', { code });

  /** Somebody with codes, the present one still free, as if the one that was typed back had been of long ago. */
  async function withCodes(role?: 'ADMINISTRATOR' | 'AUDITOR'): Promise<{ who: Caller; secret: string }> {
    const who = await someone(role);
    const { secret } = await start(who);
    // Not a code of the step before: a step may end between its making and its judging.
    expect((await confirm(who, totpCode(secret, Date.now()))).status).toBe(200);
    await portal.dataSource.query('update totp set last_step = last_step - 10 where person_id = $1', [who.personId]);
    return { who, secret };
  }
  const wrongOf = (secret: string): string => {
    const right = [-2, -1, 0, 1, 2].map((shift) => totpCode(secret, Date.now() + shift * STEP));
    return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !right.includes(code)) ?? '';
  };

  it('count after a code was typed back; the secret is shown once and kept sealed', async () => {
    const who = await someone();
    const { secret, uri } = await start(who);
    expect(uri).toContain(`secret=${secret}`);
    const [row] = await portal.dataSource.query<{ next: string; secret: string | null }[]>(
      'select next_secret as next, secret from totp where person_id = $1',
      [who.personId],
    );
    expect(row?.secret).toBeNull();
    expect(row?.next).not.toContain(secret);
    expect((await who.get<SessionResponse>('/api/v1/session')).body.factors.totp).toBe(false);
    expect((await confirm(who, totpCode(secret, Date.now()))).body.factors.totp).toBe(true);
    const acts = await portal.dataSource.query<{ act: string }[]>('select act from journal where subject_id = $1', [
      who.personId,
    ]);
    expect(acts).toContainEqual({ act: 'ADD_TOTP' });
    const mails = await portal.dataSource.query<{ template: string; body: string }[]>(
      'select m.template, m.body from mail m join person p on p.email = m.recipient where p.id = $1',
      [who.personId],
    );
    expect(mails.map(({ template }) => template)).toEqual(['NOTICE_FACTOR_ADDED']);
    expect(mails[0]?.body).not.toContain(secret);
  });

  it('finish signing in under a new token', async () => {
    const { who, secret } = await withCodes('ADMINISTRATOR');
    await level(who, 'PASSWORD');
    expect(refusal(await who.get('/api/v1/catalogue'))).toEqual({ status: 403, code: 'SECOND_FACTOR' });
    const before = who.token;
    const answer = await show(who, totpCode(secret, Date.now()));
    expect([answer.status, answer.body.level]).toEqual([201, 'FULL']);
    expect(who.token).not.toBe(before);
    expect((await who.get('/api/v1/catalogue')).status).toBe(200);
  });

  it('open the portal for somebody whose role demands a factor', async () => {
    const who = await someone('ADMINISTRATOR');
    await level(who, 'ENROL');
    const { secret } = await start(who);
    expect((await confirm(who, totpCode(secret, Date.now()))).body.level).toBe('FULL');
  });

  it('S-34: a code counts once, also when it comes twenty times at once', async () => {
    const { who, secret } = await withCodes();
    const code = totpCode(secret, Date.now() + STEP);
    await level(who, 'PASSWORD');
    const { personId, token } = who;
    const tries = Array.from({ length: 20 }, () => show(browser(portal.url, personId, token), code));
    const answers = await Promise.all(tries);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(refusal(await show(who, code)).status).not.toBe(201);
  });

  it('S-34: five wrong codes in fifteen minutes are judged, in parallel and over two processes; then even the right one waits', async () => {
    const { who, secret } = await withCodes();
    const second = await anotherProcess(portal);
    const { personId, token } = who;
    const wrong = wrongOf(secret);
    const tries = Array.from({ length: 20 }, (_, n) =>
      show(browser(n % 2 === 0 ? portal.url : second.url, personId, token), wrong),
    );
    const answers = await Promise.all(tries);
    const count = (code: string) => answers.filter(({ body }) => body.code === code).length;
    expect([count('WRONG_FACTOR'), count('TOO_MANY_ATTEMPTS')]).toEqual([5, 15]);
    const right = await show(who, totpCode(secret, Date.now() + STEP));
    expect(refusal(right)).toEqual({ status: 429, code: 'TOO_MANY_ATTEMPTS' });
    expect(right.headers.get('retry-after')).toBe('900');
    await portal.dataSource.query(`update sign_in_attempt set at = at - interval '15 minutes'`);
    expect((await show(who, totpCode(secret, Date.now() + STEP))).status).toBe(201);
    await second.close();
  });

  it('says how many tries are left, and a right code wipes the slate', async () => {
    const { who, secret } = await withCodes();
    expect((await show(who, wrongOf(secret))).body.detail).toContain('pozostały 4\u00a0próby');
    expect((await show(who, wrongOf(secret))).body.detail).toContain('pozostały 3\u00a0próby');
    expect((await show(who, totpCode(secret, Date.now()))).status).toBe(201);
    expect((await show(who, wrongOf(secret))).body.detail).toContain('pozostały 4\u00a0próby');
  });

  it('prove that it is still the same person', async () => {
    const { who, secret } = await withCodes();
    await portal.dataSource.query(
      `update session set confirmed_at = now() - interval '11 minutes' where person_id = $1`,
      [who.personId],
    );
    expect(refusal(await who.del('/api/v1/account/totp'))).toEqual({ status: 403, code: 'CONFIRM_FIRST' });
    expect((await show(who, totpCode(secret, Date.now()))).status).toBe(201);
    expect((await who.del('/api/v1/account/totp')).status).toBe(204);
    expect((await who.del('/api/v1/account/totp')).status).toBe(404);
  });

  it('change to a new secret without a moment between: the old one counts until the new one is proved', async () => {
    const { who, secret } = await withCodes('ADMINISTRATOR');
    const next = await start(who);
    expect((await show(who, totpCode(secret, Date.now()))).status).toBe(201);
    expect((await confirm(who, totpCode(next.secret, Date.now()))).status).toBe(200);
    expect(refusal(await show(who, totpCode(secret, Date.now() + STEP)))).toEqual(WRONG);
    expect((await show(who, totpCode(next.secret, Date.now() + STEP))).status).toBe(201);
  });

  it('cannot be removed while a role demands them and nothing else is there', async () => {
    const { who } = await withCodes('ADMINISTRATOR');
    expect(refusal(await who.del('/api/v1/account/totp'))).toEqual({ status: 409, code: 'LAST_FACTOR' });
    expect((await who.get<SessionResponse>('/api/v1/session')).body.factors.totp).toBe(true);
  });

  it('are not started by who has given the password only', async () => {
    const { who } = await withCodes();
    await level(who, 'PASSWORD');
    expect(refusal(await who.post('/api/v1/account/totp'))).toEqual({ status: 403, code: 'SECOND_FACTOR' });
    expect(refusal(await confirm(who, '123456'))).toEqual({ status: 403, code: 'SECOND_FACTOR' });
  });

  it('are six digits', async () => {
    const { who } = await withCodes();
    for (const code of [null, [], { $ne: 1 }, '12345', '1234567', '12345a', 123456])
      expect(refusal(await who.post('/api/v1/session/totp', { code }))).toEqual({ status: 400, code: 'VALIDATION' });
  });
});

/** A second portal on the same database, as a second process would be. */
async function anotherProcess(portal: TestPortal): Promise<{ url: string; close(): Promise<void> }> {
  const app = await createPortal(portal.app.get<Settings>(SETTINGS));
  await app.listen(0, '127.0.0.1');
  return { url: await app.getUrl(), close: () => app.close() };
}
