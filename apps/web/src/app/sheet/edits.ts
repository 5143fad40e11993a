import type { MAX_SAVE, SaveSheet, SheetSaved } from '@zit/contracts';
import type { SheetValue } from '@zit/domain';
import { isItem, itemOf } from './place';

/** What one request may carry at most; the rest goes with the next. */
export const MOST_CHANGES: typeof MAX_SAVE = 500;

export interface Edit {
  /** Revision of the field from which the person started, 0: it was empty; of a removal: see `FieldEdit`. */
  base: number;
  value: SheetValue;
}

/** Changes that go to the server together. */
export interface Edits {
  /** Address of the sheet. */
  url: string;
  byPath: Map<string, Edit>;
  /** Once it was sent: it may have arrived, so it is only repeated, word for word. */
  body: SaveSheet | null;
}

/**
 * Two saves as one; what leads back to what is known is left out. Null: they stay apart, because they are too many, or
 * because an item is removed whose fields wait: first they are kept, then it goes, so that it can come back whole.
 */
export function foldEdits(earlier: Edits, later: Edits, isKnown: (path: string, edit: Edit) => boolean): Edits | null {
  const removed = [...later.byPath].flatMap(([path, { value }]) => (isItem(path) && value === null ? [path] : []));
  const waits = removed.some((item) => [...earlier.byPath.keys()].some((path) => itemOf(path) === item));
  if (earlier.url !== later.url || waits) return null;
  const byPath = new Map(earlier.byPath);
  for (const [path, { base, value }] of later.byPath) {
    const edit = { base: byPath.get(path)?.base ?? base, value };
    if (isKnown(path, edit)) byPath.delete(path);
    else byPath.set(path, edit);
  }
  return byPath.size > MOST_CHANGES ? null : { url: earlier.url, byPath, body: null };
}

/** Parts of at most so many changes as one request carries. */
export function partsOf(url: string, all: ReadonlyMap<string, Edit>): Edits[] {
  const entries = [...all];
  const parts: Edits[] = [];
  for (let from = 0; from < entries.length; from += MOST_CHANGES) {
    parts.push({ url, byPath: new Map(entries.slice(from, from + MOST_CHANGES)), body: null });
  }
  return parts;
}

/** What is sent, made once: a repeated request has the same id and the same words. */
export function bodyOf(edits: Edits, newId: () => string): SaveSheet {
  edits.body ??= {
    save: newId(),
    changes: [...edits.byPath].map(([path, { base, value }]) => ({ path, base, value })),
  };
  return edits.body;
}

/**
 * Later edits stand on what the server has just taken from the same person. A removal that was asked for when the page
 * had seen everything before that save has seen the save, too; had somebody else written in between, it has not seen
 * them, and stays where it was.
 */
export function rebaseOn({ from, rev, taken }: SheetSaved, waiting: readonly Edits[]): void {
  for (const edits of waiting) {
    for (const [path, edit] of edits.byPath) {
      const removes = isItem(path) && edit.value === null;
      const own = taken.find((field) => field.path === path);
      const base = removes ? (edit.base === from ? rev : edit.base) : Math.max(edit.base, own?.rev ?? 0);
      if (base === edit.base) continue;
      edits.byPath.set(path, { ...edit, base });
      // It stands on something else now, and so is another save.
      edits.body = null;
    }
  }
}
