import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cappedFetch } from './capped-fetch';

describe('what a provider sends', () => {
  const server = createServer((request, answer) => {
    if (request.url === '/moved') answer.writeHead(302, { Location: '/small' });
    answer.end(request.url === '/large' ? Buffer.alloc(600_000) : 'mało');
  });
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const ask = (path: string) =>
    cappedFetch(url + path, { method: 'GET', headers: {}, body: undefined, redirect: 'manual' });

  it('is read whole while it is small', async () => {
    expect(await (await ask('/small')).text()).toBe('mało');
  });

  it('is given up beyond half a megabyte', async () => {
    await expect(ask('/large')).rejects.toThrow('the answer is too large');
  });

  it('leads nowhere else', async () => {
    expect((await ask('/moved')).status).toBe(302);
  });
});
