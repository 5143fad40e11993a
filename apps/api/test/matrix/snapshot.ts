import type { DataSource } from 'typeorm';

/** Tables that grow or tick by themselves: entries, counted attempts, chores. */
const ALIVE = new Set(['sign_in_attempt', 'chore']);
/** Tables that no act of a person changes. */
const FIXED = new Set(['migration', 'county', 'municipality', 'legal_form', 'rule_set']);

export type Sums = Record<string, string>;

/** The world as it was built, kept beside it: to see what a call changed, and to bring it back. */
export class Snapshot {
  private constructor(
    private readonly source: DataSource,
    private readonly columns: ReadonlyMap<string, string>,
    private readonly built: Sums,
  ) {}

  static async take(source: DataSource): Promise<Snapshot> {
    const rows = await source.query<{ table: string; columns: string }[]>(
      `select table_name as table, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
       from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER' group by table_name`,
    );
    const columns = new Map(
      rows
        .filter(({ table }) => !FIXED.has(table) && !table.startsWith('journal'))
        .map((row) => [row.table, row.columns]),
    );
    await source.query('create schema snapshot');
    for (const [table, list] of columns)
      await source.query(`create table snapshot.${table} as select ${list} from public.${table}`);
    return new Snapshot(source, columns, await sumsOf(source, columns));
  }

  /** Names of tables that are no longer as they were built. */
  async changed(): Promise<string[]> {
    const now = await sumsOf(this.source, this.columns);
    return Object.keys(now).filter((table) => !ALIVE.has(table) && now[table] !== this.built[table]);
  }

  /** Brings every table back. Triggers and foreign keys rest meanwhile: all of it comes back at once. */
  async restore(): Promise<void> {
    const now = await sumsOf(this.source, this.columns);
    const tables = [...this.columns.keys()].filter((table) => now[table] !== this.built[table]);
    await this.source.transaction(async (manager) => {
      await manager.query(`set local session_replication_role = 'replica'`);
      for (const table of tables) {
        const list = this.columns.get(table);
        await manager.query(`delete from public.${table}`);
        await manager.query(
          `insert into public.${table} (${list}) overriding system value select ${list} from snapshot.${table}`,
        );
      }
    });
  }
}

/** One statement over all tables: a sum of each table's rows, whatever their order. */
async function sumsOf(source: DataSource, columns: ReadonlyMap<string, string>): Promise<Sums> {
  const parts = [...columns.keys()].map(
    (table) =>
      `select '${table}' as table, count(*) || ':' || coalesce(sum(hashtextextended(${textOf(table)}, 0)::numeric), 0) as sum
       from public.${table} t`,
  );
  const rows = await source.query<{ table: string; sum: string }[]>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ table, sum }) => [table, sum]));
}

/** A row as text; that a session was seen just now is no change. */
const textOf = (table: string): string => (table === 'session' ? `(to_jsonb(t) - 'seen_at')::text` : 't::text');
