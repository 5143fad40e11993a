import type { BudgetLineFields, ChangeBudget } from '@zit/contracts';
import type { HomeLine } from './budget-home';
import { withoutFaults } from './cell-reading';
import {
  FIELDS,
  NO_FAULTS,
  counted,
  fieldsOf,
  lineFrom,
  type FieldKey,
  type LineFields,
  type Lines,
  type SheetLine,
} from './sheet';

/**
 * What was done in the sheet since `known`, as the wire takes it; null when nothing was. Held lines stay here.
 * `typed`: a text that cannot be read is a change, too, because the place of the lines keeps it.
 */
export function changesBetween(known: readonly HomeLine[], lines: Lines, typed = false): ChangeBudget | null {
  const before = new Map(known.map((line) => [line.id, line]));
  const change: ChangeBudget = { added: [], changed: [], removed: [], order: null };
  const order: string[] = [];
  for (const line of counted(lines)) {
    order.push(line.id);
    const was = before.get(line.id);
    before.delete(line.id);
    if (!was) change.added.push({ id: line.id, fields: fieldsOf(line) });
    else {
      const fields = typed ? touchedFields(was, line) : changedFields(was, line);
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
  known: readonly HomeLine[],
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
export function outsideChange(known: readonly HomeLine[], now: readonly HomeLine[]): ((lines: Lines) => Lines) | null {
  const before = new Map(known.map((line) => [line.id, line]));
  const after = new Map(now.map((line) => [line.id, line]));
  const patches = new Map<string, Patch>();
  for (const line of now) {
    const was = before.get(line.id);
    const fields = was && was !== line ? touchedFields(was, line) : [];
    if (fields.length > 0) patches.set(line.id, { fields: picked(line, fields), faults: line.faults ?? NO_FAULTS });
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
      .map((line) => {
        const patch = patches.get(line.id);
        return patch ? patched(line, patch) : line;
      });
    const here = new Set(stayed.map((line) => line.id));
    const fresh = added.filter((line) => !here.has(line.id)).map(lineFrom);
    const all = inserted(stayed, fresh, now);
    return moved ? ordered(all, now) : all;
  };
}

/** Fields that changed outside, and what of the line cannot be read there. */
interface Patch {
  fields: Partial<LineFields>;
  faults: SheetLine['faults'];
}

/** Another person's value takes the place of a text that could not be read; so does another such text. */
function patched(line: SheetLine, { fields, faults }: Patch): SheetLine {
  const keys = Object.keys(fields) as FieldKey[];
  const theirs = keys.flatMap((key) => (faults[key] ? [[key, faults[key]] as const] : []));
  const rest = withoutFaults(line.faults, keys);
  return { ...line, ...fields, faults: theirs.length === 0 ? rest : { ...rest, ...Object.fromEntries(theirs) } };
}

/** Each fresh line behind the one that it stands behind in `now`; the order of the others is not touched. */
function inserted(lines: Lines, fresh: Lines, now: readonly HomeLine[]): Lines {
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
function ordered(lines: Lines, now: readonly HomeLine[]): Lines {
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

/** The same, and those whose unreadable text is another one. */
const touchedFields = (a: HomeLine, b: Pick<HomeLine, 'faults'> & LineFields): FieldKey[] =>
  FIELDS.filter((key) => a[key] !== b[key] || a.faults?.[key]?.typed !== b.faults?.[key]?.typed);

const picked = (line: LineFields, fields: readonly FieldKey[]): BudgetLineFields =>
  Object.fromEntries(fields.map((key) => [key, line[key]]));

const differs = (a: readonly string[], b: readonly string[]): boolean =>
  a.length !== b.length || a.some((id, i) => id !== b[i]);
