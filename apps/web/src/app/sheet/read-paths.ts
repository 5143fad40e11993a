import { kindAt, parsePath, showValue, type SheetValue } from '@zit/domain';
import { sheetWords } from '@zit/words.pl/sheet-page';
import { ofEachMember } from './list-acts';
import { isItem, itemOf, itemsOf, type Values } from './place';
import type { FieldWords, ListWords, SheetShape } from './sheet-words';

const MOST_OF_TITLE = 60;

/** Words of the list in which a path lies. */
export function listWordsAt(shape: SheetShape, path: string): ListWords | null {
  const at = parsePath(shape.form, path);
  return at?.list ? (shape.words.sections[at.section]?.lists[at.list] ?? null) : null;
}

export function fieldWordsAt(shape: SheetShape, path: string): FieldWords {
  const at = parsePath(shape.form, path);
  const section = at ? shape.words.sections[at.section] : undefined;
  const fields = at?.list ? section?.lists[at.list]?.fields : section?.fields;
  return (at?.field ? fields?.[at.field] : undefined) ?? { label: at?.field ?? path };
}

/** Words of the codes of a choice. */
export function choicesAt(shape: SheetShape, path: string): Readonly<Record<string, string>> {
  const at = parsePath(shape.form, path);
  return shape.words.choices[[at?.section, at?.list, at?.field].filter(Boolean).join('.')] ?? {};
}

/** A value in words; a removed item's place has none. */
export function shownAt(shape: SheetShape, values: Values, path: string, value: SheetValue): string {
  const kind = kindAt(shape.form, path);
  if (kind === null || kind.is === 'place') return '';
  if (typeof value === 'string' && (kind.is === 'member' || kind.is === 'line')) {
    const named = shape.named?.(path, value) ?? (kind.is === 'member' ? sheetWords.formerMember : null);
    if (named !== null) return named;
  }
  const names = kind.is === 'item' ? itemNames(shape, values, path, kind.list) : choicesAt(shape, path);
  return kind.is === 'item' && typeof value === 'string'
    ? (names[value] ?? sheetWords.removedItem)
    : showValue(kind, value, names);
}

/** „Kryterium 2: Doświadczenie”, or the member whose it is; a removed item has no number any more. */
export function itemName(shape: SheetShape, values: Values, item: string): string {
  const at = parsePath(shape.form, item);
  const words = listWordsAt(shape, item);
  if (!at?.list || !words) return item;
  if (ofEachMember(shape, item)) return shape.named?.(item, at.item ?? '') ?? sheetWords.formerMember;
  const no = itemsOf(values, at.section, at.list).indexOf(item) + 1;
  const title = itemTitle(shape, values, item);
  const word = capital(words.item);
  if (no > 0) return sheetWords.list.itemName(word, no, title);
  return title ? `${word}: ${title}` : word;
}

/** Names of the items that a field may point to, by id, in their order. */
export function itemNames(shape: SheetShape, values: Values, path: string, list: string): Record<string, string> {
  const section = path.split('.')[0] ?? '';
  const items = itemsOf(values, section, list);
  return Object.fromEntries(items.map((item) => [item.split('.')[2] ?? '', itemName(shape, values, item)]));
}

/** „Kryterium 2: Doświadczenie, waga”: where a path is, for who does not see the page around it. */
export function nameOf(shape: SheetShape, values: Values, path: string): string {
  const item = itemOf(path);
  if (isItem(path)) return itemName(shape, values, path);
  const { label } = fieldWordsAt(shape, path);
  return item === null ? label : `${itemName(shape, values, item)}, ${label}`;
}

/** What an item is called by people: what its form names it by, as far as it is filled in. */
function itemTitle(shape: SheetShape, values: Values, item: string): string {
  const named = listWordsAt(shape, item)?.named ?? [];
  const title = named
    .map((name) => shownAt(shape, values, `${item}.${name}`, values.get(`${item}.${name}`) ?? null))
    .filter((text) => text !== '')
    .join(' ');
  return title.length > MOST_OF_TITLE ? `${title.slice(0, MOST_OF_TITLE)}…` : title;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
