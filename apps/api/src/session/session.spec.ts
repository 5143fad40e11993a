import type { Problem, SessionResponse } from '@zit/contracts';
import { caller, refusal, startPortal, type TestPortal } from '../../test/portal';
import { sha256 } from './token';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem-error';
import { PersonService } from './person.service';
import { SignInService } from './sign-in.service';

const PASSWORD = 'zielona łódka na molo';

describe('signing in', () => {
  let portal: TestPortal;
  let municipality: string;
  beforeAll(async () => {
    portal = await startPortal();
    const people = portal.app.get(PersonService, { strict: false });
    const [organisation] = await portal.dataSource.query<{ id: string }[]>(
      `insert into organisation (name, name_key, sector, teryt)
       values ('Gmina Miasta Sopotu', 'gmina miasta sopotu', 'JST', '2264011') returning id`,
    );
    municipality = organisation?.id ?? '';
    const person = await people.admit(portal.dataSource.manager, {
      name: 'Pracownik Gminy Miasta Sopotu',
      email: 'Urzednik@Sopot.example.test',
      password: PASSWORD,
    });
    const grant = { role: 'MUNICIPALITY_OFFICER', organisationId: municipality, teryt: null } as const;
    await people.grant(portal.dataSource.manager, person, grant);
    await people.grant(portal.dataSource.manager, person, grant);
  });
  afterAll(() => portal.stop());

  const signIn = (email: string, password: string) =>
    portal.stranger.post<SessionResponse & Problem>('/api/v1/session', { email, password });
  const tokenOf = (headers: Headers) => /zit=([\w-]{43});/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';

  it('answers who one is and for whom one acts', async () => {
    const { status, body, headers } = await signIn('urzednik@sopot.example.test', PASSWORD);
    expect(status).toBe(201);
    expect(body.person.name).toBe('Pracownik Gminy Miasta Sopotu');
    expect(body.actingFor).toBe(municipality);
    expect(body.grants).toEqual([
      {
        role: 'MUNICIPALITY_OFFICER',
        organisationId: municipality,
        organisationName: 'Gmina Miasta Sopotu',
        teryt: '2264011',
      },
    ]);
    expect(headers.getSetCookie()[0]).toMatch(/^zit=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/i);
  });

  it('keeps only the hash of the token, and of the password an argon2id hash', async () => {
    const { headers } = await signIn('urzednik@sopot.example.test', PASSWORD);
    const token = tokenOf(headers);
    const [stored] = await portal.dataSource.query<{ found: number }[]>(
      'select count(*)::int as found from session where token_sha256 = $1',
      [sha256(token)],
    );
    expect(stored?.found).toBe(1);
    const [person] = await portal.dataSource.query<{ hash: string }[]>(
      `select password_hash as hash from person where email = 'urzednik@sopot.example.test'`,
    );
    expect(person?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('says the same about a wrong password and an unknown e-mail', async () => {
    const wrong = await signIn('urzednik@sopot.example.test', 'nie to hasło');
    const unknown = await signIn('nikt@sopot.example.test', 'nie to hasło');
    expect(refusal(wrong)).toEqual({ status: 401, code: 'WRONG_CREDENTIALS' });
    expect({ ...unknown.body, trace: '' }).toEqual({ ...wrong.body, trace: '' });
  });

  it('begins a new session each time and ends the one the browser had', async () => {
    const first = tokenOf((await signIn('urzednik@sopot.example.test', PASSWORD)).headers);
    const browser = caller(portal.url, '', first);
    const again = await browser.post('/api/v1/session', { email: 'urzednik@sopot.example.test', password: PASSWORD });
    expect(tokenOf(again.headers)).not.toBe(first);
    expect(refusal(await browser.get('/api/v1/session'))).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('writes down when an account was last used: at each sign-in', async () => {
    const email = 'urzednik@sopot.example.test';
    await portal.dataSource.query(`update person set used_at = '2020-01-01'`);
    expect((await signIn(email, 'nie to hasło')).status).toBe(401);
    const used = () => portal.dataSource.query(`select email from person where used_at > '2020-01-01'`);
    expect(await used()).toEqual([]);
    expect((await signIn(email, PASSWORD)).status).toBe(201);
    expect(await used()).toEqual([{ email }]);
  });

  it('signs out for good', async () => {
    const someone = await portal.as({ role: 'ADMINISTRATOR' });
    expect((await someone.get('/api/v1/session')).status).toBe(200);
    const out = await someone.del('/api/v1/session');
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/^zit=;.*Expires=Thu, 01 Jan 1970/i);
    expect((await someone.get('/api/v1/session')).status).toBe(401);
  });

  it.each([
    ['half an hour without a request, for staff', 'ADMINISTRATOR', `seen_at = now() - interval '31 minutes'`],
    ['an hour without a request, for applicants', 'EDITOR', `seen_at = now() - interval '61 minutes'`],
    ['twelve hours in all', 'EDITOR', `created_at = now() - interval '12 hours 1 minute'`],
  ] as const)('S-31: ends after %s', async (_, role, age) => {
    const someone = await portal.as({ role, organisationId: role === 'EDITOR' ? municipality : null });
    await portal.dataSource.query(`update session set ${age} where person_id = $1`, [someone.personId]);
    expect((await someone.get('/api/v1/session')).status).toBe(401);
  });

  it('S-31: lives on while it is used; asking about it, or a page by itself, is no use', async () => {
    const someone = await portal.as({ role: 'ADMINISTRATOR' });
    await portal.dataSource.query(`update session set seen_at = now() - interval '29 minutes' where person_id = $1`, [
      someone.personId,
    ]);
    const fresh = async () => {
      const [session] = await portal.dataSource.query<{ fresh: boolean }[]>(
        `select seen_at > now() - interval '1 minute' as fresh from session where person_id = $1`,
        [someone.personId],
      );
      return session?.fresh;
    };
    const minutesLeft = ({ body }: { body: SessionResponse }) =>
      Math.round((Date.parse(body.expiresAt) - Date.parse(body.serverTime)) / 60_000);
    expect(minutesLeft(await someone.get<SessionResponse>('/api/v1/session'))).toBe(1);
    await someone.get('/api/v1/organisations', { 'Zit-Background': 'true' });
    expect(await fresh()).toBe(false);
    await someone.get('/api/v1/organisations');
    expect(await fresh()).toBe(true);
    expect(minutesLeft(await someone.get<SessionResponse>('/api/v1/session'))).toBe(30);
  });

  it('S-31: wears one hat at a time, under a new token with each change', async () => {
    const someone = await portal.as({ role: 'AUDITOR' });
    await portal.dataSource.query(
      `insert into role_grant (person_id, role, organisation_id) values ($1, 'EDITOR', $2)`,
      [someone.personId, municipality],
    );
    const changed = await someone.put<SessionResponse>('/api/v1/session/acting-for', { organisationId: municipality });
    expect(changed.body).toMatchObject({ actingFor: municipality, actingBody: null });
    expect((await someone.get('/api/v1/session')).status).toBe(401);
    const now = caller(portal.url, someone.personId, tokenOf(changed.headers));
    const wrong = await now.put('/api/v1/session/acting-for', { organisationId: municipality, body: 'PROGRAMME' });
    expect(refusal(wrong)).toEqual({ status: 400, code: 'VALIDATION' });
    expect((await now.put('/api/v1/session/acting-for', { organisationId: null, body: 'DEFS' })).status).toBe(404);
    const back = await now.put<SessionResponse>('/api/v1/session/acting-for', {
      organisationId: null,
      body: 'PROGRAMME',
    });
    expect(back.body).toMatchObject({ actingFor: null, actingBody: 'PROGRAMME' });
  });

  it('ends when the person has left', async () => {
    const someone = await portal.as({ role: 'ADMINISTRATOR' });
    await portal.dataSource.query('update person set left_at = now() where id = $1', [someone.personId]);
    expect((await someone.get('/api/v1/session')).status).toBe(401);
  });

  it('acts only for organisations of its own grants', async () => {
    const someone = await portal.as({ role: 'EDITOR', organisationId: municipality });
    let now = someone;
    const put = async (organisationId: string | null) => {
      const answer = await now.put<SessionResponse>('/api/v1/session/acting-for', { organisationId });
      if (answer.status === 200) now = caller(portal.url, someone.personId, tokenOf(answer.headers));
      return answer;
    };
    expect((await put(null)).body.actingFor).toBeNull();
    expect((await now.post('/api/v1/organisations', {})).status).toBe(403);
    expect((await put(municipality)).body.actingFor).toBe(municipality);
    expect((await put('6f1c1b1e-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('is limited: the eleventh wrong attempt of one e-mail at one address waits, also in parallel', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 14 }, () => signIn('zgadywany@sopot.example.test', 'próba')),
    );
    const limited = attempts.filter((attempt) => attempt.status === 429);
    expect(attempts.filter((attempt) => attempt.status === 401)).toHaveLength(10);
    expect(limited[0]?.body.code).toBe('TOO_MANY_ATTEMPTS');
    expect(limited[0]?.headers.get('retry-after')).toBe('900');
    expect((await signIn('urzednik@sopot.example.test', PASSWORD)).status).toBe(201);
  });

  it('counts only what failed: an office that signs in all morning is not locked out', async () => {
    const counted = async () => {
      const [row] = await portal.dataSource.query<{ n: number }[]>('select count(*)::int as n from sign_in_attempt');
      return row?.n ?? 0;
    };
    const before = await counted();
    await Promise.all(Array.from({ length: 4 }, () => signIn('urzednik@sopot.example.test', PASSWORD)));
    expect(await counted()).toBe(before);
    await signIn('urzednik@sopot.example.test', 'nie to hasło');
    expect(await counted()).toBe(before + 3);
  });

  it('S-27: asks the database as often for an unknown e-mail as for a wrong password', async () => {
    await portal.dataSource.query('delete from sign_in_attempt');
    const count = (email: string) => portal.countQueries(() => signIn(email, 'nie to hasło'));
    expect(await count('nikt@sopot.example.test')).toBe(await count('urzednik@sopot.example.test'));
  });

  it('S-30: of 1 000 tries ten of one address are judged, and thirty of all; a known device still comes in', async () => {
    await portal.dataSource.query('delete from sign_in_attempt');
    const limit = portal.app.get(SignInService);
    const known = await signIn('urzednik@sopot.example.test', PASSWORD);
    const device = /zit-device=([\w-]{43})/.exec(known.headers.get('set-cookie') ?? '')?.[1];
    const given = { email: 'urzednik@sopot.example.test', password: 'zgaduję' };
    const from = async (ip: string) => {
      const request = { ip, cookies: {}, headers: {} } as FastifyRequest;
      const fault: unknown = await limit.signIn(given, request, {} as FastifyReply).catch((error: unknown) => error);
      return fault instanceof ProblemError ? fault.problem.status : 0;
    };
    const statuses: number[] = [];
    const tryFrom = async (addresses: string[]) => {
      while (addresses.length > 0) statuses.push(...(await Promise.all(addresses.splice(0, 25).map(from))));
    };
    await tryFrom(Array<string>(500).fill('198.51.100.7'));
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    await tryFrom(Array.from({ length: 500 }, (_, at) => `203.0.113.${at % 250}`));
    expect(statuses.filter((status) => status === 401)).toHaveLength(30);
    expect(statuses.filter((status) => status === 429)).toHaveLength(970);
    expect((await signIn('urzednik@sopot.example.test', PASSWORD)).status).toBe(429);
    const victim = await fetch(`${portal.url}/api/v1/session`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Sec-Fetch-Site': 'same-origin',
        Cookie: `zit-device=${device}`,
      },
      body: JSON.stringify({ ...given, password: PASSWORD }),
    });
    expect(victim.status).toBe(201);
    await portal.dataSource.query('delete from sign_in_attempt');
  });

  it('S-32: a storm of passwords is answered or told to come later; others are served meanwhile', async () => {
    await portal.dataSource.query('delete from sign_in_attempt');
    const someone = await portal.as({ role: 'AUDITOR' });
    const storm = Array.from({ length: 90 }, (_, at) => signIn(`nikt-${at}@sopot.example.test`, 'nie to hasło'));
    const meanwhile = await someone.get('/api/v1/organisations');
    const answers = await Promise.all(storm);
    expect(meanwhile.status).toBe(200);
    expect(answers.every((answer) => answer.status === 401 || answer.status === 503)).toBe(true);
    await portal.dataSource.query('delete from sign_in_attempt');
  });

  it('lists demo logins only in the demo', async () => {
    expect((await portal.stranger.get('/api/v1/demo-logins')).status).toBe(404);
  });
});
