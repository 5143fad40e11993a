import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caller, startPortal, type Answer, type Caller, type TestPortal } from '../../test/portal';
import { accessTable, type Access } from '../http/access-table';

const INDEX = '<!doctype html><base href="/"><zit-root ngCspNonce="CSP_NONCE_PLACEHOLDER"></zit-root>';
const ID = '6f1c1b1e-0000-4000-8000-000000000000';
const named = (list: readonly Access[]) => list.map((access) => [`${access.method} ${access.path}`, access] as const);

/** What has to stand on every answer, whoever asks and whatever comes of it. */
const GUARDS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};
/** What would let another site in, or tell it what we run. */
const NEVER = ['access-control-allow-origin', 'access-control-allow-credentials', 'x-powered-by', 'server'];
/** Scripts from here or none at all; forms and frames likewise. */
const POLICY = [
  /default-src '(self|none)'/,
  /script-src 'self'|default-src 'none'/,
  /frame-ancestors '(none|self)'/,
  /form-action '(self|none)'/,
];
/** The stylesheet of papers is the same for everybody and says nothing of anybody. */
const SAME_FOR_ALL = '/api/v1/paper.css';

describe('headers', () => {
  let portal: TestPortal;
  let root: string;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'zit-headers-'));
    writeFileSync(join(root, 'index.html'), INDEX);
    writeFileSync(join(root, 'main-AB12CD34.js'), 'void 0;');
    writeFileSync(join(root, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    portal = await startPortal({ settings: { webRoot: root } });
  });
  afterAll(async () => {
    await portal.stop();
    rmSync(root, { recursive: true });
  });

  const call = (who: Caller, { method, path }: Access): Promise<Answer<unknown>> => {
    const address = path.replace('/*', '/konsorcja').replaceAll(/:\w+/g, ID);
    const ask = { GET: who.get, DELETE: who.del, POST: who.post, PUT: who.put, PATCH: who.patch }[method];
    return method === 'GET' ? who.get(address) : ask(address, method === 'DELETE' ? undefined : ({} as never));
  };
  /** The route's answers to nobody, to somebody, and to a session that there is not. */
  const answersOf = async (access: Access): Promise<Answer<unknown>[]> => {
    const askers = [
      portal.stranger,
      await portal.as({ role: 'ADMINISTRATOR' }),
      caller(portal.url, '', 'x'.repeat(43)),
    ];
    return Promise.all(askers.map((who) => call(who, access)));
  };
  const get = async (path: string, more: RequestInit = {}) => {
    const answer = await fetch(portal.url + path, more);
    await answer.arrayBuffer();
    return answer;
  };

  it.each(named(accessTable))('S-14: %s may be framed, read and embedded by nobody', async (_, access) => {
    for (const { headers } of await answersOf(access)) {
      expect(Object.fromEntries(Object.keys(GUARDS).map((name) => [name, headers.get(name)]))).toEqual(GUARDS);
      expect(NEVER.filter((name) => headers.has(name))).toEqual([]);
    }
  });

  it.each(named(accessTable))('S-09: %s lets nothing from elsewhere and nothing inline run', async (_, access) => {
    for (const { headers } of await answersOf(access)) {
      const policy = headers.get('content-security-policy') ?? '';
      expect(POLICY.filter((part) => !part.test(policy))).toEqual([]);
      expect(policy).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
    }
  });

  it.each(named(accessTable.filter(({ path }) => path.startsWith('/api/v1/') && path !== SAME_FOR_ALL)))(
    'S-18: %s is kept by no cache, whatever the answer',
    async (_, access) => {
      for (const { status, headers } of await answersOf(access))
        expect([status, headers.get('cache-control')]).toEqual([status, 'no-store']);
    },
  );

  it('S-18: only what carries the hash of its content is kept for ever', async () => {
    const kept = async (path: string) => (await get(path)).headers.get('cache-control');
    expect(await kept('/main-AB12CD34.js')).toBe('public, max-age=31536000, immutable');
    expect(await kept('/favicon.svg')).toBe('no-cache');
    expect(await kept('/')).toBe('no-store');
    expect(await kept('/no-such.js')).toBe('no-store');
  });

  it('S-14: a browser that asks beforehand whether another site may is not told so', async () => {
    for (const path of ['/api/v1/session', '/api/v1/organisations', '/api/v1/consortia', '/']) {
      const answer = await get(path, {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://zly.example',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type',
        },
      });
      expect([path, answer.ok]).toEqual([path, false]);
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it.each([
    ['broken JSON', () => get('/api/v1/session', { method: 'POST', body: '{', headers: json() })],
    ['form data', () => get('/api/v1/session', { method: 'POST', body: 'a=b', headers: json('text/plain') })],
    ['a wrong method', () => get('/api/v1/session', { method: 'PATCH', body: '{}', headers: json() })],
    ['another site', () => get('/api/v1/session', { method: 'POST', body: '{}' })],
    ['no such address', () => get('/api/v1/nothing')],
    ['no such file', () => get('/nothing.js')],
    ['half an escape', () => get('/%E0%A4%A')],
    ['a page', () => get('/logowanie', { headers: { Accept: 'text/html' } })],
    ['a file', () => get('/main-AB12CD34.js')],
  ])('S-14: guarded as well: %s', async (_, ask) => {
    const { headers } = await ask();
    expect(Object.fromEntries(Object.keys(GUARDS).map((name) => [name, headers.get(name)]))).toEqual(GUARDS);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(NEVER.filter((name) => headers.has(name))).toEqual([]);
  });
});

const json = (type = 'application/json') => ({ 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' });
