import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PERSONAL_TABLES, RETENTION, tablesOfPeople, unmarkedColumns } from '@zit/domain';
import { cloneDatabase, type TestDatabase } from '@zit/test-database';
import { retentionWords, tableWords } from '@zit/words.pl/personal';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../database/data-source';

describe('the register of personal data', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await cloneDatabase();
    dataSource = await new DataSource(dataSourceOptions({ url: database.url, poolSize: 1 })).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  const faults = async (): Promise<string[]> =>
    unmarkedColumns(
      await dataSource.query<{ table: string; column: string }[]>(
        `select table_name as table, column_name as column
         from information_schema.columns join information_schema.tables using (table_schema, table_name)
         where table_schema = 'public' and table_type = 'BASE TABLE'`,
      ),
    );

  it('marks every column of every table, once', async () => {
    expect(await faults()).toEqual([]);
  });

  it('names a new column, a new table and a column that went', async () => {
    await dataSource.query('alter table person add column shoe_size int');
    await dataSource.query('create table hobby (name text)');
    await dataSource.query('alter table passkey rename column name to label');
    expect((await faults()).sort()).toEqual([
      'hobby.name: not marked',
      'passkey.label: not marked',
      'passkey.name: marked, but not there',
      'person.shoe_size: not marked',
    ]);
    await dataSource.query('alter table person drop column shoe_size');
    await dataSource.query('drop table hobby');
    await dataSource.query('alter table passkey rename column label to name');
  });

  it('finds every column that points to a person', async () => {
    const pointing = await dataSource.query<{ table: string; column: string }[]>(
      `select c.conrelid::regclass::text as table, a.attname as column
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
       where c.contype = 'f' and c.confrelid = 'person'::regclass`,
    );
    const known = tablesOfPeople().flatMap(([table, { own, traces }]) =>
      [...own, ...traces].map((column) => `${table}.${column}`),
    );
    expect(pointing.map(({ table, column }) => `${table}.${column}`).filter((one) => !known.includes(one))).toEqual([]);
    expect(pointing.length).toBeGreaterThan(20);
  });

  it('says of every table with personal data why and how long, and of every retention class', () => {
    const withPeople = Object.entries(PERSONAL_TABLES).filter(
      ([, { personal, secret }]) => personal.length + secret.length > 0,
    );
    expect(Object.keys(tableWords).sort()).toEqual(withPeople.map(([table]) => table).sort());
    expect(Object.keys(retentionWords).sort()).toEqual(RETENTION.map(({ kind }) => kind).sort());
  });

  it('is told in the documentation, every table of people by its name', async () => {
    const text = await readFile(join(__dirname, '../../../../docs/personal-data.md'), 'utf8');
    expect(Object.keys(tableWords).filter((table) => !text.includes(`\`${table}\``))).toEqual([]);
  });

  it('lets nothing go by time from the journal or from documents', () => {
    const tables: string[] = RETENTION.map(({ table }) => table);
    for (const kept of ['journal', 'journal_link', 'journal_seal', 'document', 'document_file', 'acknowledgement'])
      expect(tables).not.toContain(kept);
  });
});
