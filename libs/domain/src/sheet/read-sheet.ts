import type { FieldKind, FieldKinds, SheetForm, SheetList, SheetSection, SheetValue, SheetValues } from './form';
import { isItemId } from './sheet-path';
import { isUnread } from './value';

/** What a kind holds once it is read; null: empty, or typed and not read. */
export type ValueOf<Kind extends FieldKind> = Kind extends { is: 'choice'; of: readonly (infer Code)[] }
  ? Code
  : Kind extends { is: 'choices'; of: readonly (infer Code)[] }
    ? readonly Code[]
    : Kind extends { is: 'whole' | 'hundredths' | 'thousandths' | 'grosze' }
      ? number
      : Kind extends { is: 'yes' }
        ? boolean
        : string;

type FieldsOf<Fields extends FieldKinds> = { -readonly [Name in keyof Fields]: ValueOf<Fields[Name]> | null };
/** One item of a list. */
export type ItemOf<List extends SheetList> = { id: string } & FieldsOf<List['fields']>;
type SectionOf<Section extends SheetSection> = FieldsOf<Section['fields']> & {
  -readonly [Name in keyof Section['lists']]: ItemOf<Section['lists'][Name]>[];
};

/** A whole sheet as one nested document: what is checked, frozen and shown. */
export type SheetOf<Form extends SheetForm> = {
  -readonly [Name in keyof Form['sections']]: SectionOf<Form['sections'][Name]>;
};

/** The same without its form's types, for code that walks any form. */
export type AnySheet = Record<string, Record<string, SheetValue | AnyItem[]>>;
export type AnyItem = { id: string } & Record<string, SheetValue>;

/**
 * The values as one nested document: removed items left out, items by place and then id, unread values null, and a
 * reference to an item that is not there null too.
 */
export const readSheet = <Form extends SheetForm>(form: Form, values: SheetValues): SheetOf<Form> =>
  readWhole(form, values).contents;

/** Paths of what was typed and cannot be read, removed items left out, in the order of the form. */
export const unreadPaths = (form: SheetForm, values: SheetValues): string[] => readWhole(form, values).unread;

/** `readSheet` and `unreadPaths` of the same values, which are looked at once. */
export function readWhole<Form extends SheetForm>(
  form: Form,
  values: SheetValues,
): { contents: SheetOf<Form>; unread: string[] } {
  const given = byPlace(values);
  const items = presentItems(form, given);
  const unread: string[] = [];
  const idsOf = (list: string): readonly string[] => items.get(list) ?? [];
  const readFields = (section: string, fields: FieldKinds, at = section): Record<string, SheetValue> => {
    const here = given.get(at);
    const read: Record<string, SheetValue> = {};
    for (const [field, kind] of Object.entries(fields)) {
      const value = here?.get(field) ?? null;
      const isRead = !isUnread(value);
      if (!isRead) unread.push(`${at}.${field}`);
      read[field] = isRead ? standing(kind, value, (list) => idsOf(`${section}.${list}`)) : null;
    }
    return read;
  };
  const sheet: AnySheet = {};
  for (const [name, section] of Object.entries(form.sections)) {
    const read: AnySheet[string] = readFields(name, section.fields);
    for (const [list, { fields }] of Object.entries(section.lists)) {
      const at = `${name}.${list}`;
      read[list] = idsOf(at).map((id) => ({ id, ...readFields(name, fields, `${at}.${id}`) }));
    }
    sheet[name] = read;
  }
  return { contents: sheet as SheetOf<Form>, unread };
}

/** The way back: values by path, empty ones left out, items in places from 1. */
export function flatten<Form extends SheetForm>(form: Form, contents: SheetOf<Form>): Record<string, SheetValue> {
  const sheet = contents as unknown as AnySheet;
  const values: Record<string, SheetValue> = {};
  const put = (path: string, value: SheetValue | AnyItem[] | undefined): void => {
    if (value !== undefined && value !== null) values[path] = value as SheetValue;
  };
  for (const [name, section] of Object.entries(form.sections)) {
    for (const field of Object.keys(section.fields)) put(`${name}.${field}`, sheet[name]?.[field]);
    for (const [list, { fields }] of Object.entries(section.lists)) {
      for (const [index, item] of itemsOf(sheet, name, list).entries()) {
        put(`${name}.${list}.${item.id}`, index + 1);
        for (const field of Object.keys(fields)) put(`${name}.${list}.${item.id}.${field}`, item[field]);
      }
    }
  }
  return values;
}

/** The items of a list of any sheet, in their order. */
export const itemsOf = (sheet: AnySheet, section: string, list: string): AnyItem[] =>
  (sheet[section]?.[list] ?? []) as AnyItem[];

/** Values by where they stand, a section or an item, and there by the name of their field; places by their list and id. */
type ByPlace = ReadonlyMap<string, ReadonlyMap<string, SheetValue>>;

function byPlace(values: SheetValues): ByPlace {
  const given = new Map<string, Map<string, SheetValue>>();
  for (const [path, value] of Object.entries(values)) {
    const end = path.lastIndexOf('.');
    const [at, field] = [path.slice(0, end), path.slice(end + 1)];
    const here = given.get(at);
    if (here) here.set(field, value);
    else given.set(at, new Map([[field, value]]));
  }
  return given;
}

/** Ids by `section.list`, by place and then id. */
function presentItems(form: SheetForm, given: ByPlace): ReadonlyMap<string, string[]> {
  const lists = Object.entries(form.sections).flatMap(([name, { lists: own }]) =>
    Object.keys(own).map((list) => `${name}.${list}`),
  );
  const inOrder = lists.map((list): [string, string[]] => {
    const placed: { id: string; place: number }[] = [];
    for (const [id, place] of given.get(list) ?? []) {
      if (typeof place === 'number' && isItemId(id)) placed.push({ id, place });
    }
    return [list, placed.sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1)).map(({ id }) => id)];
  });
  return new Map(inOrder);
}

/** A reference to an item that is not there is none. */
const standing = (kind: FieldKind, value: SheetValue, idsOf: (list: string) => readonly string[]): SheetValue =>
  kind.is === 'item' && value !== null && !idsOf(kind.list).includes(String(value)) ? null : value;
