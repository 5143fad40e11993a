import { PassThrough } from 'node:stream';
import type { AccountResponse, Problem, ProviderStarted, SessionResponse, SignInWays } from '@zit/contracts';
import { browser } from '../../test/browser';
import { CLIENT, FakeProvider, type Lie } from '../../test/fake-provider';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { Visitor } from '../../test/visitor';
import { newLog } from '../http/log';

const ORIGIN = 'https://portal.example.test';
const REFUSED = '/logowanie?blad=FAILED';

describe('signing in by another provider', () => {
  let portal: TestPortal;
  let city: FakeProvider;
  let other: FakeProvider;
  let logged = '';
  beforeAll(async () => {
    [city, other] = await Promise.all([new FakeProvider().listen(), new FakeProvider().listen()]);
    const log = new PassThrough().on('data', (line: Buffer) => (logged += line.toString()));
    portal = await startPortal({
      settings: {
        publicOrigin: ORIGIN,
        providers: [
          { id: 'miasto', name: 'Konto urzędu', issuer: city.issuer, ...CLIENT },
          { id: 'inny', name: 'Inny dostawca', issuer: other.issuer, ...CLIENT },
          { id: 'milczy', name: 'Milczący', issuer: 'http://127.0.0.1:9', ...CLIENT },
        ],
      },
      log: newLog('info', log),
    });
  });
  beforeEach(() => portal.dataSource.query('delete from sign_in_attempt'));
  afterAll(async () => {
    await portal.stop();
    await Promise.all([city.close(), other.close()]);
  });

  /** Where the portal sends the visitor: to the provider. */
  async function start(visitor: Visitor, provider = 'miasto'): Promise<string> {
    const answer = await visitor.get(`${portal.url}/api/v1/providers/${provider}/start`);
    expect(answer.status).toBe(302);
    return answer.headers.get('location') ?? '';
  }
  /** The visitor comes back to the portal, which the tests reach at another address. */
  const back = (visitor: Visitor, { pathname, search }: URL) => visitor.get(portal.url + pathname + search);
  const placeOf = (answer: Response): string => {
    expect(answer.status).toBe(302);
    return answer.headers.get('location') ?? '';
  };
  const session = (visitor: Visitor) => visitor.get(`${portal.url}/api/v1/session`);

  async function someone(role: 'ADMINISTRATOR' | 'AUDITOR' = 'AUDITOR'): Promise<Caller> {
    const { personId, token } = await portal.as({ role });
    return browser(portal.url, personId, token);
  }
  async function linked(subject: string, role?: 'ADMINISTRATOR' | 'AUDITOR', issuer = city.issuer): Promise<Caller> {
    const who = await someone(role);
    await portal.dataSource.query('insert into external_identity (person_id, issuer, subject) values ($1, $2, $3)', [
      who.personId,
      issuer,
      subject,
    ]);
    return who;
  }
  async function signIn(visitor: Visitor, subject: string, lie: Lie = {}): Promise<string> {
    return placeOf(await back(visitor, city.agree(await start(visitor), subject, lie)));
  }

  it('is offered where providers are set up and the portal’s address is certain', async () => {
    const { body } = await portal.stranger.get<SignInWays>('/api/v1/sign-in-ways');
    expect(body.passkey).toBe(true);
    expect(body.providers[0]).toEqual({ id: 'miasto', name: 'Konto urzędu' });
    const plain = await startPortal();
    expect((await plain.stranger.get<SignInWays>('/api/v1/sign-in-ways')).body).toEqual({
      passkey: false,
      providers: [],
      demo: false,
    });
    await plain.stop();
  });

  it('S-36: asks with code, PKCE, state, nonce and the registered address', async () => {
    const query = new URL(await start(new Visitor())).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      response_type: 'code',
      client_id: 'portal',
      scope: 'openid',
      code_challenge_method: 'S256',
      redirect_uri: `${ORIGIN}/api/v1/providers/miasto/return`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(query.get(name)).toMatch(/^[\w-]{43}$/);
  });

  it('lets the linked person in, and no token of the provider leaves the server or reaches the log', async () => {
    const who = await linked('osoba-1');
    const visitor = new Visitor();
    expect(await signIn(visitor, 'osoba-1')).toBe('/');
    const read = (await (await session(visitor)).json()) as SessionResponse;
    expect([read.person.id, read.level]).toEqual([who.personId, 'FULL']);
    expect(visitor.cookie(portal.url, 'zit-flow')).toBeUndefined();
    const sent = city.tokenRequests.at(-1);
    for (const secret of ['tajny-token', sent?.get('code'), sent?.get('code_verifier'), CLIENT.clientSecret])
      expect(logged).not.toContain(secret);
  });

  it.each<['ADMINISTRATOR' | 'AUDITOR', boolean, string, string]>([
    ['AUDITOR', true, 'PASSWORD', '/logowanie'],
    ['ADMINISTRATOR', false, 'ENROL', '/'],
  ])('still wants the own second factor: %s, has one: %s', async (role, has, level, place) => {
    const who = await linked(`drugi-${role}`, role);
    if (has)
      await portal.dataSource.query(`insert into totp (person_id, secret, confirmed_at) values ($1, 'sealed', now())`, [
        who.personId,
      ]);
    const visitor = new Visitor();
    expect(await signIn(visitor, `drugi-${role}`)).toBe(place);
    expect(((await (await session(visitor)).json()) as SessionResponse).level).toBe(level);
  });

  it('S-38: never finds anybody by e-mail', async () => {
    const [person] = await portal.dataSource.query<{ email: string }[]>('select email from person limit 1');
    const claims = { email: person?.email, email_verified: true, preferred_username: person?.email };
    const visitor = new Visitor();
    expect(await signIn(visitor, 'nieznany', { claims })).toBe('/logowanie?blad=NOT_LINKED');
    expect((await session(visitor)).status).toBe(401);
  });

  it('S-38: the same subject at another provider is somebody else', async () => {
    await linked('wspolny', 'AUDITOR', other.issuer);
    expect(await signIn(new Visitor(), 'wspolny')).toBe('/logowanie?blad=NOT_LINKED');
  });

  it('lets nobody in who has left', async () => {
    const who = await linked('odeszla');
    await portal.dataSource.query('update person set left_at = now() where id = $1', [who.personId]);
    expect(await signIn(new Visitor(), 'odeszla')).toBe('/logowanie?blad=NOT_LINKED');
  });

  it.each<[string, Lie]>([
    ['a wrong nonce', { claims: { nonce: 'another' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another audience', { claims: { aud: 'another-client' } }],
    ['several audiences without us as the party', { claims: { aud: ['portal', 'x'], azp: 'x' } }],
    ['another issuer', { claims: { iss: 'https://evil.test' } }],
    ['an expired token', { claims: { exp: 1_700_000_000 } }],
    ['a token from the future', { claims: { iat: 4_000_000_000, nbf: 4_000_000_000 } }],
    ['no subject', { claims: { sub: undefined } }],
    ['a subject that is no text', { claims: { sub: { $ne: 1 } } }],
    ['alg none', { signature: 'none' }],
    ['a symmetric signature', { signature: 'hs256' }],
    ['the signature of another key', { signature: 'foreign' }],
    ['no ID token', { answer: () => ({ status: 200, body: '{"access_token":"x","token_type":"Bearer"}' }) }],
    ['no JSON', { answer: () => ({ status: 200, body: '<html>' }) }],
    ['an answer without end', { answer: () => ({ status: 200, body: `"${'x'.repeat(600_000)}"` }) }],
  ])('S-36: refuses %s', async (_, lie) => {
    await portal.dataSource.query(`delete from external_identity where subject = 'ofiara'`);
    await linked('ofiara');
    const visitor = new Visitor();
    expect(await signIn(visitor, 'ofiara', lie)).toBe(REFUSED);
    expect((await session(visitor)).status).toBe(401);
  });

  describe('S-36: what somebody else carries back', () => {
    beforeAll(() => linked('cel'));
    const refusedAt = async (visitor: Visitor, url: URL) => {
      const before = city.tokenRequests.length;
      expect(placeOf(await back(visitor, url))).toBe(REFUSED);
      expect(city.tokenRequests).toHaveLength(before);
      expect((await session(visitor)).status).toBe(401);
    };

    it('a stolen code in another browser, with and without a sign-in of its own under way', async () => {
      const victim = new Visitor();
      const stolen = city.agree(await start(victim), 'cel');
      await refusedAt(new Visitor(), stolen);
      const thief = new Visitor();
      await start(thief);
      await refusedAt(thief, stolen);
    });

    it('a stolen code under the thief’s own state: the verifier does not fit it', async () => {
      const stolen = city.agree(await start(new Visitor()), 'cel');
      const thief = new Visitor();
      const own = new URL(await start(thief)).searchParams.get('state') ?? '';
      stolen.searchParams.set('state', own);
      expect(placeOf(await back(thief, stolen))).toBe(REFUSED);
      expect((await session(thief)).status).toBe(401);
    });

    it('another state, none, or two', async () => {
      for (const change of [
        (url: URL) => url.searchParams.set('state', 'x'.repeat(43)),
        (url: URL) => url.searchParams.delete('state'),
        (url: URL) => url.searchParams.set('state', ''),
      ]) {
        const visitor = new Visitor();
        const url = city.agree(await start(visitor), 'cel');
        change(url);
        await refusedAt(visitor, url);
      }
      const visitor = new Visitor();
      const url = city.agree(await start(visitor), 'cel');
      url.searchParams.append('state', 'second');
      await refusedAt(visitor, url);
    });

    it('a state that was used, also twice at once', async () => {
      const visitor = new Visitor();
      const url = city.agree(await start(visitor), 'cel');
      const cookie = visitor.cookie(portal.url, 'zit-flow') ?? '';
      const answers = await Promise.all([back(visitor, url), back(visitor, url)]);
      expect(answers.map(placeOf).sort()).toEqual(['/', REFUSED]);
      const replay = new Visitor();
      replay.setCookie(portal.url, 'zit-flow', cookie);
      await refusedAt(replay, url);
    });

    it('a state older than ten minutes', async () => {
      const visitor = new Visitor();
      const url = city.agree(await start(visitor), 'cel');
      await portal.dataSource.query(`update provider_flow set begun_at = now() - interval '601 seconds'`);
      await refusedAt(visitor, url);
    });

    it('a mix-up: the answer of one provider at the address of the other, or in its name', async () => {
      const visitor = new Visitor();
      const url = city.agree(await start(visitor), 'cel');
      url.pathname = url.pathname.replace('miasto', 'inny');
      await refusedAt(visitor, url);
      const named = new Visitor();
      const said = city.agree(await start(named), 'cel');
      said.searchParams.set('iss', other.issuer);
      await refusedAt(named, said);
      const silent = new Visitor();
      const unsaid = city.agree(await start(silent), 'cel');
      unsaid.searchParams.delete('iss');
      await refusedAt(silent, unsaid);
    });
  });

  it('says when the person changed their mind, when the provider is silent, and knows no others', async () => {
    const visitor = new Visitor();
    expect(placeOf(await back(visitor, city.refuse(await start(visitor))))).toBe('/logowanie?blad=CANCELLED');
    const silent = await visitor.get(`${portal.url}/api/v1/providers/milczy/start`);
    expect([silent.status, ((await silent.json()) as Problem).code]).toEqual([503, 'BUSY']);
    for (const path of ['start', 'return'])
      expect((await visitor.get(`${portal.url}/api/v1/providers/obcy/${path}`)).status).toBe(404);
  });

  it('S-30: is begun a hundred times from one address, then waits', async () => {
    await portal.dataSource.query(
      `insert into sign_in_attempt (key_sha256) select sha256('provider:127.0.0.1') from generate_series(1, 100)`,
    );
    const answer = await new Visitor().get(`${portal.url}/api/v1/providers/miasto/start`);
    expect(answer.status).toBe(429);
  });

  describe('linking', () => {
    /** The person's own browser, with the session's cookie. */
    const visitorOf = (who: Caller): Visitor => {
      const visitor = new Visitor();
      visitor.setCookie(portal.url, 'zit', who.token ?? '');
      return visitor;
    };
    async function startLinking(visitor: Visitor): Promise<string> {
      const answer = await visitor.post(`${portal.url}/api/v1/account/identities/miasto/start`, '{}');
      expect(answer.status).toBe(201);
      return ((await answer.json()) as ProviderStarted).url;
    }
    const identities = (who: Caller) =>
      portal.dataSource.query<{ id: string; subject: string }[]>(
        'select id, subject from external_identity where person_id = $1',
        [who.personId],
      );

    it('asks the provider to sign in anew, links, leaves an entry and a notice; then it signs in', async () => {
      const who = await someone();
      const visitor = visitorOf(who);
      const authorization = await startLinking(visitor);
      expect(new URL(authorization).searchParams.get('prompt')).toBe('login');
      expect(placeOf(await back(visitor, city.agree(authorization, 'nowa')))).toBe('/konto');
      expect(await identities(who)).toMatchObject([{ subject: 'nowa' }]);
      const acts = await portal.dataSource.query<{ act: string }[]>('select act from journal where subject_id = $1', [
        who.personId,
      ]);
      expect(acts).toContainEqual({ act: 'LINK_IDENTITY' });
      const mails = await portal.dataSource.query<{ template: string }[]>(
        'select m.template from mail m join person p on p.email = m.recipient where p.id = $1',
        [who.personId],
      );
      expect(mails).toEqual([{ template: 'NOTICE_IDENTITY_LINKED' }]);
      expect(await signIn(new Visitor(), 'nowa')).toBe('/');
      const { body } = await who.get<AccountResponse>('/api/v1/account');
      expect(body.identities).toMatchObject([{ provider: 'Konto urzędu' }]);
    });

    it('S-38: what is linked already stays with its person', async () => {
      await linked('zajeta');
      const who = await someone();
      const visitor = visitorOf(who);
      const url = city.agree(await startLinking(visitor), 'zajeta');
      expect(placeOf(await back(visitor, url))).toBe('/konto?blad=LINKED_ELSEWHERE');
      expect(await identities(who)).toEqual([]);
    });

    it('ends in the session that began it, or nowhere', async () => {
      const who = await someone();
      const visitor = visitorOf(who);
      const url = city.agree(await startLinking(visitor), 'podrzucona');
      visitor.setCookie(portal.url, 'zit', (await someone()).token ?? '');
      expect(placeOf(await back(visitor, url))).toBe('/konto?blad=FAILED');
      const alone = visitorOf(who);
      const again = city.agree(await startLinking(alone), 'podrzucona');
      alone.setCookie(portal.url, 'zit', '');
      expect(placeOf(await back(alone, again))).toBe('/konto?blad=FAILED');
      expect(await identities(who)).toEqual([]);
    });

    it('needs a fresh proof, and full rights', async () => {
      const who = await someone();
      await portal.dataSource.query(
        `update session set confirmed_at = now() - interval '11 minutes' where person_id = $1`,
        [who.personId],
      );
      const path = '/api/v1/account/identities/miasto/start';
      expect(refusal(await who.post(path))).toEqual({ status: 403, code: 'CONFIRM_FIRST' });
      await portal.dataSource.query(`update session set level = 'PASSWORD' where person_id = $1`, [who.personId]);
      expect(refusal(await who.post(path))).toEqual({ status: 403, code: 'SECOND_FACTOR' });
    });

    it('is undone by its person only, and never takes away the only way in', async () => {
      const who = await linked('do-odlaczenia');
      const [identity] = await identities(who);
      const stranger = await someone();
      expect((await stranger.del(`/api/v1/account/identities/${identity?.id}`)).status).toBe(404);
      await portal.dataSource.query('update person set password_hash = null where id = $1', [who.personId]);
      expect(refusal(await who.del(`/api/v1/account/identities/${identity?.id}`))).toEqual({
        status: 409,
        code: 'LAST_FACTOR',
      });
      await portal.dataSource.query(`update person set password_hash = 'no password' where id = $1`, [who.personId]);
      expect((await who.del(`/api/v1/account/identities/${identity?.id}`)).status).toBe(204);
      expect(await identities(who)).toEqual([]);
    });
  });
});
