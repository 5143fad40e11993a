import { fieldWords } from '../words.pl/sheet';
import type { FieldKinds, SheetForm, SheetValue } from './form';
import { lower, type MemberNames, SheetNames } from './names';
import { type AnyItem, type AnySheet, itemsOf, type SheetOf } from './read-sheet';
import { sameValue } from './value';

/** One difference in words; before null: it was not there, after null: it is no longer there. */
export interface SheetDifference {
  /** Name of the section as the form has it, e.g. `criteria`. */
  section: string;
  /** e.g. „Kryteria: K2 jakość usług, waga” */
  label: string;
  before: string | null;
  after: string | null;
}

/**
 * What changed between two documents of the same form, in the order of the screen: each field, each item that came
 * or went, and the order of a list whose items changed places. Equal documents have none, unequal ones have some.
 * `members` names the members of a consortium; one that it does not name is shown by nothing but its id.
 */
export function differences<Form extends SheetForm>(
  form: Form,
  before: SheetOf<Form>,
  after: SheetOf<Form>,
  members: MemberNames = {},
): SheetDifference[] {
  const sides = [before, after].map((contents) => contents as unknown as AnySheet) as [AnySheet, AnySheet];
  const comparing: Comparing = {
    form,
    before: { sheet: sides[0], names: new SheetNames(form, sides[0], members) },
    after: { sheet: sides[1], names: new SheetNames(form, sides[1], members) },
  };
  return Object.keys(form.sections).flatMap((section) => compareSection(comparing, section));
}

interface Side {
  sheet: AnySheet;
  names: SheetNames;
}

interface Comparing {
  form: SheetForm;
  before: Side;
  after: Side;
}

function compareSection(comparing: Comparing, section: string): SheetDifference[] {
  const { before, after } = comparing;
  const { fields = {}, lists = {} } = comparing.form.sections[section] ?? {};
  const label = (field: string): string => after.names.field(section, field);
  const [old, now] = [before, after].map(({ sheet }) => (sheet[section] ?? {}) as Values) as [Values, Values];
  return [
    ...compareFields(comparing, { section, list: null, fields, label }, old, now),
    ...Object.entries(lists).flatMap(([list, of]) => compareList(comparing, section, list, of.fields)),
  ];
}

function compareList(comparing: Comparing, section: string, list: string, fields: FieldKinds): SheetDifference[] {
  const { before, after } = comparing;
  const [old, now] = [itemsOf(before.sheet, section, list), itemsOf(after.sheet, section, list)];
  const words = after.names.list(section, list);
  const title = `${after.names.section(section).title}: `;
  const name = (side: Side, item: AnyItem): string => side.names.item(section, list, item);
  const [was, is] = [byId(old), byId(now)];
  const gone = old
    .filter(({ id }) => !is.has(id))
    .map((item) => ({ section, label: title + words.item, before: name(before, item), after: null }));
  const come = now
    .filter(({ id }) => !was.has(id))
    .map((item) => ({ section, label: title + words.item, before: null, after: name(after, item) }));
  const changed = now.flatMap((item) => {
    const label = (field: string): string => after.names.itemField(section, list, item, field);
    return compareFields(comparing, { section, list, fields, label }, was.get(item.id) ?? {}, item);
  });
  const [oldOrder, newOrder] = [old.filter(({ id }) => is.has(id)), now.filter(({ id }) => was.has(id))];
  const moved = oldOrder.some(({ id }, index) => newOrder[index]?.id !== id);
  const order = (): SheetDifference => ({
    section,
    label: `${title}${lower(words.title)}, ${fieldWords.order}`,
    before: oldOrder.map((item) => name(before, item)).join('; '),
    after: newOrder.map((item) => name(after, item)).join('; '),
  });
  return [...gone, ...come, ...changed, ...(moved ? [order()] : [])];
}

type Values = Readonly<Record<string, SheetValue>>;

interface Fields {
  section: string;
  list: string | null;
  fields: FieldKinds;
  label: (field: string) => string;
}

function compareFields({ before, after }: Comparing, of: Fields, old: Values, now: Values): SheetDifference[] {
  const show = ({ names }: Side, field: string, value: SheetValue): string | null =>
    value === null ? null : names.value(of.section, of.list, field, value);
  return Object.keys(of.fields)
    .filter((field) => !sameValue(old[field] ?? null, now[field] ?? null))
    .map((field) => ({
      section: of.section,
      label: of.label(field),
      before: show(before, field, old[field] ?? null),
      after: show(after, field, now[field] ?? null),
    }));
}

const byId = (items: readonly AnyItem[]): Map<string, AnyItem> => new Map(items.map((item) => [item.id, item]));
