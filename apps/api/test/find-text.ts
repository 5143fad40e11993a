import type { DataSource } from 'typeorm';

/** Every `table.column` of the database whose rows hold one of the texts, in whatever type, upper or lower case. */
export async function findText(source: DataSource, texts: readonly string[]): Promise<string[]> {
  const columns = await source.query<{ table: string; column: string; type: string }[]>(
    `select table_name as table, column_name as column, data_type as type
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1, 2`,
  );
  const found: string[] = [];
  for (const { table, column, type } of columns) {
    const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
    const [row] = await source.query<{ there: boolean }[]>(
      `select exists (select from "${table}" where exists (
         select from unnest($1::text[]) as t (text) where position(lower(t.text) in lower(${text})) > 0)) as there`,
      [texts],
    );
    if (row?.there) found.push(`${table}.${column}`);
  }
  return found;
}
