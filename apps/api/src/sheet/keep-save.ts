import type { SheetValue } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { KeptAnswer } from './kept-answer';

/** A line of the history: what was written, or what was set aside because it collided. */
export interface ChangeRow {
  path: string;
  before: SheetValue;
  after: SheetValue;
  aside: boolean;
}

export interface SaveRow {
  sheetId: string;
  saveId: string;
  personId: string;
  sha256: string;
  /** Revision of the sheet after the save. */
  rev: number;
  rows: readonly ChangeRow[];
  answer: KeptAnswer;
}

/** One instant for the whole save, later than that of the save before it: the sheet is taken by now. */
const NOW = 'statement_timestamp()';

const KEEP = `
  with given as (
    select * from jsonb_to_recordset($4::jsonb) as x (path text, before jsonb, after jsonb, aside boolean)
  ), counted as (
    update sheet set rev = $3 where id = $1 and rev <> $3
  ), kept as (
    insert into sheet_field (sheet_id, path, value, rev, changed_by, changed_at)
    select $1, path, after, $3, $5, ${NOW} from given where not aside
    on conflict (sheet_id, path) do update set value = excluded.value, rev = excluded.rev,
      changed_by = excluded.changed_by, changed_at = excluded.changed_at
  ), told as (
    insert into sheet_change (sheet_id, rev, path, before, after, set_aside, save_id, changed_by, changed_at)
    select $1, $3, path, before, after, aside, $2, $5, ${NOW} from given
  )
  insert into sheet_save (sheet_id, save_id, request_sha256, rev, answer, saved_at)
  values ($1, $2, $6, $3, $7, ${NOW})
  returning to_char(saved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "savedAt"`;

/** Writes a save that was decided, fields and history and answer, in one statement. Returns its instant. */
export async function keepSave(manager: EntityManager, save: SaveRow): Promise<string> {
  const [{ savedAt }] = await manager.query<[{ savedAt: string }]>(KEEP, [
    save.sheetId,
    save.saveId,
    save.rev,
    JSON.stringify(save.rows),
    save.personId,
    save.sha256,
    JSON.stringify(save.answer),
  ]);
  return savedAt;
}
