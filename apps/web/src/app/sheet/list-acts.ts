import type { SheetValue } from '@zit/domain';
import { itemOf, itemsOf, placeAfter, type Values } from './place';
import type { SheetShape } from './sheet-words';

/** One item for each member, whose id is the member's. */
export function ofEachMember({ form }: SheetShape, item: string): boolean {
  const [section = '', list = ''] = item.split('.');
  return form.sections[section]?.lists[list]?.of === 'EACH_MEMBER';
}

/** A new item at the end of its list, with what it begins with; null when the list is full. */
export function addition(
  { form }: SheetShape,
  values: Values,
  section: string,
  list: string,
  id: string,
  fields: Readonly<Record<string, SheetValue>>,
): { item: string; changes: Map<string, SheetValue> } | null {
  const items = itemsOf(values, section, list);
  if (items.length >= (form.sections[section]?.lists[list]?.max ?? 0)) return null;
  const item = `${section}.${list}.${id}`;
  const changes = new Map<string, SheetValue>([[item, placeAfter(values, items)]]);
  for (const [field, value] of Object.entries(fields)) changes.set(`${item}.${field}`, value);
  return { item, changes };
}

/** A value for a field, and its item back at the end of its list when that is not there any more. */
export function withItem(values: Values, path: string, value: SheetValue): { path: string; value: SheetValue }[] {
  const item = itemOf(path);
  if (item === null || item === path || (values.get(item) ?? null) !== null) return [{ path, value }];
  const [section = '', list = ''] = item.split('.');
  return [
    { path: item, value: placeAfter(values, itemsOf(values, section, list)) },
    { path, value },
  ];
}
