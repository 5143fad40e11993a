import type { ConsortiumPage, DemoLogins, SessionResponse } from '@zit/contracts';
import { FACTOR_ROLES } from '@zit/domain';
import { DEMO_PASSWORD, samplePeople } from '@zit/sample';
import { caller, refusal, startPortal, type TestPortal } from '../../test/portal';
import { DEMO_SECRET_KEY, readSettings } from '../http/settings';
import { plantDemo } from '../seed/demo-seed';
import { NotADemo, seedDemo } from '../seed/seed-demo';

const administrator = 'administrator@zit.example';
const isFactored = (email: string): boolean =>
  samplePeople.some(
    (person) => person.email === email && person.grants.some(({ role }) => FACTOR_ROLES.includes(role)),
  );

describe('the demo', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal({ settings: { mode: 'demo', secretKey: DEMO_SECRET_KEY } });
    await plantDemo(portal.dataSource);
  });
  afterAll(() => portal.stop());

  it('shows everybody, and a code to whoever needs a second factor', async () => {
    const { items } = (await portal.stranger.get<DemoLogins>('/api/v1/demo-logins')).body;
    expect(items).toHaveLength(samplePeople.length);
    for (const { email, code } of items)
      expect(code).toEqual(isFactored(email) ? expect.stringMatching(/^\d{6}$/) : null);
  });

  it('signs everybody in with one click, second factor included', async () => {
    for (const { email } of samplePeople) {
      const { status, body } = await portal.stranger.post<SessionResponse>('/api/v1/demo-session', { email });
      expect([email, status, body.level]).toEqual([email, 201, 'FULL']);
    }
    expect((await portal.stranger.post('/api/v1/demo-session', { email: 'ktos@zit.example' })).status).toBe(404);
  });

  it('has a person of two hats, who sees other consortia under each', async () => {
    const email = 'dwie-fundacje@zit.example';
    const begun = await portal.stranger.post<SessionResponse>('/api/v1/demo-session', { email });
    const [first, second] = begun.body.grants;
    expect([first?.role, second?.role]).toEqual(['COORDINATOR', 'EDITOR']);
    expect(begun.body.actingFor).toBe(first?.organisationId);
    const under = (answer: { headers: Headers }) =>
      caller(portal.url, '', /zit=([\w-]{43});/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '');
    const titles = async (answer: { headers: Headers }) =>
      (await under(answer).get<ConsortiumPage>('/api/v1/consortia')).body.items.map(({ title }) => title);
    expect(await titles(begun)).toEqual(['Gdyńska Kotwica', 'Sopot Razem']);
    const hat = { organisationId: second?.organisationId, body: null };
    expect(await titles(await under(begun).put('/api/v1/session/acting-for', hat))).toEqual(['Kompas Sopocki']);
  });

  it('signs in the long way too: password, then the code that is shown', async () => {
    const first = await portal.stranger.post<SessionResponse>('/api/v1/session', {
      email: administrator,
      password: DEMO_PASSWORD,
    });
    expect(first.body.level).toBe('PASSWORD');
    const token = /zit=([\w-]{43});/.exec(first.headers.get('set-cookie') ?? '')?.[1] ?? '';
    const { items } = (await portal.stranger.get<DemoLogins>('/api/v1/demo-logins')).body;
    const code = items.find(({ email }) => email === administrator)?.code;
    const second = await caller(portal.url, '', token).post<SessionResponse>('/api/v1/session/totp', { code });
    expect(second.body.level).toBe('FULL');
  });
});

describe('the demo under another key than that of its seed', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal({ settings: { mode: 'demo', secretKey: 'another key, of another day, as long' } });
    await plantDemo(portal.dataSource, DEMO_SECRET_KEY);
  });
  afterAll(() => portal.stop());

  it('shows everybody without a code, and still signs in with one click', async () => {
    const { status, body } = await portal.stranger.get<DemoLogins>('/api/v1/demo-logins');
    expect(status).toBe(200);
    expect(body.items).toHaveLength(samplePeople.length);
    expect(body.items.every(({ code }) => code === null)).toBe(true);
    const click = await portal.stranger.post<SessionResponse>('/api/v1/demo-session', { email: administrator });
    expect([click.status, click.body.level]).toEqual([201, 'FULL']);
  });
});

describe('a real installation', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal({ settings: { mode: 'real' } });
    // Even where somebody put the demo's people into the database.
    await plantDemo(portal.dataSource);
  });
  afterAll(() => portal.stop());

  it('has neither the list of people nor the click, and no mailbox', async () => {
    expect(refusal(await portal.stranger.get('/api/v1/demo-logins'))).toEqual({ status: 404, code: 'NOT_FOUND' });
    const click = await portal.stranger.post('/api/v1/demo-session', { email: administrator });
    expect(refusal(click)).toEqual({ status: 404, code: 'NOT_FOUND' });
    expect(click.headers.getSetCookie()).toEqual([]);
    const someone = await portal.as({ role: 'ADMINISTRATOR' });
    expect((await someone.get('/api/v1/mailbox')).status).toBe(404);
  });

  it('is what a portal is unless it is told otherwise, and refuses the seed', async () => {
    const settings = readSettings({ DATABASE_URL: 'postgres://localhost/portal' });
    expect(settings).toMatchObject({ mode: 'real', secretKey: null });
    await expect(seedDemo(settings, { reset: true })).rejects.toThrow(NotADemo);
  });
});
