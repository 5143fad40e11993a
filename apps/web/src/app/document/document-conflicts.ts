import type { Change, DocumentFields, FieldConflict } from '@zit/contracts';
import { formatDatePl, isLocalDate } from '@zit/domain';
import { documentPageWords as words } from '@zit/words.pl/document-page';
import type { ConflictRow } from '../ui/conflict-dialog';

/** Colliding fields of a draft in words for people. */
export const conflictRows = (conflicts: readonly FieldConflict[]): ConflictRow[] =>
  conflicts.map(({ field, base, theirs, mine }) => ({
    field,
    label: words.fields[field as keyof typeof words.fields],
    base: text(base),
    theirs: text(theirs),
    mine: text(mine),
  }));

/**
 * What was typed and never saved, as text to copy: a line for each field.
 * @param unread texts that could not be read as their field's value
 */
export function leftOver(
  changes: readonly Change<DocumentFields>[],
  unread: Partial<Record<keyof DocumentFields, string>>,
): string {
  const typed = Object.assign({}, ...changes.map((each) => each.changes), unread) as Partial<DocumentFields>;
  const fields = (Object.keys(words.fields) as (keyof DocumentFields)[]).filter((field) => field in typed);
  return conflictRows(fields.map((field) => ({ field, base: null, theirs: null, mine: typed[field] })))
    .filter(({ mine }) => mine !== words.removed)
    .map(({ label, mine }) => `${label}: ${mine}`)
    .join('\n');
}

const text = (value: unknown): string =>
  value === null || value === undefined || value === ''
    ? words.removed
    : isLocalDate(value)
      ? formatDatePl(value)
      : String(value);
