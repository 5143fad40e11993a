import type { SessionResponse } from '@zit/contracts';
import { browser } from '../../test/browser';
import { refusal, startPortal, type TestPortal } from '../../test/portal';
import { SETTINGS, type Settings } from '../http/settings';
import { PersonService } from '../session/person.service';
import { sha256 } from '../session/token';
import { newTotpSecret, totpCode } from './one-time-code';
import { plantTotp } from './plant-totp';

const PASSWORD = 'zielona łódka na molo';
const OTHER = 'czerwona łódka pod molem';

describe('signing in by two steps', () => {
  let portal: TestPortal;
  const secret = newTotpSecret();
  const email = 'podpisujaca@example.test';
  let personId = '';
  beforeAll(async () => {
    portal = await startPortal();
    const people = portal.app.get(PersonService, { strict: false });
    personId = await people.admit(portal.dataSource.manager, { name: 'Osoba z testu', email, password: PASSWORD });
    await people.grant(portal.dataSource.manager, personId, {
      role: 'ADMINISTRATOR',
      organisationId: null,
      teryt: null,
    });
    const { secretKey } = portal.app.get<Settings>(SETTINGS);
    await plantTotp(portal.dataSource.manager, secretKey ?? '', personId, secret);
  });
  afterAll(() => portal.stop());

  const signIn = async (password: string) => {
    const who = browser(portal.url, personId, null);
    const answer = await who.post<SessionResponse>('/api/v1/session', { email, password });
    return { who, answer };
  };

  it('S-31: the password leads to the second factor only, and the half session’s token dies with the step up', async () => {
    const { who, answer } = await signIn(PASSWORD);
    expect([answer.body.level, answer.body.factors]).toEqual([
      'PASSWORD',
      { passkey: false, totp: true, recoveryCodes: 0 },
    ]);
    for (const path of ['/api/v1/catalogue', '/api/v1/consortia', '/api/v1/sessions'])
      expect(refusal(await who.get(path))).toEqual({ status: 403, code: 'SECOND_FACTOR' });
    const half = who.token;
    expect(
      (await who.post<SessionResponse>('/api/v1/session/totp', { code: totpCode(secret, Date.now()) })).status,
    ).toBe(201);
    expect((await who.get('/api/v1/catalogue')).status).toBe(200);
    expect((await browser(portal.url, personId, half).get('/api/v1/session')).status).toBe(401);
  });

  it('a new password by mail leaves the factor: the next sign-in asks for it again', async () => {
    const token = 'r'.repeat(43);
    await portal.dataSource.query(
      `insert into person_token (token_sha256, person_id, purpose, expires_at)
       values ($1, $2, 'RESET', now() + interval '30 minutes')`,
      [sha256(token), personId],
    );
    expect((await portal.stranger.put('/api/v1/password-resets', { token, password: OTHER })).status).toBe(204);
    expect((await signIn(OTHER)).answer.body.level).toBe('PASSWORD');
  });
});
