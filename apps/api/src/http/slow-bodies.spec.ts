import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { handOnBytes, limitSlowBodies } from './slow-bodies';
import { accessTable } from './access-table';

const FILE = accessTable.find(({ bytes }) => bytes);

describe('bodies that never end', () => {
  let server: FastifyInstance;
  let port: number;
  beforeAll(async () => {
    server = fastify();
    limitSlowBodies(server, 300);
    handOnBytes(server);
    server.post('/json', () => 'read');
    server.put(FILE?.path ?? '', async ({ body, headers }, reply) => {
      if (headers['x-refuse']) return reply.status(403).send('no');
      let size = 0;
      for await (const chunk of body as AsyncIterable<Buffer>) size += chunk.length;
      return { size };
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
    ({ port } = server.server.address() as AddressInfo);
  });
  afterAll(async () => {
    server.server.closeAllConnections();
    await server.close();
  });

  const send = async (text: string): Promise<Socket> => {
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    await once(socket, 'connect');
    socket.write(text);
    return socket;
  };
  const allOf = async (socket: Socket): Promise<string> => {
    let text = '';
    socket.on('data', (part: string) => (text += part));
    await once(socket, 'close');
    return text;
  };
  const json = 'POST /json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"a"';
  const file = (head = '') =>
    `PUT ${FILE?.path.replaceAll(/:\w+/g, 'x')} HTTP/1.1\r\nHost: x\r\n${head}Content-Type: application/octet-stream\r\nContent-Length: 9\r\n\r\nabcd`;

  it('S-17: of JSON are let go, while a file may still arrive', async () => {
    const upload = await send(file());
    expect(await allOf(await send(json))).toMatch(/^HTTP\/1\.1 408 [^]*"code":"MALFORMED"/);
    upload.write('efghi');
    const [answer] = (await once(upload, 'data')) as [string];
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK[^]*\{"size":9\}$/);
    upload.destroy();
  });

  it('S-17: of a file that was refused are cut off, after the answer was there to read', async () => {
    expect(await allOf(await send(file('X-Refuse: 1\r\n')))).toMatch(/^HTTP\/1\.1 403 [^]*no$/);
  });
});
