import { formatGrosze, formatQuantity } from '@zit/domain';
import type { SheetLists } from './choices';
import { isListColumn, type FieldKey, type SheetLine } from './sheet';

/** What a cell shows: the typed text while it cannot be read, otherwise the value as people read it. */
export function cellText(line: SheetLine, key: FieldKey, lists: SheetLists): string {
  return line.faults[key]?.typed ?? valueText(line, key, lists);
}

function valueText(line: SheetLine, key: FieldKey, lists: SheetLists): string {
  switch (key) {
    case 'quantity':
      return formatQuantity(line.quantity);
    case 'unitPriceGrosze':
    case 'amountGrosze':
      return formatGrosze(line[key]);
    case 'item':
      return lists.item.labelOf(line.item);
    case 'category':
      return categoryText(line.category, lists);
    default:
      return isListColumn(key) ? lists[key].labelOf(line[key]) : (line[key] ?? '');
  }
}

function categoryText(code: string, lists: SheetLists): string {
  const label = lists.category.labelOf(code);
  return label === code ? code : `${code} ${label}`;
}

/**
 * What goes to the clipboard: the same words, but numbers without spaces between thousands,
 * because spreadsheets take `3500,00` as a number and `3 500,00` sometimes as text.
 */
export function copiedText(line: SheetLine, key: FieldKey, lists: SheetLists): string {
  const text = cellText(line, key, lists);
  if (line.faults[key]) return text;
  if (key === 'quantity' || key === 'unitPriceGrosze' || key === 'amountGrosze') return text.replaceAll('\u00a0', '');
  // A service that shares its name with another travels by its code, so that pasting it back gives the same one.
  return key === 'item' && lists.item.recognise(text) === 'ambiguous' ? line.item : text;
}

/** What the editor opens with: like the clipboard, so that plain digits are edited. */
export const editedText = (line: SheetLine, key: FieldKey, lists: SheetLists): string =>
  key === 'item' ? cellText(line, key, lists) : copiedText(line, key, lists);
