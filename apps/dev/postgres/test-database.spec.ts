import { cloneDatabase, emptyDatabase } from '@zit/test-database';
import { Client } from 'pg';

const query = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('a database of its own for each test file', () => {
  it('holds the migrated tables and nothing of its neighbour', async () => {
    const [one, two] = await Promise.all([cloneDatabase(), cloneDatabase()]);
    await query(one.url, 'create table only_here (n int)');
    expect(await query(one.url, "select to_regclass('migration') is not null as there")).toEqual([{ there: true }]);
    expect(await query(two.url, "select to_regclass('only_here') is null as absent")).toEqual([{ absent: true }]);
    await Promise.all([one.drop(), two.drop()]);
    await expect(query(one.url, 'select 1')).rejects.toThrow(/does not exist/);
  });

  it('prepares a named template once', async () => {
    let times = 0;
    const prepared = {
      name: 'with-a-note',
      prepare: async (url: string) => {
        times++;
        await query(url, "create table note as select 'kept'::text as word");
      },
    };
    const clones = await Promise.all([1, 2, 3].map(() => cloneDatabase(prepared)));
    for (const clone of clones) expect(await query(clone.url, 'select word from note')).toEqual([{ word: 'kept' }]);
    expect(times).toBe(1);
    await Promise.all(clones.map((clone) => clone.drop()));
  });

  it('sorts Polish words as the dictionary does when asked to', async () => {
    const empty = await emptyDatabase();
    const words = ['Łódź', 'Lublin', 'Śrem', 'Sopot', 'Żukowo', 'Zamość', 'Gdańsk', 'lody'];
    const list = words.map((word) => `('${word}')`).join(',');
    const rows = await query(empty.url, `select w from (values ${list}) v(w) order by w collate "pl-x-icu"`);
    expect(rows.map((row) => row.w)).toEqual([...words].sort(new Intl.Collator('pl').compare));
    await empty.drop();
  });
});
