import type { FieldKind, SheetForm, SheetSection } from './form';

/** A path read against its form (decision 9). `list` and `item` stand together; `field` null: the item itself. */
export interface SheetPath {
  section: string;
  list: string | null;
  item: string | null;
  field: string | null;
}

/** What stands at a path: a field, or an item's own place in the order of its list. */
export type ValueKind = FieldKind | { is: 'place' };

/** Small, as the portal writes all ids, so that one item has one path. */
const ITEM = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isItemId = (text: string): boolean => ITEM.test(text);

/** Reads `section.field`, `section.list.<uuid>` or `section.list.<uuid>.field`; null: the form has no such path. */
export function parsePath(form: SheetForm, path: string): SheetPath | null {
  const [name = '', second = '', id, field, ...more] = path.split('.');
  const section = own(form.sections, name);
  if (!section || more.length > 0) return null;
  if (id === undefined) {
    return own(section.fields, second) ? { section: name, list: null, item: null, field: second } : null;
  }
  const list = own(section.lists, second);
  if (!list || !isItemId(id)) return null;
  if (field === undefined) return { section: name, list: second, item: id, field: null };
  return own(list.fields, field) ? { section: name, list: second, item: id, field } : null;
}

/** The kind of what stands at a path; null: the form has no such path. */
export function kindAt(form: SheetForm, path: string): ValueKind | null {
  const at = parsePath(form, path);
  const section: SheetSection | undefined = at ? own(form.sections, at.section) : undefined;
  if (!at || !section) return null;
  if (at.field === null) return { is: 'place' };
  const fields = at.list === null ? section.fields : own(section.lists, at.list)?.fields;
  return (fields && own(fields, at.field)) ?? null;
}

/** A name that comes from outside must not reach what every object inherits (`constructor`). */
export const own = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
