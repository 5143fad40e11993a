import type { SheetForm, SheetValue } from './form';
import { own, parsePath, type SheetPath } from './sheet-path';
import { sameValue } from './value';

/** A field as it stands; one that was never filled in is absent, or null at revision 0. */
export interface FieldNow {
  value: SheetValue;
  /** Revision of the sheet in which it got this value. */
  rev: number;
  /** Written by the person whose save this is: nobody removes an item unseen by having written into it. */
  mine?: boolean;
}

/** A field that a person changed; its value has been through `acceptValue`. */
export interface FieldEdit {
  path: string;
  /**
   * Revision of the field from which the person started, 0: it was empty. For the removal of an item: the revision of
   * the sheet up to which the person has read everything. The newest one they know of its fields is not enough: it may
   * be their own, written after somebody else's that they have not read.
   */
  base: number;
  value: SheetValue;
}

/**
 * Why an edit was not written: `CHANGED`, `ITEM_CHANGED`: somebody else was quicker; `ITEM_REMOVED`: it is not there;
 * `NOT_YOURS`: it belongs to somebody else (decision 11).
 */
export type Because = 'CHANGED' | 'ITEM_REMOVED' | 'ITEM_CHANGED' | 'LIST_FULL' | 'NOT_YOURS';

export interface FieldWrite {
  path: string;
  before: SheetValue;
  after: SheetValue;
}

export interface Merge {
  writes: FieldWrite[];
  /** Paths that already hold this value. */
  agreed: string[];
  collisions: { path: string; because: Because }[];
}

/**
 * Decides a save field by field (decision 9): what nobody else has touched since `base` is written, what already
 * stands is agreed, everything else collides and stays as it is. Nothing is lost either way.
 * `now` must hold every field of the items that the edits touch, and all places of the lists they touch.
 * A path that is named twice counts once, with its last value. Throws RangeError on a path that is not of the form.
 * What is `refused` is somebody else's: it collides as `NOT_YOURS`, unless it would change nothing.
 */
export function mergeSave(
  form: SheetForm,
  now: ReadonlyMap<string, FieldNow>,
  changes: readonly FieldEdit[],
  refused: ReadonlySet<string> = new Set(),
): Merge {
  const edits = [...new Map(changes.map((edit) => [edit.path, read(form, edit)])).values()];
  const places = new Places(form, now, refused);
  // Places first: an item that comes with this save can take its fields, and a removal makes room for another item.
  const verdicts = new Map<string, Verdict>();
  const isPlace = (edit: ReadEdit): boolean => edit.at.list !== null && edit.at.field === null;
  const field = (edit: ReadEdit): Verdict => places.missing(edit) ?? places.foreign(edit) ?? compare(now, edit);
  const removals = edits.filter((edit) => isPlace(edit) && edit.value === null);
  const placings = edits.filter((edit) => isPlace(edit) && edit.value !== null);
  for (const edit of removals) verdicts.set(edit.path, places.remove(edit));
  for (const edit of placings) verdicts.set(edit.path, places.place(edit));
  for (const edit of edits) if (!isPlace(edit)) verdicts.set(edit.path, field(edit));
  return answer(now, edits, verdicts);
}

type Verdict = 'WRITE' | 'AGREED' | Because;

interface ReadEdit extends FieldEdit {
  at: SheetPath;
}

function read(form: SheetForm, edit: FieldEdit): ReadEdit {
  const at = parsePath(form, edit.path);
  if (!at) throw new RangeError(`${form.version} has no ${edit.path}`);
  return { ...edit, at };
}

function compare(now: ReadonlyMap<string, FieldNow>, edit: FieldEdit): Verdict {
  const standing = now.get(edit.path);
  if (sameValue(standing?.value ?? null, edit.value)) return 'AGREED';
  return (standing?.rev ?? 0) === edit.base ? 'WRITE' : 'CHANGED';
}

