import type { MAX_SAVE, SaveSheet, SheetField } from '@zit/contracts';
import type { SheetValue } from '@zit/domain';
import { isItem, itemOf } from './place';

/** What one request may carry at most; the rest goes with the next. */
export const MOST_CHANGES: typeof MAX_SAVE = 500;

export interface Edit {
  /** Revision of the field from which the person started; 0: it was empty. */
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

/** Later edits stand on what the server has just taken from the same person; a removal has seen it, too. */
export function rebaseOn(taken: readonly SheetField[], waiting: readonly Edits[]): void {
  for (const edits of waiting) {
    for (const { path, rev } of taken) {
      const edit = edits.byPath.get(path);
      if (edit) edits.byPath.set(path, { ...edit, base: rev });
      const item = itemOf(path);
      const removal = item === null ? undefined : edits.byPath.get(item);
      const unseen = removal?.value === null && removal.base < rev;
      if (item !== null && unseen) edits.byPath.set(item, { base: rev, value: null });
      // It stands on something else now, and so is another save.
      if (edit || unseen) edits.body = null;
    }
  }
}
