import type { SheetChangeLine, SheetHistory } from '@zit/contracts';
import type { EntityManager } from 'typeorm';

/** Lines of a page; the last save on it comes whole, however many fields it wrote. */
const PAGE = 50;

const HISTORY = `
  with page as (
    select * from sheet_change
    where sheet_id = $1 and ($2::bigint is null or rev < $2) and ($3::text is null or path = $3)
    order by rev desc fetch first ${PAGE} rows with ties
  )
  select h.rev::float8 as rev, h.path, h.before, h.after, h.set_aside as "setAside", p.name as by,
    to_char(h.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
    exists (select from sheet_change o
      where o.sheet_id = $1 and o.rev < (select min(rev) from page) and ($3::text is null or o.path = $3)) as more
  from page h left join person p on p.id = h.changed_by
  order by h.rev desc, h.path`;

/** Who wrote what, newest first, from before a revision (null: all), of one path (null: of all). */
export async function readHistory(
  manager: EntityManager,
  id: string,
  { before = null, path = null }: { before?: number | null; path?: string | null },
): Promise<SheetHistory> {
  const rows = await manager.query<(SheetChangeLine & { more: boolean })[]>(HISTORY, [id, before, path]);
  const last = rows.at(-1);
  return { lines: rows.map(({ more: _, ...line }) => line), before: last?.more ? last.rev : null };
}
