import { OFFER_FORM, type OfferContents, type OfferDocumentFacts } from '@zit/domain';
import type { FieldKind, FieldKinds, SheetForm, SheetValue } from '@zit/domain/sheet/form';
import type { AnyItem, AnySheet } from '@zit/domain/sheet/read-sheet';
import { showValue } from '@zit/domain/sheet/value';
import { offerDocumentWords } from '@zit/words.pl/offer-check';
import { offerFormWords } from '@zit/words.pl/offer-form';
import { offerReadingWords as say } from '@zit/words.pl/offer-signing';
import type { Block, Cell, Column, Fact, ReadSection } from '../../call/reading/block';
import { attachmentBlocks, partyBlocks, type FileAt } from './offer-parties';

type Names = Readonly<Record<string, string>>;
interface ListLook {
  title: string;
  item: string;
  named: readonly string[];
  fields: Readonly<Record<string, { label: string }>>;
}

/** Lists of short values read better as tables: by list, the columns, each with what is said small below it. */
const TABLES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'groups.list': [['code', 'note'], ['planned']],
  'places.criteria': [
    ['criterion', 'name', 'note'],
    ['value', 'unit'],
    ['source', 'year'],
  ],
  'indicators.list': [['name', 'kind', 'measurement'], ['baseline'], ['target', 'unit'], ['due']],
  'budget.lines': [
    ['item', 'member', 'category', 'area', 'valuation', 'justification'],
    ['source'],
    ['quantity', 'unit'],
    ['unitPriceGrosze'],
    ['amountGrosze'],
  ],
};
const NUMBERS = ['whole', 'hundredths', 'thousandths', 'grosze'];

/** All that an offer says, section by section; what is empty is left out. */
export function offerReading(document: OfferDocumentFacts, fileAt: FileAt = () => null): ReadSection[] {
  const namesOf = namesIn(document);
  const sheet = document.contents as unknown as AnySheet;
  const sections = Object.entries((OFFER_FORM as SheetForm).sections).map(([key, { fields, lists }]): ReadSection => ({
    key,
    title: wordsOf(key).title,
    blocks: [
      ...blocksOf(fields, sheet[key] as Record<string, SheetValue>, key, wordsOf(key).fields, namesOf),
      ...Object.entries(lists).flatMap(([list, { of, fields: kinds }]) => {
        const items = (sheet[key]?.[list] ?? []) as AnyItem[];
        const look = (wordsOf(key).lists as Readonly<Record<string, ListLook>>)[list];
        if (!look || items.length === 0) return [];
        const place = `${key}.${list}`;
        const columns = TABLES[place];
        return columns
          ? [table(items, kinds, place, look, columns, namesOf)]
          : items.map((item, index) => entry(item, index, kinds, place, look, of === 'EACH_MEMBER', namesOf));
      }),
    ],
  }));
  return [
    { key: 'parties', title: say.consortium, blocks: partyBlocks(document) },
    ...sections,
    { key: 'attachments', title: say.attachments, blocks: attachmentBlocks(document, fileAt) },
  ].filter(({ blocks }) => blocks.length > 0);
}

/** Sections in which something is this member's: items of lists, and files. */
export function sectionsOf({ contents, attachments }: OfferDocumentFacts, member: string | null): Set<string> {
  const sheet = contents as unknown as AnySheet;
  const isTheirs = (item: AnyItem, of: 'MEMBER' | 'EACH_MEMBER'): boolean =>
    (of === 'MEMBER' ? item['member'] : item.id) === member;
  const own = Object.entries((OFFER_FORM as SheetForm).sections).filter(([section, { lists }]) =>
    Object.entries(lists).some(
      ([list, { of }]) => of && ((sheet[section]?.[list] ?? []) as AnyItem[]).some((item) => isTheirs(item, of)),
    ),
  );
  const files = attachments.some((file) => file.member === member) ? ['attachments'] : [];
  return new Set([...own.map(([section]) => section), ...files]);
}

