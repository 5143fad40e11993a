import { formWords } from '../words.pl/sheet-forms';
import type { FieldKind, SheetForm, SheetValue } from './form';
import type { FormWords, ListWords, SectionWords } from './form-words';
import { type AnyItem, type AnySheet, itemsOf, type SheetOf } from './read-sheet';
import { own, parsePath } from './sheet-path';
import { showValue } from './value';

/** Names of the members of a consortium by id, for sheets whose fields name them. */
export type MemberNames = Readonly<Record<string, string>>;

/** What the things of a sheet are called in words, e.g. „Kryteria: K2 jakość usług, waga”. */
export class SheetNames {
  private readonly words: FormWords;

  constructor(
    private readonly form: SheetForm,
    private readonly sheet: AnySheet,
    private readonly members: MemberNames = {},
  ) {
    this.words = formWords[form.version] ?? { sections: {}, choices: {} };
  }

  section(name: string): SectionWords {
    return this.words.sections[name] ?? { title: name, fields: {}, lists: {} };
  }

  list(section: string, name: string): ListWords {
    const words = this.section(section).lists[name];
    return words ?? { title: name, item: name, add: '', named: [], fields: {} };
  }

  /** „Podstawowe informacje: tytuł naboru” */
  field(section: string, name: string): string {
    const words = this.section(section);
    return `${words.title}: ${lower(words.fields[name]?.label ?? name)}`;
  }

  /** „Kryteria: K2 jakość usług, waga” */
  itemField(section: string, list: string, item: AnyItem, name: string): string {
    const label = this.list(section, list).fields[name]?.label ?? name;
    return `${this.section(section).title}: ${this.item(section, list, item)}, ${lower(label)}`;
  }

  /** „K2 jakość usług”, else „kryterium 2”; what each member has one of goes by the member. */
  item(section: string, list: string, item: AnyItem): string {
    const words = this.list(section, list);
    const member = this.form.sections[section]?.lists[list]?.of === 'EACH_MEMBER' ? own(this.members, item.id) : null;
    if (member) return short(member);
    const said = words.named
      .map((field) => this.value(section, list, field, item[field] ?? null))
      .filter((text) => text !== '')
      .join(' ');
    if (said !== '') return short(said);
    return `${words.item} ${itemsOf(this.sheet, section, list).findIndex(({ id }) => id === item.id) + 1}`;
  }

  /** The value for reading; a reference is told by the name of its item. */
  value(section: string, list: string | null, field: string, value: SheetValue): string {
    const kind = this.kind(section, list, field);
    if (!kind || value === null) return '';
    if (kind.is === 'member') return own(this.members, String(value)) ?? String(value);
    const at = list === null ? `${section}.${field}` : `${section}.${list}.${field}`;
    if (kind.is !== 'item') return showValue(kind, value, this.words.choices[at]);
    const item = itemsOf(this.sheet, section, kind.list).find(({ id }) => id === value);
    return item ? this.item(section, kind.list, item) : '';
  }

  private kind(section: string, list: string | null, field: string): FieldKind | undefined {
    const at = this.form.sections[section];
    return (list === null ? at?.fields : at?.lists[list]?.fields)?.[field];
  }
}

/** What a path is called in words; of an item that is not there only the list is named. */
export function nameOfPath<Form extends SheetForm>(
  form: Form,
  contents: SheetOf<Form>,
  path: string,
  members: MemberNames = {},
): string {
  const sheet = contents as unknown as AnySheet;
  const names = new SheetNames(form, sheet, members);
  const at = parsePath(form, path);
  if (!at) return path;
  if (at.list === null) return names.field(at.section, at.field ?? '');
  const item = itemsOf(sheet, at.section, at.list).find(({ id }) => id === at.item);
  const title = names.section(at.section).title;
  const words = names.list(at.section, at.list);
  const what = item ? names.item(at.section, at.list, item) : words.item;
  if (at.field === null) return `${title}: ${what}`;
  return `${title}: ${what}, ${lower(words.fields[at.field]?.label ?? at.field)}`;
}

export const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** A name, not the whole remark. */
const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text);
