import { CALL_FORM } from '@zit/domain/call/call-form';
import { criteriaText } from '@zit/domain/call/criteria-text';
import type { FieldKind, FieldKinds, SheetValue } from '@zit/domain/sheet/form';
import type { SheetOf } from '@zit/domain/sheet/read-sheet';
import { showValue } from '@zit/domain/sheet/value';
import { callFormWords } from '@zit/words.pl/call-form';
import { callReadingWords as say } from '@zit/words.pl/call-page';
import type { Block, Cell, Column, Fact, ReadSection } from './block';

export type CallContents = SheetOf<typeof CALL_FORM>;
type Section = keyof CallContents;
type Names = Readonly<Record<string, string>>;

const wordsOf = (section: string) => callFormWords.sections[section as Section];
const choicesOf = (place: string): Names => (callFormWords.choices as Readonly<Record<string, Names>>)[place] ?? {};

/** The sections as a reader needs them: first what, until when and how, then by what rules, then how it came about. */
const ORDER: readonly Section[] = [
  'basics',
  'deadline',
  'texts',
  'criteria',
  'rules',
  'notice',
  'consultations',
  'resolution',
  'meetings',
];

/** All that a call says, for reading; what is empty is left out. `without` are fields that the page says elsewhere. */
export function callReading(call: CallContents, without: readonly string[] = []): ReadSection[] {
  return ORDER.map((key): ReadSection => ({
    key,
    title: wordsOf(key).title,
    blocks: [...fieldsOf(call, key, without), ...listsOf(call, key)],
  })).filter(({ blocks }) => blocks.length > 0);
}

function fieldsOf(call: CallContents, section: Section, without: readonly string[]): Block[] {
  const kinds: FieldKinds = CALL_FORM.sections[section].fields;
  const left = [...without, 'resolution.adopted'];
  const values = call[section] as unknown as Record<string, SheetValue>;
  const blocks = blocksOf(kinds, values, section, wordsOf(section).fields, left);
  return section === 'resolution' ? [...blocks, ...adopted(call)] : blocks;
}

/** Short values as one table of facts, long ones as texts of their own. */
function blocksOf(
  kinds: FieldKinds,
  values: Record<string, SheetValue>,
  place: string,
  words: Readonly<Record<string, { label: string }>>,
  without: readonly string[] = [],
): Block[] {
  const facts: Fact[] = [];
  const texts: Block[] = [];
  for (const [field, kind] of Object.entries(kinds)) {
    const value = values[field] ?? null;
    if (value === null || value === '' || without.includes(`${place}.${field}`)) continue;
    const label = words[field]?.label ?? field;
    const shown = showValue(kind, value, choicesOf(`${place}.${field}`));
    if (kind.is === 'text') texts.push({ is: 'text', title: label, paragraphs: paragraphs(shown) });
    else facts.push({ label, value: shown, link: linkOf(kind, value) });
  }
  return [...(facts.length > 0 ? [{ is: 'facts', facts } as const] : []), ...texts];
}

function listsOf(call: CallContents, section: Section): Block[] {
  switch (section) {
    case 'criteria':
      return criteria(call);
    case 'rules':
      return ties(call);
    case 'notice':
      return channels(call);
    case 'consultations':
      return consultations(call);
    case 'meetings':
      return meetings(call);
    default:
      return [];
  }
}

function criteria({ criteria: { list } }: CallContents): Block[] {
  if (list.length === 0) return [];
  const { title, fields } = callFormWords.sections.criteria.lists.list;
  const kinds = choicesOf('criteria.list.kind');
  const rows = list.map(({ id, code, name, guidance, weight, kind }) => ({
    id,
    cells: [cell(code), cell(name, guidance), cell(kind && (kinds[kind] ?? kind)), cell(weight)],
  }));
  const columns = [
    column(fields.code.label),
    column(fields.name.label),
    column(fields.kind.label),
    column(fields.weight.label, true),
  ];
  const sum = list.reduce((all, { weight }) => all + (weight ?? 0), 0);
  return [{ is: 'table', title, columns, rows, sum: String(sum) }];
}

