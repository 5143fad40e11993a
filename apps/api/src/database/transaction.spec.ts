import { cloneDatabase, type TestDatabase } from '@zit/test-database';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';
import { databaseFault, sqlStateOf } from './sql-state';
import { inTransaction } from './transaction';

describe('a transaction', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await cloneDatabase();
    dataSource = await new DataSource(dataSourceOptions({ url: database.url, poolSize: 4 })).initialize();
    await dataSource.query('create table tally (id int primary key, count int not null)');
    await dataSource.query('insert into tally values (1, 0), (2, 0)');
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('begins again when PostgreSQL chose it as the victim of a deadlock', async () => {
    let tries = 0;
    let arrived = 0;
    const both = new Promise<void>((go) => {
      const poll = setInterval(() => {
        if (arrived < 2) return;
        clearInterval(poll);
        go();
      }, 5);
    });
    const count = (first: number, second: number) =>
      inTransaction(dataSource, async (manager) => {
        tries++;
        await manager.query('update tally set count = count + 1 where id = $1', [first]);
        arrived++;
        await both;
        await manager.query('update tally set count = count + 1 where id = $1', [second]);
      });
    await Promise.all([count(1, 2), count(2, 1)]);
    expect(tries).toBe(3);
    expect(await dataSource.query('select count from tally order by id')).toEqual([{ count: 2 }, { count: 2 }]);
  });

  it('leaves nothing behind and does not try again when the work itself fails', async () => {
    let tries = 0;
    const work = inTransaction(dataSource, async (manager) => {
      tries++;
      await manager.query('update tally set count = 100');
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(tries).toBe(1);
    expect(await dataSource.query('select max(count) as most from tally')).toEqual([{ most: 2 }]);
  });

  it('names what the database refused, and nothing else', async () => {
    const error: unknown = await dataSource.query('insert into tally values (1, 1)').catch((fault: unknown) => fault);
    expect(databaseFault(error)).toMatchObject({ code: '23505', constraint: 'tally_pkey' });
    expect(sqlStateOf(Object.assign(new Error('x'), { code: 'EPIPE' }))).toBeNull();
    expect(sqlStateOf(null)).toBeNull();
  });
});
