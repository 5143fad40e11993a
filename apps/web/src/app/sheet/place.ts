import type { SheetValue } from '@zit/domain';

export type Values = ReadonlyMap<string, SheetValue>;

/** The item that a path lies in or names: `section.list.id` of `section.list.id.field`; null for a plain field. */
export const itemOf = (path: string): string | null => {
  const parts = path.split('.');
  return parts.length < 3 ? null : parts.slice(0, 3).join('.');
};

export const isItem = (path: string): boolean => path.split('.').length === 3;

/** Paths of the items of a list as they stand, by place and then by id, as everywhere (decision 9). */
export function itemsOf(values: Values, section: string, list: string): string[] {
  const before = `${section}.${list}.`;
  const found: { path: string; place: number }[] = [];
  for (const [path, place] of values) {
    if (path.startsWith(before) && isItem(path) && typeof place === 'number') found.push({ path, place });
  }
  return found.sort((a, b) => a.place - b.place || (a.path < b.path ? -1 : 1)).map(({ path }) => path);
}

/** The place after the last one. */
export const placeAfter = (values: Values, items: readonly string[]): number =>
  items.reduce((last, path) => Math.max(last, placeOf(values, path)), 0) + 1;

/** New places that move an item by one: those of two neighbours change hands, or all are counted anew. */
export function moved(values: Values, items: readonly string[], item: string, by: -1 | 1): Map<string, number> {
  const at = items.indexOf(item);
  const other = items[at + by];
  if (at < 0 || other === undefined) return new Map();
  const [here, there] = [placeOf(values, item), placeOf(values, other)];
  if (here !== there) {
    return new Map([
      [item, there],
      [other, here],
    ]);
  }
  const order = items.filter((path) => path !== item);
  order.splice(at + by, 0, item);
  return new Map(order.flatMap((path, i) => (placeOf(values, path) === i + 1 ? [] : [[path, i + 1]])));
}

function placeOf(values: Values, path: string): number {
  const place = values.get(path);
  return typeof place === 'number' ? place : 0;
}
