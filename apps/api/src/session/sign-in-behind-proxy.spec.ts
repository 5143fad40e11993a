import { caller, startPortal, type TestPortal } from '../../test/portal';
import type { Settings } from '../http/settings';
import { PersonService } from './person.service';

const person = { name: 'Osoba z testu', email: 'ktos@example.test', password: 'zielona łódka na molo' };

async function portalWith(settings: Partial<Settings>): Promise<TestPortal> {
  const portal = await startPortal({ settings });
  await portal.app.get(PersonService, { strict: false }).admit(portal.dataSource.manager, person);
  return portal;
}

/** Tries a wrong password from what claims to be another address each time; answers the statuses. */
async function guess(portal: TestPortal, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time++) {
    const answer = await fetch(`${portal.url}/api/v1/session`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Sec-Fetch-Site': 'same-origin',
        'X-Forwarded-For': `198.51.100.${time}`,
      },
      body: JSON.stringify({ email: person.email, password: 'zgaduję' }),
    });
    statuses.push(answer.status);
  }
  return statuses;
}

describe('signing in behind a proxy', () => {
  let portal: TestPortal;
  afterEach(() => portal.stop());

  it('S-16: a made-up address does not escape the limit', async () => {
    portal = await portalWith({});
    expect((await guess(portal, 11)).at(-1)).toBe(429);
  });

  it('S-16: a proxy that is named is believed: its visitors are told apart', async () => {
    portal = await portalWith({ trustProxy: ['127.0.0.1'] });
    expect((await guess(portal, 11)).at(-1)).toBe(401);
  });

  it('S-31: behind TLS the cookie is bound to the host and never sent in the clear', async () => {
    portal = await portalWith({ secureCookie: true });
    const { email, password } = person;
    const answer = await portal.stranger.post('/api/v1/session', { email, password });
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-zit=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/i,
    );
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    const token = /__Host-zit=([\w-]{43})/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
    expect((await caller(portal.url, '', token).get('/api/v1/session')).status).toBe(401);
    const secure = await portal.stranger.get('/api/v1/session', { Cookie: `__Host-zit=${token}` });
    expect(secure.status).toBe(200);
  });

  it('S-13: the public origin, when set, is the only one that may write', async () => {
    portal = await portalWith({ publicOrigin: 'https://portal.example.pl' });
    const from = async (Origin: string) =>
      (
        await fetch(`${portal.url}/api/v1/session`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Origin },
          body: JSON.stringify({ email: person.email, password: 'zgaduję' }),
        })
      ).status;
    expect(await from('https://portal.example.pl')).toBe(401);
    expect(await from(portal.url)).toBe(403);
  });
});
