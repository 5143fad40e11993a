import type { BudgetLineResponse } from '@zit/contracts';
import { sameValue } from '../database/merge-change';
import type { Change } from './changes';

/**
 * What a save did to the lines of a budget, field by field. A line that came or went is one change of the whole.
 * Numbers of lines are those after the save; of a removed line, the one it had.
 */
export function lineChanges(before: readonly BudgetLineResponse[], after: readonly BudgetLineResponse[]): Change[] {
  const old = new Map(before.map((line) => [line.id, line]));
  const kept = new Set(after.map((line) => line.id));
  const changes: Change[] = [];
  for (const line of after) {
    const was = old.get(line.id);
    if (was) changes.push(...fieldsOf(was, line));
  }
  for (const line of after)
    if (!old.has(line.id)) changes.push({ field: 'line', of: place(line), before: null, after: values(line) });
  for (const line of before)
    if (!kept.has(line.id)) changes.push({ field: 'line', of: place(line), before: values(line), after: null });
  return changes;
}

const place = ({ id, no }: BudgetLineResponse): { id: string; no: string } => ({ id, no });
const values = ({ id: _, no: __, version: ___, ...line }: BudgetLineResponse) => line;

function fieldsOf(was: BudgetLineResponse, line: BudgetLineResponse): Change[] {
  const old: Readonly<Record<string, unknown>> = values(was);
  return Object.entries(values(line))
    .filter(([field, after]) => !sameValue(old[field], after))
    .map(([field, after]) => ({ field, of: place(line), before: old[field] ?? null, after: after ?? null }));
}
