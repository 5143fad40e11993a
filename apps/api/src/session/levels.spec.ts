import type { OwnSessionList, Problem, SessionResponse } from '@zit/contracts';
import { caller, refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { PersonService } from './person.service';
import { SessionService } from './session.service';

const PASSWORD = 'zielona łódka na molo';

/** Value of a cookie that an answer sets. */
const cookieOf = ({ headers }: { headers: Headers }, name = 'zit'): string =>
  headers
    .getSetCookie()
    .find((one) => one.startsWith(`${name}=`))
    ?.split(';', 1)[0]
    ?.slice(name.length + 1) ?? '';

describe('how far signing in leads', () => {
  let portal: TestPortal;
  let people: PersonService;
  const admit = async (email: string, role: 'ADMINISTRATOR' | 'AUDITOR'): Promise<string> => {
    const id = await people.admit(portal.dataSource.manager, { name: 'Osoba z testu', email, password: PASSWORD });
    await people.grant(portal.dataSource.manager, id, { role, organisationId: null, teryt: null });
    return id;
  };
  const addFactor = (personId: string) =>
    portal.dataSource.query(`insert into totp (person_id, secret, confirmed_at) values ($1, 'x', now())`, [personId]);
  const signIn = async (email: string): Promise<Caller & { answer: SessionResponse }> => {
    const answer = await portal.stranger.post<SessionResponse>('/api/v1/session', { email, password: PASSWORD });
    expect(answer.status).toBe(201);
    return { ...caller(portal.url, answer.body.person.id, cookieOf(answer)), answer: answer.body };
  };

  beforeAll(async () => {
    portal = await startPortal();
    people = portal.app.get(PersonService, { strict: false });
  });
  afterAll(() => portal.stop());

  it('a role without need of a second factor: all the way, with the body as hat', async () => {
    await admit('audytor@levels.test', 'AUDITOR');
    const { answer } = await signIn('audytor@levels.test');
    expect(answer).toMatchObject({ level: 'FULL', actingFor: null, actingBody: 'PROGRAMME' });
  });

  it('a role that demands one: to its enrolment, and nowhere else', async () => {
    await admit('nowy@levels.test', 'ADMINISTRATOR');
    const someone = await signIn('nowy@levels.test');
    expect(someone.answer.level).toBe('ENROL');
    expect(refusal(await someone.get('/api/v1/organisations'))).toEqual({ status: 403, code: 'ENROL_FACTOR' });
    expect((await someone.get('/api/v1/account')).status).toBe(200);
  });

  it('a person with a factor: to the second step, and nowhere else, whatever the role', async () => {
    await addFactor(await admit('ostrozny@levels.test', 'AUDITOR'));
    const someone = await signIn('ostrozny@levels.test');
    expect(someone.answer).toMatchObject({
      level: 'PASSWORD',
      factors: { passkey: false, totp: true, recoveryCodes: 0 },
    });
    expect(refusal(await someone.get('/api/v1/organisations'))).toEqual({ status: 403, code: 'SECOND_FACTOR' });
  });

  it('whoever waits at the enrolment while the factor is added elsewhere has to show it', async () => {
    const id = await admit('dwie-karty@levels.test', 'ADMINISTRATOR');
    const waiting = await signIn('dwie-karty@levels.test');
    await addFactor(id);
    expect((await waiting.get<SessionResponse>('/api/v1/session')).body.level).toBe('PASSWORD');
  });

  it('a role that demands a factor, granted meanwhile, sends open sessions to the enrolment', async () => {
    const id = await admit('awans@levels.test', 'AUDITOR');
    const someone = await signIn('awans@levels.test');
    await portal.app.get(SessionService).demandFactor(portal.dataSource.manager, id);
    expect(refusal(await someone.get('/api/v1/organisations'))).toEqual({ status: 403, code: 'ENROL_FACTOR' });
  });

  it('S-31: a role that is taken away counts no more with the next request', async () => {
    const someone = await portal.as({ role: 'ADMINISTRATOR' });
    const plan = () => someone.post('/api/v1/local-centres', {});
    expect((await plan()).status).toBe(400);
    await portal.dataSource.query('delete from role_grant where person_id = $1', [someone.personId]);
    expect((await plan()).status).toBe(403);
    expect((await someone.get<SessionResponse>('/api/v1/session')).body.grants).toEqual([]);
  });

  it('S-31: a planted cookie is never taken over: signing in always makes a new one', async () => {
    const planted = 'A'.repeat(43);
    const browser = caller(portal.url, '', planted);
    const answer = await browser.post<SessionResponse>('/api/v1/session', {
      email: 'audytor@levels.test',
      password: PASSWORD,
    });
    expect(cookieOf(answer)).toMatch(/^[\w-]{43}$/);
    expect(cookieOf(answer)).not.toBe(planted);
    expect((await browser.get('/api/v1/session')).status).toBe(401);
  });

  it('S-31: own sessions are listed without exact addresses, and ended one by one or all others', async () => {
    const one = await signIn('audytor@levels.test');
    const two = await signIn('audytor@levels.test');
    const { items } = (await one.get<OwnSessionList>('/api/v1/sessions')).body;
    expect(items[0]).toMatchObject({ present: true, network: '127.0.0.0/24' });
    expect(items.filter((item) => item.present)).toHaveLength(1);
    const [, other] = items;
    const auditor = await portal.as({ role: 'AUDITOR' });
    expect((await auditor.del(`/api/v1/sessions/${other?.id}`)).status).toBe(404);
    const [twos] = (await two.get<OwnSessionList>('/api/v1/sessions')).body.items;
    expect((await one.del(`/api/v1/sessions/${twos?.id}`)).status).toBe(204);
    expect((await two.get('/api/v1/session')).status).toBe(401);
    const three = await signIn('audytor@levels.test');
    expect((await one.del('/api/v1/sessions')).status).toBe(204);
    expect((await three.get('/api/v1/session')).status).toBe(401);
    expect((await one.get('/api/v1/session')).status).toBe(200);
  });

  it('is extended on request, never past its end', async () => {
    const someone = await portal.as({ role: 'AUDITOR' });
    await portal.dataSource.query(
      `update session set seen_at = now() - interval '25 minutes', created_at = now() - interval '11 hours 50 minutes'
       where person_id = $1`,
      [someone.personId],
    );
    const { body } = await someone.post<SessionResponse>('/api/v1/session/extend');
    expect(body.expiresAt).toBe(body.endsAt);
    expect(Math.round((Date.parse(body.endsAt) - Date.parse(body.serverTime)) / 60_000)).toBe(10);
  });

  it('S-30: a wrong password in the confirmation is told and limited', async () => {
    const someone = await signIn('audytor@levels.test');
    const put = (password: string) => someone.put<Problem>('/api/v1/session/confirmation', { password });
    const wrong = await put('nie to hasło');
    expect(refusal(wrong)).toEqual({ status: 400, code: 'VALIDATION' });
    expect(wrong.body.errors?.[0]?.pointer).toBe('/password');
    expect((await put(PASSWORD)).status).toBe(200);
    const tries = [];
    for (let at = 0; at < 11; at++) tries.push((await put('nie to hasło')).status);
    expect(tries).toEqual([...Array<number>(10).fill(400), 429]);
  });

  it('ten minutes after the proof a sensitive change asks for it again', async () => {
    const someone = await signIn('audytor@levels.test');
    await portal.dataSource.query(`delete from sign_in_attempt`);
    await portal.dataSource.query(
      `update session set confirmed_at = now() - interval '11 minutes' where person_id = $1`,
      [someone.personId],
    );
    const ask = () => someone.put('/api/v1/account/email', { email: 'nowy-adres@levels.test' });
    expect(refusal(await ask())).toEqual({ status: 403, code: 'CONFIRM_FIRST' });
    expect((await someone.put('/api/v1/session/confirmation', { password: PASSWORD })).status).toBe(200);
    expect((await ask()).status).toBe(204);
  });

  it('S-42: who looks through the eyes of another sees with their grants, and keeps being an administrator only', async () => {
    const viewer = await portal.as({ role: 'ADMINISTRATOR' });
    const seen = await portal.as({ role: 'AUDITOR' });
    await portal.dataSource.query(
      `update session set viewed_person_id = $2, view_reason = 'zgłoszenie nr 1' where person_id = $1`,
      [viewer.personId, seen.personId],
    );
    const { body } = await viewer.get<SessionResponse>('/api/v1/session');
    expect(body.person.id).toBe(seen.personId);
    expect(body.grants.map((grant) => grant.role)).toEqual(['AUDITOR']);
    expect(body.viewer).toEqual({ name: 'Osoba z testu', reason: 'zgłoszenie nr 1' });
    await portal.dataSource.query('delete from role_grant where person_id = $1', [viewer.personId]);
    expect((await viewer.get('/api/v1/session')).status).toBe(401);
  });
});
