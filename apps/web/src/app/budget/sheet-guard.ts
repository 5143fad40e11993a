import { cellWords } from '@zit/words.pl/budget';
import { NO_FAULTS, type Lines, type SheetLine } from './sheet';

/** Who may do what with the lines of a budget that several organisations write. */
export interface LineRights {
  /** Why the line is not the person's to write; null: it is. */
  closed(id: string): string | null;
  /** Why a line of the person's may not name this member; null: it may. */
  foreign(member: string): string | null;
  labelOf(member: string): string;
}

export interface Guarded {
  lines: Lines;
  /** Reasons, each once, why something stayed as it was. */
  refused: string[];
}

/**
 * What an act may leave of the sheet: lines of others stay as they are, where they are among each other, and a line
 * that would be given away keeps the wish as a text to mend.
 */
export function guarded(before: Lines, after: Lines, rights: LineRights): Guarded {
  const known = new Map(before.map((line) => [line.id, line]));
  const reasons = new Map<string, string>();
  for (const { id } of before) {
    const reason = rights.closed(id);
    if (reason !== null) reasons.set(id, reason);
  }
  const refused = new Set<string>();
  const keep = (line: SheetLine): SheetLine => {
    const was = known.get(line.id);
    const reason = was && reasons.get(line.id);
    if (!was || reason === undefined) return ownLine(line, was, rights);
    if (was !== line) refused.add(reason);
    return was;
  };
  const kept = after.map(keep);
  const there = new Set(kept.map(({ id }) => id));
  const missing = before.filter(({ id }) => reasons.has(id) && !there.has(id));
  for (const { id } of missing) refused.add(reasons.get(id) ?? '');
  const whole = missing.length > 0 ? withMissing(before, kept, new Set(missing.map(({ id }) => id))) : kept;
  if (sameOrder(before, whole, reasons)) return { lines: whole, refused: [...refused] };
  return { lines: before, refused: [...new Set(reasons.values())] };
}

/** A line is given only to whom one may give it; otherwise it stays, and the wish stands in its cell. */
function ownLine(line: SheetLine, was: SheetLine | undefined, rights: LineRights): SheetLine {
  if (line.member === '' || line.faults.member || was?.member === line.member) return line;
  if (rights.foreign(line.member) === null) return line;
  const text = cellWords.notTheirs(rights.labelOf(line.member));
  const faults = { ...line.faults, member: { typed: rights.labelOf(line.member), text } };
  return { ...line, member: was?.member ?? line.member, faults, held: was?.held ?? true };
}

/** Lines of others that an act took away, each behind the line that it stood behind. */
function withMissing(before: Lines, kept: Lines, missing: ReadonlySet<string>): Lines {
  const behind = new Map<string | null, SheetLine[]>();
  const here = new Set(kept.map(({ id }) => id));
  let anchor: string | null = null;
  for (const line of before) {
    if (missing.has(line.id)) behind.set(anchor, [...(behind.get(anchor) ?? []), line]);
    else if (here.has(line.id)) anchor = line.id;
  }
  return [...(behind.get(null) ?? []), ...kept.flatMap((line) => [line, ...(behind.get(line.id) ?? [])])];
}

function sameOrder(before: Lines, after: Lines, closed: ReadonlyMap<string, string>): boolean {
  const order = (lines: Lines): string => lines.flatMap(({ id }) => (closed.has(id) ? [id] : [])).join();
  return closed.size < 2 || order(before) === order(after);
}

/** Copies of lines that one may not name the member of become one's own. */
export const ownCopies = (before: Lines, after: Lines, own: string, rights: LineRights): Lines => {
  const known = new Set(before.map(({ id }) => id));
  return after.map((line) => {
    if (known.has(line.id) || rights.foreign(line.member) === null) return line;
    return { ...line, member: own, held: line.faults !== NO_FAULTS };
  });
};