/** Where a reader finds what a difference is about: its name begins with the section's title. */
export function sectionOfLabel(label: string): string {
  const [section] =
    Object.entries(offerFormWords.sections).find(([, { title }]) => label.startsWith(`${title}:`)) ?? [];
  if (section) return section;
  return OUTSIDE.some((word) => label.startsWith(word)) ? 'attachments' : 'parties';
}

const OUTSIDE = [offerDocumentWords.attachment, ...Object.values(offerDocumentWords.paper)];

const wordsOf = (section: string) => offerFormWords.sections[section as keyof OfferContents];

type NamesOf = (place: string, kind: FieldKind) => Names;

/** The words of codes, members and items of this very offer. */
function namesIn({ members, contents }: OfferDocumentFacts): NamesOf {
  const ofMembers = Object.fromEntries(members.map(({ id, name }) => [id, name]));
  const ofPoints = Object.fromEntries(contents.places.points.map(({ id, name }) => [id, name ?? id]));
  const added = Object.fromEntries(
    contents.services.additions.flatMap(({ code, name }) => (code && name ? [[code, name]] : [])),
  );
  const choices: Readonly<Record<string, Names>> = offerFormWords.choices;
  return (place, kind) => {
    if (kind.is === 'member') return ofMembers;
    if (kind.is === 'item') return ofPoints;
    return kind.is === 'line' ? { ...choices[place], ...added } : (choices[place] ?? {});
  };
}

/** Short values as one table of facts, long ones as texts of their own. */
function blocksOf(
  kinds: FieldKinds,
  values: Record<string, SheetValue>,
  place: string,
  words: Readonly<Record<string, { label: string }>>,
  namesOf: NamesOf,
  without: readonly string[] = [],
): Block[] {
  const facts: Fact[] = [];
  const texts: Block[] = [];
  for (const [field, kind] of Object.entries(kinds)) {
    const value = values[field] ?? null;
    if (value === null || value === '' || without.includes(field)) continue;
    const title = words[field]?.label ?? field;
    const shown = showValue(kind, value, namesOf(`${place}.${field}`, kind));
    if (kind.is === 'text') texts.push({ is: 'text', title, paragraphs: paragraphs(shown) });
    else facts.push({ label: title, value: shown, link: null });
  }
  return [...(facts.length > 0 ? [{ is: 'facts', facts } as const] : []), ...texts];
}

function entry(
  item: AnyItem,
  index: number,
  kinds: FieldKinds,
  place: string,
  look: ListLook,
  ofMember: boolean,
  namesOf: NamesOf,
): Block {
  const named = look.named.flatMap((field) => shownAt(item, field, kinds, place, namesOf) || []).join(': ');
  const title = ofMember ? (namesOf(place, { is: 'member' })[item.id] ?? say.nobody) : named;
  return {
    is: 'entry',
    title: title || `${look.item} ${index + 1}`,
    blocks: blocksOf(kinds, item, place, look.fields, namesOf, named ? look.named : []),
  };
}

function table(
  items: readonly AnyItem[],
  kinds: FieldKinds,
  place: string,
  look: ListLook,
  shown: readonly (readonly string[])[],
  namesOf: NamesOf,
): Block {
  const columns = shown.map(([first = '']): Column => ({
    name: look.fields[first]?.label ?? first,
    number: NUMBERS.includes(kinds[first]?.is ?? ''),
  }));
  const rows = items.map((item) => ({
    id: item.id,
    cells: shown.map((fields): Cell => {
      const [text = '', ...notes] = fields.map((field) => shownAt(item, field, kinds, place, namesOf));
      return { text, note: notes.filter(Boolean).join(' · ') || null, link: null };
    }),
  }));
  return { is: 'table', title: look.title, columns, rows, sum: null };
}

function shownAt(item: AnyItem, field: string, kinds: FieldKinds, place: string, namesOf: NamesOf): string {
  const kind = kinds[field];
  return kind ? showValue(kind, item[field] ?? null, namesOf(`${place}.${field}`, kind)) : '';
}

const paragraphs = (text: string): string[] =>
  text
    .split(/\n{2,}/)
    .map((each) => each.trim())
    .filter(Boolean);
