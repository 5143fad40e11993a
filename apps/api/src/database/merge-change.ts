import type { Change, FieldConflict } from '@zit/contracts';

export interface Merge<Fields> {
  /** What has to be written; empty when everything is there already. */
  changed: Partial<Fields>;
  /** Fields that somebody else changed to something else; with any of them nothing is written. */
  conflicts: FieldConflict[];
}

/**
 * Three-way merge, field by field. The row still has the version the person saw: everything is taken. Otherwise
 * a field is taken while its value is still the one the person began with; a field that already holds the
 * wished value needs nothing; any other is a conflict with all three values.
 */
export function mergeChange<Fields extends object>(
  row: Fields & { version: number },
  change: Change<Fields>,
): Merge<Fields> {
  const changed: Partial<Fields> = {};
  const conflicts: FieldConflict[] = [];
  const mine = change.changes;
  for (const field of Object.keys(mine) as (keyof Fields & string)[]) {
    if (mine[field] === undefined || sameValue(row[field], mine[field])) continue;
    if (row.version === change.version || sameValue(row[field], change.base[field])) changed[field] = mine[field];
    else
      conflicts.push({
        field,
        base: change.base[field] ?? null,
        theirs: row[field] ?? null,
        mine: mine[field] ?? null,
      });
  }
  return { changed, conflicts };
}

/** Equality of JSON values; a missing value is null, the order of keys does not matter. */
export function sameValue(one: unknown, other: unknown): boolean {
  const a = one ?? null;
  const b = other ?? null;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}
