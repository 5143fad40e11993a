import type { FieldConflict } from '@zit/contracts';
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

const text = (value: unknown): string =>
  value === null || value === undefined || value === ''
    ? words.removed
    : isLocalDate(value)
      ? formatDatePl(value)
      : String(value);
