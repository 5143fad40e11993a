import type { BudgetLineFields, BudgetLineResponse, ChangeBudget } from '@zit/contracts';
import { withoutFaults } from './cell-reading';
import {
  FIELDS,
  counted,
  fieldsOf,
  lineFrom,
  type FieldKey,
  type LineFields,
  type Lines,
  type SheetLine,
} from './sheet';

/** What was done in the sheet since `known`, as the wire takes it; null when nothing was. Held lines stay here. */
export function changesBetween(known: readonly BudgetLineResponse[], lines: Lines): ChangeBudget | null {
  const before = new Map(known.map((line) => [line.id, line]));
  const change: ChangeBudget = { added: [], changed: [], removed: [], order: null };
  const order: string[] = [];
  for (const line of counted(lines)) {
    order.push(line.id);
    const was = before.get(line.id);
    before.delete(line.id);
    if (!was) change.added.push({ id: line.id, fields: fieldsOf(line) });
    else {
      const fields = changedFields(was, line);
      if (fields.length > 0) {
        change.changed.push({
          id: was.id,
          version: was.version,
          changes: picked(line, fields),
          base: picked(was, fields),
        });
      }
    }
  }
  change.removed = [...before.values()].map(({ id, version }) => ({ id, version }));
  if (differs(order, naturalOrder(known, before, change))) change.order = order;
  const empty = change.added.length + change.changed.length + change.removed.length === 0 && change.order === null;
  return empty ? null : change;
}

/** The order that the server would keep by itself: what stays, then what is new. */
const naturalOrder = (
  known: readonly BudgetLineResponse[],
  removed: ReadonlyMap<string, unknown>,
  change: ChangeBudget,
): string[] => [
  ...known.filter((line) => !removed.has(line.id)).map((line) => line.id),
  ...change.added.map((line) => line.id),
];

/**
 * The sheet's lines with what changed outside of the sheet between two sights of the consortium: somebody else's
 * edit, a fix of the panel. Fields that did not change outside stay as they are here. Null when nothing changed.
 */
export function outsideChange(
  known: readonly BudgetLineResponse[],
  now: readonly BudgetLineResponse[],
): ((lines: Lines) => Lines) | null {
  const before = new Map(known.map((line) => [line.id, line]));
  const after = new Map(now.map((line) => [line.id, line]));
  const patches = new Map<string, Partial<LineFields>>();
  for (const line of now) {
    const was = before.get(line.id);
    const fields = was && was !== line ? changedFields(was, line) : [];
    if (fields.length > 0) patches.set(line.id, picked(line, fields));
  }
  const added = now.filter((line) => !before.has(line.id));
  const removed = new Set(known.filter((line) => !after.has(line.id)).map((line) => line.id));
  const moved = differs(
    known.filter((line) => after.has(line.id)).map((line) => line.id),
    now.filter((line) => before.has(line.id)).map((line) => line.id),
  );
  if (patches.size + added.length + removed.size === 0 && !moved) return null;

  return (lines) => {
    const stayed = lines
      .filter((line) => !removed.has(line.id))
      .map((line) => (patches.has(line.id) ? patched(line, patches.get(line.id) ?? {}) : line));
    const here = new Set(stayed.map((line) => line.id));
    const fresh = added.filter((line) => !here.has(line.id)).map(lineFrom);
    const all = inserted(stayed, fresh, now);
    return moved ? ordered(all, now) : all;
  };
}

/** Another person's good value takes the place of a text that could not be read. */
function patched(line: SheetLine, fields: Partial<LineFields>): SheetLine {
  return { ...line, ...fields, faults: withoutFaults(line.faults, Object.keys(fields) as FieldKey[]) };
}

/** Each fresh line behind the one that it stands behind in `now`; the order of the others is not touched. */
function inserted(lines: Lines, fresh: Lines, now: readonly BudgetLineResponse[]): Lines {
  if (fresh.length === 0) return lines;
  const freshById = new Map(fresh.map((line) => [line.id, line]));
  const behind = new Map<string | null, SheetLine[]>();
  const here = new Set(lines.map((line) => line.id));
  let anchor: string | null = null;
  for (const { id } of now) {
    const line = freshById.get(id);
    if (line) behind.set(anchor, [...(behind.get(anchor) ?? []), line]);
    else if (here.has(id)) anchor = id;
  }
  return [...(behind.get(null) ?? []), ...lines.flatMap((line) => [line, ...(behind.get(line.id) ?? [])])];
}

/** As `now` orders them; a line that it does not know (held, not sent) stays behind the one it stood behind. */
function ordered(lines: Lines, now: readonly BudgetLineResponse[]): Lines {
  const place = new Map(now.map((line, i) => [line.id, i]));
  let last = -1;
  const keyed = lines.map((line, i) => {
    const known = place.get(line.id);
    if (known !== undefined) last = known;
    return { line, key: known ?? last + 0.5, i };
  });
  return keyed.sort((a, b) => a.key - b.key || a.i - b.i).map(({ line }) => line);
}

const changedFields = (a: LineFields, b: LineFields): FieldKey[] => FIELDS.filter((key) => a[key] !== b[key]);

const picked = (line: LineFields, fields: readonly FieldKey[]): BudgetLineFields =>
  Object.fromEntries(fields.map((key) => [key, line[key]]));

const differs = (a: readonly string[], b: readonly string[]): boolean =>
  a.length !== b.length || a.some((id, i) => id !== b[i]);