function ties({ rules, criteria: { list } }: CallContents): Block[] {
  const names: Names = callFormWords.choices['rules.ties.by'];
  const entries = rules.ties.flatMap(({ by }) => {
    const criterion = list.find(({ code }) => code !== null && code === by);
    return by === null ? [] : [criterion ? `${by}: ${criterion.name ?? ''}` : (names[by] ?? by)];
  });
  return entries.length === 0 ? [] : [{ is: 'order', title: say.tiesOrder, entries }];
}

function channels({ notice }: CallContents): Block[] {
  const { title, fields } = callFormWords.sections.notice.lists.channels;
  const kinds = choicesOf('notice.channels.kind');
  const named = (kind: string | null): string | null => (kind === null ? null : (kinds[kind] ?? kind));
  const rows = notice.channels.map(({ id, kind, name, publishedOn, link, evidence }) => ({
    id,
    cells: [
      { ...cell(name ?? named(kind), name ? named(kind) : null), link },
      cell(publishedOn && showValue({ is: 'date' }, publishedOn)),
      cell(evidence),
    ],
  }));
  const columns = [column(fields.name.label), column(fields.publishedOn.label), column(fields.evidence.label)];
  return rows.length === 0 ? [] : [{ is: 'table', title, columns, rows, sum: null }];
}

function consultations({ consultations: { list, remarks } }: CallContents): Block[] {
  const { lists } = callFormWords.sections.consultations;
  const kinds = CALL_FORM.sections.consultations.lists.list.fields;
  const bodies = choicesOf('consultations.list.body');
  const about = (consultation: string | null): Block[] => {
    const rows = remarks
      .filter((each) => each.consultation === consultation)
      .map(({ id, remark, answer }) => ({ id, cells: [cell(remark), cell(answer)] }));
    const { title, fields } = lists.remarks;
    const columns = [column(fields.remark.label), column(fields.answer.label)];
    return rows.length === 0 ? [] : [{ is: 'table', title, columns, rows, sum: null }];
  };
  const entries = list.map((each): Block => ({
    is: 'entry',
    title: each.name ?? (each.body ? (bodies[each.body] ?? each.body) : lists.list.item),
    blocks: [
      ...blocksOf(kinds, each, 'consultations.list', lists.list.fields, ['consultations.list.name']),
      ...about(each.id),
    ],
  }));
  return [...entries, ...about(null)];
}

function meetings({ meetings: { list, attendance } }: CallContents): Block[] {
  const { lists } = callFormWords.sections.meetings;
  const kinds = CALL_FORM.sections.meetings.lists.list.fields;
  const names = choicesOf('meetings.list.kind');
  const present = (meeting: string | null): Block[] => {
    const rows = attendance
      .filter((each) => each.meeting === meeting)
      .map(({ id, organisation, people }) => ({ id, cells: [cell(organisation), cell(people)] }));
    const { title, fields } = lists.attendance;
    const columns = [column(fields.organisation.label), column(fields.people.label, true)];
    return rows.length === 0 ? [] : [{ is: 'table', title, columns, rows, sum: null }];
  };
  const entries = list.map((each): Block => ({
    is: 'entry',
    title: each.kind ? (names[each.kind] ?? each.kind) : lists.list.item,
    blocks: [...blocksOf(kinds, each, 'meetings.list', lists.list.fields, ['meetings.list.kind']), ...present(each.id)],
  }));
  return [...entries, ...present(null)];
}

/** The adopted criteria are kept as a machine's text; a reader wants to know whether they are these. */
function adopted(call: CallContents): Block[] {
  const text = call.resolution.adopted;
  if (text === null) return [];
  const value = text === criteriaText(call) ? say.adoptedSame : say.adoptedOther;
  return [{ is: 'facts', facts: [{ label: say.adopted, value, link: null }] }];
}

const column = (name: string, number = false): Column => ({ name, number });

const cell = (value: string | number | null, note: string | null = null): Cell => ({
  text: value === null ? '' : String(value),
  note,
  link: null,
});

const linkOf = (kind: FieldKind, value: SheetValue): string | null =>
  kind.is === 'link' && typeof value === 'string' ? value : null;

const paragraphs = (text: string): string[] =>
  text
    .split(/\n{2,}/)
    .map((each) => each.trim())
    .filter(Boolean);
