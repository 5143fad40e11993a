import type { PasskeyOptions, SessionResponse } from '@zit/contracts';
import { browser } from '../../test/browser';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { SoftwarePasskey, type Fault } from '../../test/software-passkey';

const ORIGIN = 'https://portal.example.test';
const REFUSED = { status: 403, code: 'WRONG_FACTOR' };

describe('passkeys', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal({ settings: { publicOrigin: ORIGIN } });
  });
  beforeEach(() => portal.dataSource.query('delete from sign_in_attempt'));
  afterAll(() => portal.stop());

  const someone = async (role: 'ADMINISTRATOR' | 'AUDITOR' = 'AUDITOR'): Promise<Caller> => {
    const { personId, token } = await portal.as({ role });
    return browser(portal.url, personId, token);
  };
  const stranger = (): Caller => browser(portal.url, '', null);
  const level = (who: Caller, now: string) =>
    portal.dataSource.query('update session set level = $2 where person_id = $1', [who.personId, now]);

  async function add(who: Caller, key = new SoftwarePasskey(ORIGIN), fault: Fault = {}) {
    const { body } = await who.post<PasskeyOptions>('/api/v1/account/passkeys/options');
    const response = key.create(body.options, fault);
    return who.post<SessionResponse>('/api/v1/account/passkeys', {
      challengeId: body.challengeId,
      name: 'Telefon',
      response,
    });
  }
  async function withKey(role?: 'ADMINISTRATOR' | 'AUDITOR'): Promise<{ who: Caller; key: SoftwarePasskey }> {
    const who = await someone(role);
    const key = new SoftwarePasskey(ORIGIN);
    expect((await add(who, key)).status).toBe(201);
    return { who, key };
  }
  const ask = async (by: Caller) => (await by.post<PasskeyOptions>('/api/v1/session/passkey/options')).body;
  async function show(by: Caller, key: SoftwarePasskey, fault: Fault = {}) {
    const { challengeId, options } = await ask(by);
    return by.post<SessionResponse>('/api/v1/session/passkey', { challengeId, response: key.get(options, fault) });
  }
  const stored = async (key: SoftwarePasskey) => {
    const [row] = await portal.dataSource.query<Record<string, unknown>[]>(
      'select * from passkey where credential_id = $1',
      [key.id.toString('base64url')],
    );
    return row;
  };

  it('S-35: one is added with its counter and backup flags, leaves an entry and a notice, and signs in alone', async () => {
    const { who, key } = await withKey();
    expect(await stored(key)).toMatchObject({
      person_id: who.personId,
      counter: '0',
      backup_eligible: true,
      backed_up: true,
      name: 'Telefon',
      transports: ['internal'],
      used_at: null,
    });
    const visitor = stranger();
    const answer = await show(visitor, key);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ person: { id: who.personId }, level: 'FULL', factors: { passkey: true } });
    expect((await visitor.get<SessionResponse>('/api/v1/session')).body.person.id).toBe(who.personId);
    expect(await stored(key)).toMatchObject({ counter: '1' });
    const acts = await portal.dataSource.query<{ act: string }[]>('select act from journal where subject_id = $1', [
      who.personId,
    ]);
    expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['ADD_PASSKEY', 'SIGN_IN']));
    const [mail] = await portal.dataSource.query<{ template: string }[]>(
      'select m.template from mail m join person p on p.email = m.recipient where p.id = $1',
      [who.personId],
    );
    expect(mail?.template).toBe('NOTICE_PASSKEY_ADDED');
  });

  it('asks for a verified person and tells a stranger nobody’s keys', async () => {
    await withKey();
    const { options } = await ask(stranger());
    expect(options).toMatchObject({ rpId: 'portal.example.test', userVerification: 'required' });
    expect(options['allowCredentials']).toBeUndefined();
  });

  it('raises a session that still lacks its second factor, under a new token', async () => {
    const { who, key } = await withKey();
    await level(who, 'PASSWORD');
    const before = who.token;
    expect((await ask(who)).options['allowCredentials']).toEqual([
      { id: key.id.toString('base64url'), transports: ['internal'], type: 'public-key' },
    ]);
    const answer = await show(who, key);
    expect(answer.body).toMatchObject({ level: 'FULL', person: { id: who.personId } });
    expect(who.token).not.toBe(before);
    expect((await who.get('/api/v1/catalogue')).status).toBe(200);
  });

  it('opens the portal for somebody whose role demands a factor', async () => {
    const who = await someone('ADMINISTRATOR');
    await level(who, 'ENROL');
    expect(refusal(await who.get('/api/v1/catalogue'))).toEqual({ status: 403, code: 'ENROL_FACTOR' });
    expect((await add(who)).body.level).toBe('FULL');
    expect((await who.get('/api/v1/catalogue')).status).toBe(200);
  });

  it('S-35: an answer counts once, and not after five minutes', async () => {
    const { key } = await withKey();
    const visitor = stranger();
    const { challengeId, options } = await ask(visitor);
    const response = key.get(options);
    const send = () => stranger().post('/api/v1/session/passkey', { challengeId, response });
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(refusal(await send())).toEqual(REFUSED);
    const late = await ask(visitor);
    await portal.dataSource.query(`update passkey_challenge set made_at = now() - interval '301 seconds'`);
    const answer = await visitor.post('/api/v1/session/passkey', {
      challengeId: late.challengeId,
      response: key.get(late.options),
    });
    expect(refusal(answer)).toEqual(REFUSED);
  });

  it.each<[string, Fault]>([
    ['made for another origin', { origin: 'https://portal.example.test.evil.test' }],
    ['made for another host', { rpId: 'evil.test' }],
    ['without a verified person', { unverified: true }],
    ['signed by another key', { forged: true }],
    ['that says it is somebody else’s', { userHandle: Buffer.from('somebody').toString('base64url') }],
    ['that does not say whose it is', { userHandle: '' }],
  ])('S-35: refuses one %s', async (_, fault) => {
    const { key } = await withKey();
    expect(refusal(await show(stranger(), key, fault))).toEqual(REFUSED);
  });

  it.each<[string, Fault]>([
    ['made for another origin', { origin: 'https://evil.test' }],
    ['made for another host', { rpId: 'evil.test' }],
    ['without a verified person', { unverified: true }],
  ])('S-35: adds none %s', async (_, fault) => {
    const who = await someone();
    const key = new SoftwarePasskey(ORIGIN);
    expect(refusal(await add(who, key, fault))).toEqual(REFUSED);
    expect(await stored(key)).toBeUndefined();
  });

  it('S-35: a copy of the key shows by its counter', async () => {
    const { key } = await withKey();
    await show(stranger(), key);
    await show(stranger(), key);
    expect(refusal(await show(stranger(), key, { counter: 2 }))).toEqual(REFUSED);
    expect(refusal(await show(stranger(), key, { counter: 1 }))).toEqual(REFUSED);
    expect((await show(stranger(), key)).status).toBe(201);
  });

  it('S-35: somebody else’s key is no second factor, and somebody else’s challenge adds none', async () => {
    const mine = await withKey();
    const theirs = await withKey();
    await level(mine.who, 'PASSWORD');
    expect(refusal(await show(mine.who, theirs.key))).toEqual(REFUSED);
    expect((await mine.who.get<SessionResponse>('/api/v1/session')).body.level).toBe('PASSWORD');
    const { body } = await theirs.who.post<PasskeyOptions>('/api/v1/account/passkeys/options');
    const other = await someone();
    const added = await other.post('/api/v1/account/passkeys', {
      challengeId: body.challengeId,
      name: 'Cudzy',
      response: new SoftwarePasskey(ORIGIN).create(body.options),
    });
    expect(refusal(added)).toEqual(REFUSED);
  });

  it('adds one key to one account only', async () => {
    const { key } = await withKey();
    expect(refusal(await add(await someone(), key))).toEqual({ status: 409, code: 'DUPLICATE' });
  });

  it('refuses shapes that are no answer of a browser', async () => {
    const visitor = stranger();
    for (const response of [{}, { id: null }, { id: { $ne: 1 } }, { id: 'x', response: [] }]) {
      const { challengeId } = await ask(visitor);
      expect(refusal(await visitor.post('/api/v1/session/passkey', { challengeId, response }))).toEqual(REFUSED);
    }
    expect(refusal(await visitor.post('/api/v1/session/passkey', { challengeId: 'none', response: {} }))).toEqual(
      REFUSED,
    );
  });

  it('lets nobody in who has left', async () => {
    const { who, key } = await withKey();
    await portal.dataSource.query('update person set left_at = now() where id = $1', [who.personId]);
    expect(refusal(await show(stranger(), key))).toEqual(REFUSED);
  });

  it('needs a fresh proof to add or remove one, and never just the password beside another factor', async () => {
    const { who } = await withKey();
    await portal.dataSource.query(
      `update session set confirmed_at = now() - interval '11 minutes' where person_id = $1`,
      [who.personId],
    );
    const [row] = await portal.dataSource.query<{ id: string }[]>('select id from passkey where person_id = $1', [
      who.personId,
    ]);
    const first = { status: 403, code: 'CONFIRM_FIRST' };
    expect(refusal(await who.post('/api/v1/account/passkeys/options'))).toEqual(first);
    expect(refusal(await who.del(`/api/v1/account/passkeys/${row?.id}`))).toEqual(first);
    await level(who, 'PASSWORD');
    expect(refusal(await who.post('/api/v1/account/passkeys/options'))).toEqual({ status: 403, code: 'SECOND_FACTOR' });
  });

  it('removes one’s own, but not the last one that a role demands, also not two at once', async () => {
    const { who } = await withKey('ADMINISTRATOR');
    await add(who);
    const keys = await portal.dataSource.query<{ id: string }[]>('select id from passkey where person_id = $1', [
      who.personId,
    ]);
    const other = await someone();
    expect((await other.del(`/api/v1/account/passkeys/${keys[0]?.id}`)).status).toBe(404);
    const answers = await Promise.all(keys.map(({ id }) => who.del(`/api/v1/account/passkeys/${id}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(refusal(answers.find(({ status }) => status === 409) ?? answers[0]!).code).toBe('LAST_FACTOR');
  });

  it('whose role demands none may remove the last; the recovery codes go with it', async () => {
    const { who, key } = await withKey('AUDITOR');
    expect((await who.post('/api/v1/account/recovery-codes')).status).toBe(201);
    const row = await stored(key);
    expect((await who.del(`/api/v1/account/passkeys/${String(row?.['id'])}`)).status).toBe(204);
    const left = await portal.dataSource.query('select from recovery_code where person_id = $1', [who.personId]);
    expect(left).toEqual([]);
  });

  it('are not offered at an address that may be made up', async () => {
    const nowhere = await startPortal();
    const answer = await nowhere.stranger.post('/api/v1/session/passkey/options');
    expect(refusal(answer)).toEqual({ status: 403, code: 'FORBIDDEN' });
    await nowhere.stop();
  });
});
