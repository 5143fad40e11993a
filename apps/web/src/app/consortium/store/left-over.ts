import type { BudgetLineFields, ConsortiumResponse, FieldConflict } from '@zit/contracts';
import { conflictRows } from './conflict-rows';
import type { Act } from './act';

/** Lists whose rows are told apart by a key of their own; every other list is one value. */
const KEY: Readonly<Record<string, (row: Record<string, unknown>) => string>> = {
  targetGroups: (row) => String(row['code']),
  services: (row) => `${String(row['code'])} ${String(row['memberId'])}`,
  servicePoints: (row) => String(row['id']),
  catalogueAdditions: (row) => String(row['code']),
};

/**
 * What was typed and never saved, as text to copy: a line for each field. `of` is the consortium as the person saw
 * it last, unsaved changes among it.
 */
export function leftOver(acts: readonly Act[], of: ConsortiumResponse): string {
  const fields = acts.flatMap((act): FieldConflict[] => {
    switch (act.act) {
      case 'change':
        return Object.entries(act.changes).flatMap(([field, value]) => cardField(field, value, act.base));
      case 'changeMember':
        return valuesOf(`members/${act.memberId}`, act.changes);
      case 'changeBudget':
        return [
          ...act.change.added.flatMap(({ id, fields: line }) => valuesOf(`lines/${id}`, line)),
          ...act.change.changed.flatMap(({ id, changes }) => valuesOf(`lines/${id}`, changes)),
        ];
      // Who joins, leaves or leads is a decision and not a text.
      case 'addMember':
      case 'leave':
      case 'appointLeader':
        return [];
    }
  });
  return conflictRows(fields, of)
    .filter(({ mine }) => mine !== '')
    .map(({ label, mine }) => `${label}: ${mine}`)
    .join('\n');
}

const valuesOf = (path: string, fields: Partial<BudgetLineFields> | object): FieldConflict[] =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([field, mine]) => ({ field: `${path}/${field}`, base: null, theirs: null, mine }));

function cardField(field: string, value: unknown, base: object): FieldConflict[] {
  const keyOf = KEY[field];
  if (!keyOf || !Array.isArray(value)) return [{ field, base: null, theirs: null, mine: value }];
  const before = new Set(((base as Record<string, unknown[]>)[field] ?? []).map((row) => JSON.stringify(row)));
  return (value as Record<string, unknown>[])
    .filter((row) => !before.has(JSON.stringify(row)))
    .map((row) => ({ field: `${field}/${keyOf(row)}`, base: null, theirs: null, mine: row }));
}
