import { parsePath, type SheetForm } from '@zit/domain';

/** Paths from `from` to `to` in the order of their bytes; of `long` characters only, unless that is null. */
export interface PathRanges {
  from: string[];
  to: string[];
  long: (number | null)[];
}

/** `section.list.` and a UUID. */
const ID_LENGTH = 36;

/** What has to be known of a sheet to decide about these paths: the fields, their whole items, the places in a list. */
export function touchedPaths(form: SheetForm, paths: readonly string[]): PathRanges {
  const ranges = new Map<string, { to: string; long: number | null }>();
  for (const path of paths) {
    const at = parsePath(form, path);
    if (!at) continue;
    if (at.list === null || at.item === null) {
      ranges.set(path, { to: path, long: null });
      continue;
    }
    const list = `${at.section}.${at.list}.`;
    const item = `${list}${at.item}`;
    // The slash follows the point: all paths of the item lie in between.
    ranges.set(item, { to: `${item}/`, long: null });
    ranges.set(list, { to: `${list.slice(0, -1)}/`, long: list.length + ID_LENGTH });
  }
  const all = [...ranges.entries()];
  return {
    from: all.map(([from]) => from),
    to: all.map(([, { to }]) => to),
    long: all.map(([, { long }]) => long),
  };
}