/** The items of the lists, as they stand and as this save leaves them. */
class Places {
  /** Present items by `section.list`. */
  private readonly counts = new Map<string, number>();
  /** Items that could not come, by path, and why. */
  private readonly refused = new Map<string, Because>();
  private readonly placed = new Set<string>();
  /** Newest revision that somebody else wrote of an item's own place and its fields. */
  private readonly newest = new Map<string, number>();

  constructor(
    private readonly form: SheetForm,
    private readonly now: ReadonlyMap<string, FieldNow>,
    private readonly notTheirs: ReadonlySet<string>,
  ) {
    for (const [path, { value, rev, mine = false }] of now) {
      const at = parsePath(form, path);
      if (!at?.item) continue;
      const item = itemOf(at);
      if (!mine) this.newest.set(item, Math.max(rev, this.newest.get(item) ?? 0));
      if (at.field === null && value !== null) this.count(at, 1);
    }
  }

  /** Somebody may have written into the item what the person who removes it has not seen. */
  remove(edit: ReadEdit): Verdict {
    if ((this.now.get(edit.path)?.value ?? null) === null) return 'AGREED';
    if (this.notTheirs.has(edit.path)) return 'NOT_YOURS';
    if ((this.newest.get(edit.path) ?? 0) > edit.base) return 'ITEM_CHANGED';
    this.count(edit.at, -1);
    return 'WRITE';
  }

  /** Adds an item, moves one, or brings a removed one back. */
  place(edit: ReadEdit): Verdict {
    const verdict = this.mayPlace(edit);
    if (verdict === 'WRITE' || verdict === 'AGREED') this.placed.add(edit.path);
    else this.refused.set(edit.path, verdict);
    return verdict;
  }

  /** Why a field of an item cannot be written at all; null when it can, or is in no list. */
  missing(edit: ReadEdit): Because | null {
    if (edit.at.list === null) return null;
    const item = itemOf(edit.at);
    const present = (this.now.get(item)?.value ?? null) !== null || this.placed.has(item);
    return present ? null : (this.refused.get(item) ?? 'ITEM_REMOVED');
  }

  /** What somebody else owns; a value that stands already is no write. */
  foreign(edit: ReadEdit): Verdict | null {
    if (!this.notTheirs.has(edit.path)) return null;
    return sameValue(this.now.get(edit.path)?.value ?? null, edit.value) ? 'AGREED' : 'NOT_YOURS';
  }

  private mayPlace(edit: ReadEdit): Verdict {
    const foreign = this.foreign(edit);
    if (foreign) return foreign;
    const standing = this.now.get(edit.path) ?? { value: null, rev: 0 };
    if (standing.value !== null) return compare(this.now, edit);
    if (standing.rev !== edit.base) return 'ITEM_REMOVED';
    if (this.count(edit.at, 0) >= this.room(edit.at)) return 'LIST_FULL';
    this.count(edit.at, 1);
    return 'WRITE';
  }

  private room({ section, list }: SheetPath): number {
    return own(own(this.form.sections, section)?.lists ?? {}, list ?? '')?.max ?? 0;
  }

  private count(at: SheetPath, more: number): number {
    const key = `${at.section}.${at.list}`;
    const count = (this.counts.get(key) ?? 0) + more;
    this.counts.set(key, count);
    return count;
  }
}

const itemOf = (at: SheetPath): string => `${at.section}.${at.list}.${at.item}`;

function answer(
  now: ReadonlyMap<string, FieldNow>,
  edits: readonly ReadEdit[],
  verdicts: ReadonlyMap<string, Verdict>,
): Merge {
  const merge: Merge = { writes: [], agreed: [], collisions: [] };
  for (const { path, value } of edits) {
    const verdict = verdicts.get(path) ?? 'CHANGED';
    if (verdict === 'WRITE') merge.writes.push({ path, before: now.get(path)?.value ?? null, after: value });
    else if (verdict === 'AGREED') merge.agreed.push(path);
    else merge.collisions.push({ path, because: verdict });
  }
  return merge;
}
