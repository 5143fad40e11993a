import type { SheetField } from '@zit/contracts';
import type { SheetForm } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { notFound } from '../http/problem-error';
import type { KeptAnswer } from './kept-answer';
import type { PathRanges } from './touched-paths';

/** A row of `sheet`. */
export interface SheetRow {
  form: string;
  rev: number;
  closed: boolean;
}

const LOCK = 'select form, rev::float8 as rev, closed from sheet where id = $1 for no key update';

/** Whoever writes takes the sheet first: one order of saves, and what is read afterwards stays so. @throws 404 */
export async function lockSheet(manager: EntityManager, id: string, form?: SheetForm): Promise<SheetRow> {
  const [sheet] = await manager.query<SheetRow[]>(LOCK, [id]);
  if (!sheet) throw notFound();
  if (form && sheet.form !== form.version) throw new Error(`a sheet of ${sheet.form} was opened as ${form.version}`);
  return sheet;
}

const TOUCHED = `
  select
    (select jsonb_build_object('sha256', request_sha256, 'rev', rev, 'answer', answer,
        'savedAt', to_char(saved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      from sheet_save where sheet_id = $1 and save_id = $2) as before,
    (select coalesce(jsonb_agg(jsonb_build_object('path', f.path, 'value', f.value, 'rev', f.rev)), '[]')
      from unnest($3::text[], $4::text[], $5::int[]) as range ("from", "to", long)
      join sheet_field f on f.sheet_id = $1 and f.path between range."from" and range."to"
        and (range.long is null or char_length(f.path) = range.long)) as fields`;

/** A save that was answered before under the same id. */
export interface EarlierSave {
  sha256: string;
  rev: number;
  answer: KeptAnswer;
  savedAt: string;
}

/** The same save, if it came before, and the fields in these ranges; a field in two of them comes twice. */
export async function readTouched(
  manager: EntityManager,
  id: string,
  save: string,
  { from, to, long }: PathRanges,
): Promise<{ before: EarlierSave | null; fields: SheetField[] }> {
  const [found] = await manager.query<[{ before: EarlierSave | null; fields: SheetField[] }]>(TOUCHED, [
    id,
    save,
    from,
    to,
    long,
  ]);
  return found;
}
