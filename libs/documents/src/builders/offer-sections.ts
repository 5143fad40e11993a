import {
  OFFER_FORM,
  showValue,
  type ConsortiumFacts,
  type FieldKind,
  type FieldKinds,
  type OfferDocumentFacts,
  type SheetForm,
  type SheetValue,
} from '@zit/domain';
import type { AnyItem, AnySheet } from '@zit/domain/sheet/read-sheet';
import { offerFormWords } from '@zit/words.pl/offer-form';
import { offerPaperWords as words } from '@zit/words.pl/offer-paper';
import type { Block, RichText } from '../model/model';
import { bold, list, paragraph, rich, text } from '../model/rich-text';
import {
  budgetBlocks,
  contributionTables,
  criteriaTable,
  groupTable,
  indicatorTable,
  serviceTable,
} from './offer-tables';

const FORM: SheetForm = OFFER_FORM;
type Words = (typeof offerFormWords)['sections'][keyof (typeof offerFormWords)['sections']];
interface ListSaid {
  title: string;
  item: string;
  named: readonly string[];
  fields: Readonly<Record<string, { label: string }>>;
}

/** Lists that stand as a table of their own; the walker leaves them out. */
const TABLES: Readonly<Record<string, (document: OfferDocumentFacts, facts: ConsortiumFacts) => readonly Block[]>> = {
  'groups.list': groupTable,
  'places.criteria': criteriaTable,
  'indicators.list': indicatorTable,
  'budget.lines': budgetBlocks,
};

/** What stands before the entries of a list. */
const BEFORE: typeof TABLES = { 'services.list': serviceTable, 'contribution.members': contributionTables };

/** All sections of the form in its order, each field with its label; what is empty is said to be. */
export const offerSections = (document: OfferDocumentFacts, facts: ConsortiumFacts): Block[] =>
  Object.keys(FORM.sections).flatMap((name, index) => sectionBlocks(name, index + 1, document, facts));

function sectionBlocks(name: string, no: number, document: OfferDocumentFacts, facts: ConsortiumFacts): Block[] {
  const { fields, lists } = FORM.sections[name] ?? { fields: {}, lists: {} };
  const said = offerFormWords.sections[name as keyof typeof offerFormWords.sections] as Words;
  const sheet = document.contents as unknown as AnySheet;
  const labels = said.fields as Readonly<Record<string, { label: string }>>;
  const values = (sheet[name] ?? {}) as Record<string, SheetValue>;
  const own = fieldBlocks(fields, labels, values, (field) => namesAt(`${name}.${field}`, document));
  const items = Object.keys(lists).flatMap((listName) => listBlocks(name, listName, document, facts));
  return [{ kind: 'heading', level: 2, text: text(`${no}. ${said.title}`) }, ...own, ...items];
}

function listBlocks(section: string, name: string, document: OfferDocumentFacts, facts: ConsortiumFacts): Block[] {
  const key = `${section}.${name}`;
  const sheet = document.contents as unknown as AnySheet;
  const items = (sheet[section]?.[name] ?? []) as AnyItem[];
  const sections = offerFormWords.sections as unknown as Record<string, { lists: Record<string, ListSaid> }>;
  const said = sections[section]?.lists[name];
  const { fields, of } = FORM.sections[section]?.lists[name] ?? { fields: {} as FieldKinds, of: undefined };
  if (!said) return [];
  const head: Block = { kind: 'heading', level: 3, text: text(said.title) };
  const table = TABLES[key];
  if (items.length === 0) return [head, paragraph(key === 'budget.lines' ? words.noLines : words.empty)];
  if (table) return [head, ...table(document, facts)];
  const entries = items.flatMap((item, index): Block[] => {
    const title =
      of === 'EACH_MEMBER'
        ? memberName(item.id, document)
        : words.itemTitle(index + 1, said.item, nameOfItem(key, item, said.named, document) || words.unnamed);
    return [
      { kind: 'heading', level: 3, text: text(title) },
      ...fieldBlocks(fields, said.fields, item, (field) => namesAt(`${key}.${field}`, document)),
    ];
  });
  return [head, ...(BEFORE[key]?.(document, facts) ?? []), ...entries];
}

/** „struktura bezrobocia – stopa bezrobocia”: the fields that name an item for people. */
function nameOfItem(key: string, item: AnyItem, named: readonly string[], document: OfferDocumentFacts): string {
  const [section = '', list = ''] = key.split('.');
  const kinds = FORM.sections[section]?.lists[list]?.fields ?? {};
  return named
    .map((field) => shown(kinds[field], item[field] ?? null, namesAt(`${key}.${field}`, document)))
    .filter(Boolean)
    .join(' – ');
}

type Names = Readonly<Record<string, string>>;

/** Short fields as pairs, answers as a list, long texts each behind its label; what is empty is named in one line. */
function fieldBlocks(
  fields: FieldKinds,
  labels: Readonly<Record<string, { label: string }>>,
  values: Readonly<Record<string, SheetValue>>,
  namesOf: (field: string) => Names,
): Block[] {
  const blocks: Block[] = [];
  const pairs: { key: string; value: RichText }[] = [];
  const answers: RichText[] = [];
  const empty: string[] = [];
  for (const [field, kind] of Object.entries(fields)) {
    const label = labels[field]?.label ?? field;
    const value = values[field] ?? null;
    const said = kind.is === 'text' || kind.is === 'yes' ? '' : shown(kind, value, namesOf(field));
    if (kind.is === 'yes') answers.push(rich`${label}: ${bold(answer(value))}`);
    else if (kind.is === 'text' && value !== null) blocks.push(...labelled(label, String(value)));
    else if (said) pairs.push({ key: label, value: text(said) });
    else empty.push(label);
  }
  if (empty.length > 0) blocks.push({ ...paragraph(words.emptyFields(empty)), small: true });
  return [
    ...(pairs.length > 0 ? [{ kind: 'keyValue' as const, rows: pairs }] : []),
    ...(answers.length > 0 ? [list('-', answers)] : []),
    ...blocks,
  ];
}

const answer = (value: SheetValue): string => (value === true ? words.yes : value === false ? words.no : words.notSaid);

/** One paragraph for each line that somebody wrote, the first behind the label. */
function labelled(label: string, value: string): Block[] {
  const [first = '', ...rest] = value.split(/\r?\n/).flatMap((line) => line.trim() || []);
  return [paragraph(rich`${bold(`${label}:`)} ${first}`), ...rest.map((line) => paragraph(line))];
}

const shown = (kind: FieldKind | undefined, value: SheetValue, names: Names): string =>
  kind ? showValue(kind, value, names) : '';

/** Words of the codes of a field: those of the form, members and items by their names. */
function namesAt(path: string, document: OfferDocumentFacts): Names {
  const { services, places } = document.contents;
  if (path.endsWith('.member')) return Object.fromEntries(document.members.map(({ id, name }) => [id, name]));
  if (path === 'places.criteria.point')
    return Object.fromEntries(places.points.map(({ id, name }, i) => [id, name ?? String(i + 1)]));
  const choices = (offerFormWords.choices as Readonly<Record<string, Names>>)[path] ?? {};
  if (path !== 'services.list.code') return choices;
  const own = services.additions.flatMap(({ code, name }) => (code !== null && name !== null ? [[code, name]] : []));
  return { ...choices, ...(Object.fromEntries(own) as Names) };
}

const memberName = (id: string, document: OfferDocumentFacts): string =>
  document.members.find((member) => member.id === id)?.name ?? words.left;
