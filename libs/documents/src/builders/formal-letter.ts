import { formatDatePl, type LocalDate } from '@zit/domain';
import { formalLetterWords as words } from '@zit/words.pl/formal-letter';
import type { Block, DocumentModel, ListItem } from '../model/model';
import { list, paragraph, text } from '../model/rich-text';
import { clean, typeset } from '../model/typography';

/** A letter of the formal check, as it was sent. */
export interface FormalLetterFacts {
  kind: 'CURE' | 'REJECTION';
  callNumber: string;
  callTitle: string;
  receiptNumber: string;
  consortium: string;
  leader: { name: string; address: string | null };
  /** Day on which it was sent. */
  date: LocalDate;
  /** Items with a fault, by their names, with what was found. */
  items: readonly { name: string; texts: readonly string[] }[];
  /** Names of what a correction may change; empty for a rejection. */
  fields: readonly string[];
  /** Null for a rejection. */
  term: { businessDays: number; dueOn: LocalDate } | null;
}

/** The call for correction, or the rejection, as a paper. @param sha256 of the facts, for the footer */
export function formalLetter(facts: FormalLetterFacts, sha256: string): DocumentModel {
  const { kind, callNumber, callTitle, receiptNumber, consortium, leader, date, term } = facts;
  const title = words.title[kind];
  return {
    lang: 'pl-PL',
    title: typeset(`${title} – ${receiptNumber}`),
    subject: typeset(words.subject(callNumber)),
    date,
    runningHead: typeset(title),
    footer: {
      note: words.note,
      template: words.template,
      number: clean(receiptNumber),
      seal: words.sha(sha256),
    },
    blocks: [
      { kind: 'title', text: text(title), subtitle: text(words.subtitle(callNumber)) },
      keyValue([
        [words.to, [leader.name, leader.address].filter(Boolean).join(', ')],
        [words.consortium, consortium],
        [words.call, `${callNumber}, ${callTitle}`],
        [words.receipt, receiptNumber],
        [words.day, formatDatePl(date)],
        ...(term ? [[words.due, formatDatePl(term.dueOn)] as const] : []),
      ]),
      paragraph(words.opens[kind]),
      heading(words.items[kind]),
      { kind: 'list', style: '1.', items: facts.items.map(itemOf) },
      ...(term ? ending(facts.fields, term) : []),
    ],
  };
}

const heading = (name: string): Block => ({ kind: 'heading', level: 2, text: text(name) });
const keyValue = (rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'keyValue',
  rows: rows.map(([key, value]) => ({ key, value: text(value) })),
});

const itemOf = ({ name, texts }: FormalLetterFacts['items'][number]): ListItem => [
  paragraph(`${words.unmet(name)}.`),
  ...texts.map((found) => paragraph(found)),
];

const ending = (
  fields: readonly string[],
  { businessDays, dueOn }: NonNullable<FormalLetterFacts['term']>,
): Block[] => [
  ...(fields.length > 0 ? [heading(words.fields), paragraph(words.fieldsText), list('-', [...fields])] : []),
  heading(words.term),
  paragraph(words.termText(businessDays, dueOn)),
  paragraph(words.afterText),
];
