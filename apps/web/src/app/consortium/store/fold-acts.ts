import type { BudgetLineFields, ChangeBudget, LineChange } from '@zit/contracts';
import type { Act } from './act';
import { sameValue } from './consortium-fields';

/**
 * Two acts of one person in a row as one act, so that fast typing makes one request;
 * null when they have to stay apart and in order.
 */
export function foldActs(earlier: Act, later: Act): Act | null {
  if (earlier.act === 'change' && later.act === 'change') {
    return { ...earlier, ...foldChanges(earlier, later) };
  }
  if (earlier.act === 'changeMember' && later.act === 'changeMember' && earlier.memberId === later.memberId) {
    return { ...earlier, ...foldChanges(earlier, later) };
  }
  if (earlier.act === 'changeBudget' && later.act === 'changeBudget') {
    return { act: 'changeBudget', change: foldBudgets(earlier.change, later.change) };
  }
  return null;
}

/** Nothing left to send: everything was typed back to what it had been. */
export function isEmpty(act: Act): boolean {
  if (act.act === 'change' || act.act === 'changeMember') {
    return Object.keys(act.changes).length === 0;
  }
  if (act.act === 'changeBudget') {
    const { added, changed, removed, order } = act.change;
    return added.length + changed.length + removed.length === 0 && order === null;
  }
  return false;
}

interface FieldChange<F> {
  changes: Partial<F>;
  base: Partial<F>;
}

/** The first base and the last value of every field; a field that is back at its base drops out. */
function foldChanges<F extends object>(earlier: FieldChange<F>, later: FieldChange<F>): FieldChange<F> {
  const changes = { ...earlier.changes, ...later.changes };
  const base = { ...later.base, ...earlier.base };
  for (const key of Object.keys(changes) as (keyof F)[]) {
    if (key in base && sameValue(changes[key], base[key])) {
      delete changes[key];
      delete base[key];
    }
  }
  return { changes, base };
}

function foldBudgets(earlier: ChangeBudget, later: ChangeBudget): ChangeBudget {
  const added = new Map(earlier.added.map((one) => [one.id, one]));
  const changed = new Map(earlier.changed.map((one) => [one.id, one]));
  const removed = new Map(earlier.removed.map((one) => [one.id, one]));
  for (const line of later.added) {
    const undone = removed.get(line.id);
    if (undone) {
      // A removal taken back before it was sent: the line still stands on the server, only its fields may differ.
      removed.delete(line.id);
      changed.set(line.id, { id: line.id, version: undone.version, changes: line.fields, base: {} });
    } else {
      added.set(line.id, line);
    }
  }
  for (const line of later.changed) {
    foldLine(added, changed, line);
  }
  for (const line of later.removed) {
    changed.delete(line.id);
    if (!added.delete(line.id)) {
      removed.set(line.id, line);
    }
  }
  return {
    added: [...added.values()],
    changed: [...changed.values()],
    removed: [...removed.values()],
    order: later.order ?? earlier.order,
  };
}

function foldLine(
  added: Map<string, ChangeBudget['added'][number]>,
  changed: Map<string, LineChange>,
  line: LineChange,
) {
  const fresh = added.get(line.id);
  if (fresh) {
    added.set(line.id, { ...fresh, fields: { ...fresh.fields, ...line.changes } });
    return;
  }
  const before = changed.get(line.id);
  const folded = before ? { ...before, ...foldChanges<BudgetLineFields>(before, line) } : line;
  if (Object.keys(folded.changes).length > 0) {
    changed.set(line.id, folded);
  } else {
    changed.delete(line.id);
  }
}
