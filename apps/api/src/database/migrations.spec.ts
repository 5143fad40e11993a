import { emptyDatabase, type TestDatabase } from '@zit/test-database';
import { LEGAL_FORMS, OMT_2014 } from '@zit/domain';
import { migrations } from '@zit/migrations';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';
import { migrate, pendingMigrations } from './migrate';

describe('migrations', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeEach(async () => {
    database = await emptyDatabase();
    dataSource = await new DataSource(dataSourceOptions({ url: database.url, poolSize: 2 })).initialize();
  });
  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  const objects = () =>
    dataSource.query<{ name: string }[]>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relname !~ '^(migration|pk_|gin_)'
         and relname !~* '^(migration|PK_)' union all
       select proname from pg_proc where pronamespace = 'public'::regnamespace and prolang <> (select oid from pg_language where lanname = 'c')
       order by 1`,
    );

  it('run once, also when two processes start at the same time', async () => {
    expect(await pendingMigrations(dataSource.manager)).toHaveLength(migrations.length);
    const [one, two] = await Promise.all([migrate(database.url), migrate(database.url)]);
    expect([one.length, two.length].sort((a, b) => a - b)).toEqual([0, migrations.length]);
    expect(await pendingMigrations(dataSource.manager)).toEqual([]);
  });

  it('leave nothing behind when they are undone', async () => {
    await migrate(database.url);
    expect((await objects()).length).toBeGreaterThan(20);
    for (let left = migrations.length; left > 0; left--) await dataSource.undoLastMigration({ transaction: 'all' });
    expect(await objects()).toEqual([]);
  });

  it('give every constraint a name that says what it is for', async () => {
    await migrate(database.url);
    const constraints = await dataSource.query<{ name: string }[]>(
      `select conname as name from pg_constraint
       where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid <> 'migration'::regclass`,
    );
    const given = constraints.filter(({ name }) => /_(key|pkey|fkey|check\d*)$/.test(name));
    expect(given).toEqual([]);
    expect(constraints.length).toBeGreaterThan(40);
  });

  it('write the same rule set and legal forms as the domain knows', async () => {
    await migrate(database.url);
    expect(await dataSource.query('select rules from rule_set')).toEqual([{ rules: OMT_2014 }]);
    expect(await dataSource.query('select code, name as pl, sector from legal_form order by position')).toEqual(
      LEGAL_FORMS,
    );
  });

  it('keep a published rule set as it is', async () => {
    await migrate(database.url);
    await expect(dataSource.query(`update rule_set set rules = rules`)).rejects.toThrow(/never changes/);
    await expect(dataSource.query(`delete from rule_set`)).rejects.toThrow(/never changes/);
  });
});
