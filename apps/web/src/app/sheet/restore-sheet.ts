import type { SheetChangeLine } from '@zit/contracts';
import { sameValue, type SheetValue } from '@zit/domain';
import { isItem, itemOf, type Values } from './place';

export interface SheetSet {
  path: string;
  value: SheetValue;
}

/** What each field held before a revision: `before` of the first change from there on. */
export function valuesBefore(lines: readonly SheetChangeLine[], rev: number): Map<string, SheetValue> {
  const first = new Map<string, SheetChangeLine>();
  for (const line of lines) {
    if (line.setAside || line.rev < rev) continue;
    const known = first.get(line.path);
    if (!known || line.rev < known.rev) first.set(line.path, line);
  }
  return new Map([...first].map(([path, { before }]) => [path, before]));
}

/**
 * What leads from the values at hand to those of then, as ordinary changes: items that come back first, then their
 * fields, then items that go. Fields of an item that goes stay with it, so that it can come back whole.
 */
export function wayBack(now: Values, then: ReadonlyMap<string, SheetValue>): SheetSet[] {
  const at = (path: string): SheetValue => (then.has(path) ? (then.get(path) ?? null) : (now.get(path) ?? null));
  const changed = [...then].filter(([path, value]) => !sameValue(now.get(path) ?? null, value));
  const kept = changed.filter(([path]) => {
    const item = itemOf(path);
    return item === null || item === path || at(item) !== null;
  });
  const turn = ([path, value]: [string, SheetValue]): number => (isItem(path) ? (value === null ? 2 : 0) : 1);
  return kept.sort((a, b) => turn(a) - turn(b)).map(([path, value]) => ({ path, value }));
}
