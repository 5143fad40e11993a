import type { FieldKind, FieldKinds, SheetForm, SheetList, SheetSection, SheetValue, SheetValues } from './form';
import { parsePath } from './sheet-path';
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
export function readSheet<Form extends SheetForm>(form: Form, values: SheetValues): SheetOf<Form> {
  return readItems(form, values, presentItems(form, values));
}

/** `readSheet` and `unreadPaths` of the same values; their items are looked up once. */
export function readWhole<Form extends SheetForm>(
  form: Form,
  values: SheetValues,
): { contents: SheetOf<Form>; unread: string[] } {
  const items = presentItems(form, values);
  return { contents: readItems(form, values, items), unread: unreadItems(form, values, items) };
}

function readItems<Form extends SheetForm>(form: Form, values: SheetValues, items: PresentItems): SheetOf<Form> {
  const sheet: AnySheet = {};
  for (const [name, section] of Object.entries(form.sections)) {
    const idsOf = (list: string): string[] => items.get(`${name}.${list}`) ?? [];
    const readFields = (fields: FieldKinds, at: string): Record<string, SheetValue> =>
      Object.fromEntries(
        Object.entries(fields).map(([field, kind]) => [field, readable(kind, values[`${at}.${field}`], idsOf)]),
      );
    sheet[name] = readFields(section.fields, name);
    for (const [list, { fields }] of Object.entries(section.lists)) {
      sheet[name][list] = idsOf(list).map((id) => ({ id, ...readFields(fields, `${name}.${list}.${id}`) }));
    }
  }
  return sheet as SheetOf<Form>;
}

/** Paths of what was typed and cannot be read, removed items left out, in the order of the form. */
export function unreadPaths(form: SheetForm, values: SheetValues): string[] {
  return unreadItems(form, values, presentItems(form, values));
}

const unreadItems = (form: SheetForm, values: SheetValues, items: PresentItems): string[] =>
  presentPaths(form, items).filter((path) => isUnread(values[path]));

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

/** Ids by `section.list`, by place and then id. */
type PresentItems = ReadonlyMap<string, string[]>;

function presentItems(form: SheetForm, values: SheetValues): PresentItems {
  const placed = new Map<string, { id: string; place: number }[]>();
  for (const [path, place] of Object.entries(values)) {
    if (typeof place !== 'number') continue;
    const at = parsePath(form, path);
    if (!at?.item || at.field !== null) continue;
    const key = `${at.section}.${at.list}`;
    const items = placed.get(key);
    if (items) items.push({ id: at.item, place });
    else placed.set(key, [{ id: at.item, place }]);
  }
  const inOrder = [...placed].map(([key, items]): [string, string[]] => [
    key,
    items.sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1)).map(({ id }) => id),
  ]);
  return new Map(inOrder);
}

/** Every path that the form and its present items have, in the order of the screen. */
function presentPaths(form: SheetForm, items: PresentItems): string[] {
  return Object.entries(form.sections).flatMap(([name, { fields, lists }]) => [
    ...Object.keys(fields).map((field) => `${name}.${field}`),
    ...Object.entries(lists).flatMap(([list, of]) =>
      (items.get(`${name}.${list}`) ?? []).flatMap((id) =>
        Object.keys(of.fields).map((field) => `${name}.${list}.${id}.${field}`),
      ),
    ),
  ]);
}

function readable(
  kind: FieldKind,
  value: SheetValue | undefined,
  idsOf: (list: string) => readonly string[],
): SheetValue {
  if (value === undefined || isUnread(value)) return null;
  return kind.is === 'item' && !idsOf(kind.list).includes(String(value)) ? null : value;
}
