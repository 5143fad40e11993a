import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { refusal, startPortal, type TestPortal } from '../../test/portal';

const INDEX = '<!doctype html><base href="/"><zit-root ngCspNonce="CSP_NONCE_PLACEHOLDER"></zit-root>';
const SCRIPT = 'console.log("Sopot");'.repeat(50);
const page = { Accept: 'text/html' };

describe('the web, served by the API itself', () => {
  let portal: TestPortal;
  let root: string;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'zit-web-'));
    mkdirSync(join(root, 'media'));
    writeFileSync(join(root, 'index.html'), INDEX);
    writeFileSync(join(root, 'main-AB12CD34.js'), SCRIPT);
    writeFileSync(join(root, 'main-AB12CD34.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(root, 'main-AB12CD34.js.gz'), gzipSync(SCRIPT));
    writeFileSync(join(root, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(root, 'media', 'font.secret'), 'no known type');
    portal = await startPortal({ settings: { webRoot: root } });
  });
  afterAll(async () => {
    await portal.stop();
    rmSync(root, { recursive: true });
  });

  it.each(['/', '/index.html', '/konsorcja/1/budzet', '/logowanie'])(
    '%s is the application, never kept',
    async (path) => {
      const { status, body, headers } = await portal.stranger.get<string>(path, page);
      expect(status).toBe(200);
      expect(body).toContain('<zit-root');
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  it('S-09: every page has a nonce of its own, and the policy allows nothing inline without it', async () => {
    const nonces = new Set<string>();
    for (let visit = 0; visit < 3; visit++) {
      const { body, headers } = await portal.stranger.get<string>('/', page);
      const nonce = /ngCspNonce="([^"]+)"/.exec(body)?.[1] ?? '';
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`);
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).not.toMatch(/unsafe|https:|\*/);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
    expect([...nonces].every((nonce) => nonce.length === 24)).toBe(true);
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['gzip, br;q=0', 'gzip'],
    ['identity', null],
  ])('a hashed file goes out packed as %s allows, and may be kept for ever', async (accepted, packed) => {
    const { body, headers } = await portal.stranger.get<string>('/main-AB12CD34.js', { 'Accept-Encoding': accepted });
    expect(body).toBe(SCRIPT);
    expect(headers.get('content-encoding')).toBe(packed);
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('vary')).toBe('Accept-Encoding');
  });

  it('a file without a hash is asked about again, and not sent twice', async () => {
    const first = await portal.stranger.get('/favicon.svg');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await portal.stranger.get('/favicon.svg', { 'If-None-Match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it.each(['/no-such.js', '/media/font.secret', '/api/v1/nothing', '/api', '/readyz/x', '/%2e%2e/package.json'])(
    '%s is not there, and no page is sent in its place',
    async (path) => expect(refusal(await portal.stranger.get(path, page))).toEqual({ status: 404, code: 'NOT_FOUND' }),
  );

  it('a file that a newer build has taken away is not there', async () => {
    const path = join(root, 'gone-AB12CD34.js');
    writeFileSync(path, SCRIPT);
    const late = await startPortal({ settings: { webRoot: root } });
    rmSync(path);
    expect(refusal(await late.stranger.get('/gone-AB12CD34.js'))).toEqual({ status: 404, code: 'NOT_FOUND' });
    await late.stop();
  });

  it('S-15: no address climbs out of the folder', async () => {
    const raw = (path: string) =>
      new Promise<number | undefined>((done, fail) => {
        request(`${portal.url}`, { path }, (answer) => done(answer.resume().statusCode))
          .on('error', fail)
          .end();
      });
    for (const path of ['/../package.json', '/media/../../x.js', '/..%2f..%2fetc%2fpasswd.txt', '//etc/passwd.txt'])
      expect([path, await raw(path)]).toEqual([path, 404]);
  });

  it('a program that wants JSON gets a problem instead of a page', async () => {
    expect(refusal(await portal.stranger.get('/konsorcja', { Accept: 'application/json' })).status).toBe(404);
  });

  it('answers carry the headers that browsers guard people with', async () => {
    const { headers } = await portal.stranger.get('/api/v1/time');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
