import { formWords } from '../words.pl/sheet-forms';
import { fieldWords } from '../words.pl/sheet';
import type { FieldKinds, SheetForm, SheetValue } from './form';
import type { FormWords, ListWords, SectionWords } from './form-words';
import { type AnyItem, type AnySheet, itemsOf, type SheetOf } from './read-sheet';
import { sameValue, showValue } from './value';

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
 * or went, and the order of a list that kept its items but not their order.
 */
export function differences<Form extends SheetForm>(
  form: Form,
  before: SheetOf<Form>,
  after: SheetOf<Form>,
): SheetDifference[] {
  const words: FormWords = formWords[form.version] ?? { sections: {}, choices: {} };
  const comparing = new Comparing(form, words, before as unknown as AnySheet, after as unknown as AnySheet);
  return Object.keys(form.sections).flatMap((section) => comparing.section(section));
}

class Comparing {
  constructor(
    private readonly form: SheetForm,
    private readonly words: FormWords,
    private readonly before: AnySheet,
    private readonly after: AnySheet,
  ) {}

  section(name: string): SheetDifference[] {
    const { fields = {}, lists = {} } = this.form.sections[name] ?? {};
    const words: SectionWords = this.words.sections[name] ?? { title: name, fields: {}, lists: {} };
    const [before, after] = [this.before[name] ?? {}, this.after[name] ?? {}].map(
      (section) => section as Record<string, SheetValue>,
    );
    const label = (field: string): string => `${words.title}: ${lower(words.fields[field]?.label ?? field)}`;
    return [
      ...this.fields(name, name, fields, label, before ?? {}, after ?? {}),
      ...Object.keys(lists).flatMap((list) => this.list(name, list, words)),
    ];
  }

  private list(section: string, list: string, sectionWords: SectionWords): SheetDifference[] {
    const fields = this.form.sections[section]?.lists[list]?.fields ?? {};
    const words: ListWords = sectionWords.lists[list] ?? { title: list, item: list, add: '', named: [], fields: {} };
    const [old, now] = [itemsOf(this.before, section, list), itemsOf(this.after, section, list)];
    const name = (item: AnyItem, of: readonly AnyItem[]): string => this.name(section, list, words, fields, item, of);
    const label = (what: string): string => `${sectionWords.title}: ${what}`;
    const found: SheetDifference[] = [];
    for (const item of old) {
      if (now.some(({ id }) => id === item.id)) continue;
      found.push({ section, label: label(words.item), before: name(item, old), after: null });
    }
    for (const item of now) {
      const was = old.find(({ id }) => id === item.id);
      if (!was) found.push({ section, label: label(words.item), before: null, after: name(item, now) });
      const fieldLabel = (field: string): string =>
        label(`${name(item, now)}, ${lower(words.fields[field]?.label ?? field)}`);
      found.push(...this.fields(section, `${section}.${list}`, fields, fieldLabel, was ?? {}, item));
    }
    const kept = (items: readonly AnyItem[], others: readonly AnyItem[]): AnyItem[] =>
      items.filter(({ id }) => others.some((other) => other.id === id));
    const [oldOrder, newOrder] = [kept(old, now), kept(now, old)];
    if (oldOrder.some(({ id }, index) => newOrder[index]?.id !== id)) {
      const order = (items: readonly AnyItem[], of: readonly AnyItem[]): string =>
        items.map((item) => name(item, of)).join('; ');
      const what = `${lower(words.title)}, ${fieldWords.order}`;
      found.push({ section, label: label(what), before: order(oldOrder, old), after: order(newOrder, now) });
    }
    return found;
  }

  private fields(
    section: string,
    at: string,
    fields: FieldKinds,
    label: (field: string) => string,
    before: Readonly<Record<string, SheetValue>>,
    after: Readonly<Record<string, SheetValue>>,
  ): SheetDifference[] {
    return Object.keys(fields)
      .filter((field) => !sameValue(before[field] ?? null, after[field] ?? null))
      .map((field) => ({
        section,
        label: label(field),
        before: this.show(this.before, section, at, field, fields, before[field] ?? null),
        after: this.show(this.after, section, at, field, fields, after[field] ?? null),
      }));
  }

  private show(
    sheet: AnySheet,
    section: string,
    at: string,
    field: string,
    fields: FieldKinds,
    value: SheetValue,
  ): string | null {
    const kind = fields[field];
    if (value === null || !kind) return null;
    if (kind.is !== 'item') return showValue(kind, value, this.words.choices[`${at}.${field}`]);
    const of = itemsOf(sheet, section, kind.list);
    const item = of.find(({ id }) => id === value);
    const words = this.words.sections[section]?.lists[kind.list];
    const itemFields = this.form.sections[section]?.lists[kind.list]?.fields ?? {};
    return item && words ? this.name(section, kind.list, words, itemFields, item, of) : null;
  }

  /** „K2 jakość usług”, else „kryterium 2” */
  private name(
    section: string,
    list: string,
    words: ListWords,
    fields: FieldKinds,
    item: AnyItem,
    of: readonly AnyItem[],
  ): string {
    const said = words.named
      .map((field) => {
        const kind = fields[field];
        return kind ? showValue(kind, item[field] ?? null, this.words.choices[`${section}.${list}.${field}`]) : '';
      })
      .filter((text) => text !== '')
      .join(' ');
    return said === '' ? `${words.item} ${of.indexOf(item) + 1}` : short(said);
  }
}

/** A name, not the whole remark. */
const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text);

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
