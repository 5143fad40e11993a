import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Server } from 'node:http';
import type { Problem } from '@zit/contracts';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';

/** As many as one machine of an attacker opens without effort. */
const SOCKETS = 200;

describe('clients that never finish', () => {
  let portal: TestPortal;
  let someone: Caller;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    portal = await startPortal({ settings: { poolSize: 3 } });
    someone = await portal.as({ role: 'ADMINISTRATOR' });
  });
  afterAll(async () => {
    sockets.forEach((socket) => socket.destroy());
    await portal.stop();
  });

  const open = async (text: string): Promise<Socket> => {
    const socket = connect(Number(new URL(portal.url).port), '127.0.0.1');
    socket.on('error', () => socket.destroy());
    await once(socket, 'connect');
    socket.write(text);
    sockets.push(socket);
    return socket;
  };
  const head = 'POST /api/v1/organisations HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\n';
  const json = 'Content-Type: application/json\r\n';

  it('S-17: two hundred of them hold up nobody, half a head or half a body each', async () => {
    const cookie = `Cookie: zit=${someone.token}\r\n`;
    const slow = [
      'GET / HT',
      `${head}X-Slow: `,
      `${head}${json}Content-Length: 500\r\n\r\n{"name":`,
      `${head}${json}${cookie}Transfer-Encoding: chunked\r\n\r\n5\r\n{"nam`,
    ];
    await Promise.all(Array.from({ length: SOCKETS }, (_, at) => open(slow[at % slow.length] ?? '')));
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all([
        someone.get('/api/v1/organisations'),
        someone.get('/api/v1/session'),
        portal.stranger.get('/livez'),
        someone.post('/api/v1/organisations', { name: `Fundacja ${round}`, sector: 'NGO' }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 201]);
      sockets.forEach((socket) => socket.writable && socket.write('a'));
    }
  });

  it('S-17: Node is told to let each go after half a minute of a head, and ten of a file', () => {
    const server = portal.app.getHttpServer() as Server;
    expect(server.requestTimeout).toBe(600_000);
    expect(server.headersTimeout).toBe(30_000);
  });

  it('S-17: a head of 16 kB is refused, a shorter one is not', async () => {
    const statusOf = async (length: number) =>
      (await portal.stranger.get('/livez', { 'X-Long': 'a'.repeat(length) })).status;
    expect([await statusOf(12 * 1024), await statusOf(16 * 1024)]).toEqual([200, 431]);
  });

  it('S-17: 32 levels of a body are looked at, more are not', async () => {
    const codeAt = async (levels: number) => {
      const body = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
      return (await someone.post<Problem>('/api/v1/organisations', body)).body.code;
    };
    expect([await codeAt(32), await codeAt(34)]).toEqual(['VALIDATION', 'MALFORMED']);
  });

  it.each([
    ['brackets', '['.repeat(300_000)],
    ['closed brackets', `${'['.repeat(300_000)}${']'.repeat(300_000)}`.slice(0, 1_000_000)],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['lists in fields', `{"name":${'[{"a":'.repeat(60_000)}1${'}]'.repeat(60_000)}}`],
  ])('S-17: a tower of %s is refused, and the portal lives', async (_, body) => {
    expect((await someone.post('/api/v1/organisations', body)).status).toBe(400);
    expect((await portal.stranger.get('/livez')).status).toBe(200);
  });
});
