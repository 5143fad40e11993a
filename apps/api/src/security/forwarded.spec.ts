import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';

const EVIL = 'zly.example';

describe('headers that only a proxy may write', () => {
  let portal: TestPortal;
  let someone: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    someone = await portal.as({ role: 'ADMINISTRATOR' });
  });
  afterAll(() => portal.stop());

  /** A request with any header, Host included, which `fetch` would not send. */
  const ask = (method: string, path: string, headers: Record<string, string>, body = '') =>
    new Promise<{ status: number; text: string; headers: string }>((resolve, reject) => {
      const sent = request(portal.url + path, { method, headers }, (answer) => {
        text(answer).then(
          (said) => resolve({ status: answer.statusCode ?? 0, text: said, headers: answer.rawHeaders.join('\n') }),
          reject,
        );
      });
      sent.on('error', reject).end(body);
    });
  const say = async (words: string): Promise<string> => {
    const socket = connect(Number(new URL(portal.url).port), '127.0.0.1');
    socket.write(words);
    return text(socket);
  };

  it('S-16: none of them leads to another address, past the door or to another method', async () => {
    for (const header of [
      'X-Original-URL',
      'X-Rewrite-URL',
      'X-Forwarded-Path',
      'X-Forwarded-Prefix',
      'X-Forwarded-Uri',
    ])
      expect((await ask('GET', '/api/v1/invitations', { [header]: '/livez' })).status).toBe(401);
    for (const header of [
      'X-Forwarded-For',
      'X-Real-IP',
      'X-Client-IP',
      'True-Client-IP',
      'Forwarded',
      'X-Forwarded-User',
    ])
      expect((await ask('GET', '/api/v1/invitations', { [header]: '127.0.0.1' })).status).toBe(401);
  });

  it('S-16: a made-up host does not get into links of mails, cookies or redirects', async () => {
    const [{ email } = { email: '' }] = await portal.dataSource.query<{ email: string }[]>(
      'select email from person where id = $1',
      [someone.personId],
    );
    const claims: Record<string, string>[] = [
      { Host: EVIL },
      { 'X-Forwarded-Host': EVIL },
      { Forwarded: `host=${EVIL};proto=https` },
    ];
    for (const made of claims) {
      const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json', ...made };
      const answer = await ask('POST', '/api/v1/password-resets', headers, JSON.stringify({ email }));
      expect(answer.status).toBe(204);
      expect(answer.headers).not.toContain(EVIL);
    }
    const mails = await portal.dataSource.query<Record<string, unknown>[]>('select * from mail');
    expect(mails.length).toBeGreaterThan(0);
    expect(JSON.stringify(mails)).not.toContain(EVIL);
  });

  it('S-16: a made-up host binds no passkey to itself', async () => {
    const headers = { 'Sec-Fetch-Site': 'same-origin', Host: EVIL };
    const answer = await ask('POST', '/api/v1/session/passkey/options', headers);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain(EVIL);
  });

  it('S-16: the wall against other sites does not believe who claims to be their proxy', async () => {
    const claims: Record<string, string>[] = [
      { 'X-Forwarded-Host': EVIL },
      { 'X-Forwarded-Host': EVIL, 'X-Forwarded-Proto': 'https' },
    ];
    for (const made of claims) {
      const headers = { Origin: `https://${EVIL}`, 'Content-Type': 'application/json', ...made };
      expect((await ask('POST', '/api/v1/session', headers, '{}')).status).toBe(403);
    }
  });

  it.each([
    ['a length and chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['chunks twice', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n'],
    ['chunks with a space', 'Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n'],
    ['two lengths', 'Content-Length: 0\r\nContent-Length: 44\r\n\r\n'],
    ['a length with a sign', 'Content-Length: +0\r\n\r\n'],
    ['a folded header', 'X: 1\r\n Content-Length: 44\r\n\r\n'],
  ])('S-16: a second request hidden behind %s is not answered', async (_, framing) => {
    const hidden = 'GET /version HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
    const said = await say(`POST /api/v1/session HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: none\r\n${framing}${hidden}`);
    expect(said.match(/^HTTP\/1\.1 /gm)).toHaveLength(1);
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
  });
});
