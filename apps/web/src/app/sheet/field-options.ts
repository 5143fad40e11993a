import { isUnread, type FieldKind, type SheetValue } from '@zit/domain';
import { sheetWords } from '@zit/words.pl/sheet-page';
import type { SheetOffer } from './offers';
import type { Values } from './place';
import { choicesAt, itemNames, shownAt } from './read-paths';
import type { SheetShape } from './sheet-words';

/**
 * What a field can be chosen from: codes and their words; items of the list for a field that points to one; what the
 * page offers. What stands there is among them in any case.
 */
export function fieldOptions(
  shape: SheetShape,
  values: Values,
  path: string,
  kind: FieldKind,
  offered: readonly SheetOffer[] | null,
): readonly SheetOffer[] {
  const value = values.get(path) ?? null;
  if (offered) return withStanding(offered, textOf(value), (text) => shownAt(shape, values, path, text));
  if (kind.is === 'item') {
    const names = itemNames(shape, values, path, kind.list);
    const items = Object.entries(names).map(([code, name]) => ({ code, name }));
    return withStanding(items, typeof value === 'string' ? value : '', () => sheetWords.removedItem);
  }
  const names = choicesAt(shape, path);
  const codes = kind.is === 'choice' || kind.is === 'choices' ? kind.of : [];
  return codes.map((code) => ({ code, name: names[code] ?? code }));
}

/** Options under their groups, in the order in which each first comes; those of no group first. */
export function grouped(options: readonly SheetOffer[]): { name: string; options: SheetOffer[] }[] {
  const groups = new Map<string, SheetOffer[]>([['', []]]);
  for (const option of options) {
    const { group = '' } = option;
    groups.set(group, [...(groups.get(group) ?? []), option]);
  }
  return [...groups].map(([name, each]) => ({ name, options: each }));
}

const withStanding = (
  options: readonly SheetOffer[],
  text: string,
  nameOf: (text: string) => string,
): readonly SheetOffer[] =>
  text === '' || options.some(({ code }) => code === text) ? options : [...options, { code: text, name: nameOf(text) }];

const textOf = (value: SheetValue): string => (isUnread(value) ? value.typed : typeof value === 'string' ? value : '');
