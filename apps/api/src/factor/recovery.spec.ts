import type { RecoveryCodes, SessionResponse, TotpStarted } from '@zit/contracts';
import { browser } from '../../test/browser';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { totpCode } from './one-time-code';
import { newRecoveryCode, recoveryCodeHash } from './recovery-code';

describe('a recovery code', () => {
  it('is the same however it is typed', () => {
    const code = '7O3K-0M2Q-X9TD-4W8I';
    const hash = recoveryCodeHash('person', code);
    for (const typed of ['703k0m2qx9td4w81', ' 7o3k 0m2q x9td 4w8l ', '7O3K–0M2Q–X9TD–4W8I'])
      expect(recoveryCodeHash('person', typed)).toEqual(hash);
    expect(recoveryCodeHash('another', code)).not.toEqual(hash);
  });

  it('has four groups of four', () => {
    expect(newRecoveryCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
  });
});

describe('recovery codes', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  async function withFactor(): Promise<Caller> {
    const { personId, token } = await portal.as({ role: 'ADMINISTRATOR' });
    const who = browser(portal.url, personId, token);
    const { body } = await who.post<TotpStarted>('/api/v1/account/totp');
    await who.put('/api/v1/account/totp', { code: totpCode(body.secret, Date.now()) });
    return who;
  }
  const make = async (who: Caller) => (await who.post<RecoveryCodes>('/api/v1/account/recovery-codes')).body.codes;
  const onPassword = (who: Caller) =>
    portal.dataSource.query(`update session set level = 'PASSWORD' where person_id = $1`, [who.personId]);
  const use = (who: Caller, code: string) => who.post<SessionResponse>('/api/v1/session/recovery-code', { code });

  it('are ten, shown once, kept as hashes; new ones void the old ones', async () => {
    const who = await withFactor();
    const old = await make(who);
    const codes = await make(who);
    expect(new Set([...old, ...codes]).size).toBe(20);
    const rows = await portal.dataSource.query<{ hash: Buffer }[]>(
      'select code_sha256 as hash from recovery_code where person_id = $1',
      [who.personId],
    );
    expect(rows.map(({ hash }) => hash.toString('hex')).sort()).toEqual(
      codes.map((code) => recoveryCodeHash(who.personId, code).toString('hex')).sort(),
    );
    await onPassword(who);
    expect(refusal(await use(who, old[0] ?? ''))).toEqual({ status: 403, code: 'WRONG_FACTOR' });
  });

  it('S-33: one signs in once, also in a race; it leaves an entry and a notice', async () => {
    const who = await withFactor();
    const [code = ''] = await make(who);
    await onPassword(who);
    const { personId, token } = who;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => use(browser(portal.url, personId, token), code.toLowerCase())),
    );
    const won = answers.filter(({ status }) => status === 201);
    expect(won.map(({ body }) => [body.level, body.factors.recoveryCodes])).toEqual([['FULL', 9]]);
    const acts = await portal.dataSource.query<{ details: unknown }[]>(
      `select details from journal where subject_id = $1 and act = 'USE_RECOVERY_CODE'`,
      [personId],
    );
    expect(acts).toEqual([{ details: { left: 9 } }]);
    const mails = await portal.dataSource.query<{ body: string }[]>(
      `select m.body from mail m join person p on p.email = m.recipient
       where p.id = $1 and m.template = 'NOTICE_RECOVERY_CODE_USED'`,
      [personId],
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).not.toContain(code);
  });

  it('S-34: share the five wrong tries with the one-time codes', async () => {
    const who = await withFactor();
    const [code = ''] = await make(who);
    await onPassword(who);
    for (let time = 0; time < 3; time++) await use(who, 'AAAA-AAAA-AAAA-AAAA');
    for (let time = 0; time < 2; time++) await who.post('/api/v1/session/totp', { code: '000000' });
    expect(refusal(await use(who, code))).toEqual({ status: 429, code: 'TOO_MANY_ATTEMPTS' });
  });

  it('are no proof later on, and none without a factor', async () => {
    const who = await withFactor();
    const [code = ''] = await make(who);
    expect(refusal(await use(who, code))).toEqual({ status: 403, code: 'FORBIDDEN' });
    const { personId, token } = await portal.as({ role: 'AUDITOR' });
    const without = browser(portal.url, personId, token);
    expect(refusal(await without.post('/api/v1/account/recovery-codes'))).toEqual({ status: 403, code: 'FORBIDDEN' });
  });
});
