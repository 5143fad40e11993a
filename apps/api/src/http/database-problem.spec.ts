import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { startPortal, type TestPortal } from '../../test/portal';
import { inTransaction } from '../database/transaction';
import { databaseProblem } from './database-problem';

describe('a database that goes away', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  it('between two statements of a transaction is said plainly, and the next request is served', async () => {
    const lost: unknown = await inTransaction(portal.dataSource, async (manager) => {
      const [own] = await manager.query<{ pid: number }[]>('select pg_backend_pid() as pid');
      await portal.dataSource.query('select pg_terminate_backend($1)', [own?.pid]);
      await pause(200);
      await manager.query('select 1');
    }).catch((error: unknown) => error);
    expect(databaseProblem(lost, {} as FastifyRequest)?.problem).toMatchObject({ status: 503, code: 'BUSY' });
    expect((await portal.stranger.get('/readyz')).status).toBe(200);
  });
});
