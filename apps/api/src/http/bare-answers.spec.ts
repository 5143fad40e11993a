import { request as ask } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Problem } from '@zit/contracts';
import { startPortal, type TestPortal } from '../../test/portal';

describe('answers to what never became a request', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  const say = async (words: string): Promise<string> => {
    const socket = connect(Number(new URL(portal.url).port), '127.0.0.1');
    socket.write(words);
    return text(socket);
  };
  const get = (address: string) => say(`GET ${address} HTTP/1.1\r\nHost: portal\r\nConnection: close\r\n\r\n`);

  it.each([
    ['a broken address', () => get('/api/v1/consortia/%ff')],
    ['half an escape', () => get('/%')],
    ['an asterisk', () => get('*')],
    ['no HTTP at all', () => say('dzień dobry\r\n\r\n')],
    ['two lengths', () => say('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n')],
    ['a head of 20 kB', () => say(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`)],
  ])('S-14: %s: a problem, with the headers of every answer', async (_, answer) => {
    const got = await answer();
    expect(got).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(got).toMatch(/^content-type: application\/problem\+json/im);
    expect(got).toMatch(/^x-content-type-options: nosniff/im);
    expect(got).toMatch(/^x-frame-options: deny/im);
    expect(got).toMatch(/^content-security-policy: default-src/im);
  });

  it.each([
    ['with its length', true],
    ['in chunks', false],
  ])('S-17: a body of 80 MB sent whole, %s, is answered instead of cut off', async (_, named) => {
    const body = Buffer.alloc(80 * 1_048_576, 'a');
    const answer = await new Promise<{ status?: number; problem: Problem }>((resolve, reject) => {
      const sending = ask(`${portal.url}/api/v1/organisations`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Sec-Fetch-Site': 'same-origin',
          ...(named ? { 'Content-Length': body.length } : {}),
        },
      });
      sending.on('error', reject);
      sending.on('response', (response) => {
        text(response).then(
          (said) => resolve({ status: response.statusCode, problem: JSON.parse(said) as Problem }),
          reject,
        );
      });
      for (let at = 0; at < body.length; at += 1_048_576) sending.write(body.subarray(at, at + 1_048_576));
      sending.end();
    });
    expect(answer.status).toBe(413);
    expect(answer.problem.code).toBe('TOO_LARGE');
    expect((await portal.stranger.get('/livez')).status).toBe(200);
  });
});
