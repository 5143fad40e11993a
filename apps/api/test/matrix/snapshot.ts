import type { DataSource } from 'typeorm';

/** Tables that grow or tick by themselves: entries, counted attempts, chores. */
const ALIVE = new Set(['sign_in_attempt', 'chore']);
/** Tables that no act of a person changes. */
const FIXED = new Set(['migration', 'county', 'municipality', 'legal_form', 'rule_set']);

export type Sums = Record<string, string>;

/** The world as it was built, kept beside it: to see what a call changed, and to bring it back. */
export class Snapshot {
  /** What each table held when it was last read, and of which version. */
  private readonly known = new Map<string, { version: string; sum: string }>();
  private built: Sums = {};

  private constructor(
    private readonly source: DataSource,
    private readonly schema: string,
    private readonly columns: ReadonlyMap<string, string>,
  ) {}

  /** @param schema where the copy lies; more than one may be kept */
  static async take(source: DataSource, schema = 'snapshot'): Promise<Snapshot> {
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
    await source.query(`create schema ${schema}`);
    for (const [table, list] of columns)
      await source.query(`create table ${schema}.${table} as select ${list} from public.${table}`);
    const snapshot = new Snapshot(source, schema, columns);
    snapshot.built = await snapshot.sums();
    return snapshot;
  }

  /** Names of tables that are no longer as they were built. */
  async changed(): Promise<string[]> {
    return (await this.others()).filter((table) => !ALIVE.has(table));
  }

  /** Brings every table back. Triggers and foreign keys rest meanwhile: all of it comes back at once. */
  async restore(): Promise<void> {
    const tables = await this.others();
    if (tables.length === 0) return;
    await this.source.transaction(async (manager) => {
      await manager.query(`set local session_replication_role = 'replica'`);
      for (const table of tables) {
        const list = this.columns.get(table);
        await manager.query(`delete from public.${table}`);
        await manager.query(
          `insert into public.${table} (${list}) overriding system value select ${list} from ${this.schema}.${table}`,
        );
      }
    });
  }

  private async others(): Promise<string[]> {
    const now = await this.sums();
    return [...this.columns.keys()].filter((table) => now[table] !== this.built[table]);
  }

  /** Reads what a table holds only when its version is another than the last time. */
  private async sums(): Promise<Sums> {
    const versions = await this.asked(versionOf, [...this.columns.keys()]);
    const moved = Object.keys(versions).filter((table) => this.known.get(table)?.version !== versions[table]);
    const sums = moved.length > 0 ? await this.asked(sumOf, moved) : {};
    for (const table of moved) this.known.set(table, { version: versions[table] ?? '', sum: sums[table] ?? '' });
    return Object.fromEntries([...this.known].map(([table, { sum }]) => [table, sum]));
  }

  /** One statement over many tables. */
  private async asked(said: (table: string) => string, tables: readonly string[]): Promise<Sums> {
    const parts = tables.map((table) => `select '${table}' as table, ${said(table)} as said from public.${table} t`);
    const rows = await this.source.query<{ table: string; said: string }[]>(parts.join(' union all '));
    return Object.fromEntries(rows.map(({ table, said: answer }) => [table, answer]));
  }
}

/**
 * Rows, and the transactions that wrote them. Whatever writes has a newer number than all before it: with as many rows
 * as before the sum of the numbers has grown.
 */
const versionOf = (): string => `count(*) || ':' || coalesce(sum(t.xmin::text::bigint), 0)`;

/** A sum of a table's rows, whatever their order. */
const sumOf = (table: string): string =>
  `count(*) || ':' || coalesce(sum(hashtextextended(${textOf(table)}, 0)::numeric), 0)`;

/** A row as text; that a session was seen just now is no change. */
const textOf = (table: string): string => (table === 'session' ? `(to_jsonb(t) - 'seen_at')::text` : 't::text');
