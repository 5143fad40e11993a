import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import fastify, { type FastifyInstance } from 'fastify';
import { closeWhenAnswered } from './close-when-answered';

/** Long enough that a connection which is waited for shows as a test that does not end. */
const KEEP_ALIVE_MS = 600_000;

/** Resolves when somebody says so. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('closing', () => {
  let server: FastifyInstance;
  const sockets: Socket[] = [];
  beforeEach(() => {
    server = fastify({ forceCloseConnections: 'idle', keepAliveTimeout: KEEP_ALIVE_MS });
    closeWhenAnswered(server);
  });
  afterEach(() => {
    sockets.splice(0).forEach((socket) => socket.destroy());
    server.server.closeAllConnections();
  });

  const dial = async (): Promise<Socket> => {
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    sockets.push(socket);
    await Promise.all([once(socket, 'connect'), once(server.server, 'connection')]);
    return socket;
  };
  const ask = async (path: string): Promise<Socket> => {
    const socket = await dial();
    const heard = once(server.server, 'request');
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await heard;
    return socket;
  };
  /** Everything that comes until the server hangs up. */
  const wholeAnswer = async (socket: Socket): Promise<string> => {
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    return text;
  };

  it('waits for nobody who has asked nothing', async () => {
    await server.listen({ port: 0, host: '127.0.0.1' });
    const socket = await dial();
    await server.close();
    expect(await wholeAnswer(socket)).toBe('');
  });

  it('cuts off half a question', async () => {
    await server.listen({ port: 0, host: '127.0.0.1' });
    const socket = await dial();
    socket.on('error', () => socket.destroy());
    const gone = new Promise((resolve) => socket.once('close', resolve));
    socket.write('GET / HT');
    await server.close();
    await gone;
    expect(socket.bytesRead).toBe(0);
  });

  it('answers in full what was asked before, and then hangs up', async () => {
    const { opened, open } = gate();
    server.get('/slow', async () => {
      await opened;
      return 'the answer';
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
    const answer = wholeAnswer(await ask('/slow'));
    const closed = server.close();
    open();
    expect(await answer).toMatch(/^HTTP\/1.1 200 [^]*the answer$/);
    await closed;
  });

  it('keeps no connection whose answer had all arrived but not ended', async () => {
    const { opened, open } = gate();
    server.get('/file', (_request, reply) => {
      const body = Readable.from(
        (async function* () {
          yield 'whole';
          await opened;
        })(),
      );
      return reply.header('Content-Length', 5).send(body);
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
    const socket = await ask('/file');
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(String(first)).toMatch(/whole$/);
    const closed = server.close();
    setImmediate(open);
    await closed;
  });
});
