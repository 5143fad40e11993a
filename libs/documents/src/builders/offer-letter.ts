import { formatDatePl, type LocalDate } from '@zit/domain';
import { offerLetterWords as words } from '@zit/words.pl/offer-letter';
import type { Block, DocumentModel } from '../model/model';
import { list, paragraph, text } from '../model/rich-text';
import { clean, typeset } from '../model/typography';

/** What a letter about an offer is for. */
export const OFFER_LETTER_KINDS = [
  'SELECTED',
  'RESERVE',
  'BELOW',
  'REJECTED_RESULT',
  'REASONS',
  'APPEAL_RECEIVED',
  'APPEAL_DECIDED',
  'AWARDED',
  'AWARD_ENDED',
  'ANNULLED',
] as const;
export type OfferLetterKind = (typeof OFFER_LETTER_KINDS)[number];

/** A letter about a result and what follows it, as it was sent: its sentences are written by who sends it. */
export interface OfferLetterFacts {
  kind: OfferLetterKind;
  /** Day on which it was sent. */
  date: LocalDate;
  place?: string;
  callNumber: string;
  callTitle: string;
  recipient: { name: string; address: string | null };
  /** Null: it is about no single offer. */
  offerTitle: string | null;
  receiptNumber: string | null;
  /** What it tells, a paragraph each. */
  paragraphs: readonly string[];
  /** Facts in two columns: place, points, amount. */
  rows: readonly { label: string; value: string }[];
  /** Means by criterion as they are shown; left out: there is no table. */
  points?: readonly { criterion: string; weight: number; mean: string }[];
  reasons: readonly string[];
  /** What may be done now, and until when. */
  instruction: readonly string[];
}

/** The letter as a paper. @param sha256 of the facts, for the footer */
export function offerLetter(facts: OfferLetterFacts, sha256: string): DocumentModel {
  const { kind, date, place, callNumber, receiptNumber } = facts;
  const title = words.title[kind];
  const day = formatDatePl(date);
  return {
    lang: 'pl-PL',
    title: typeset(receiptNumber === null ? title : `${title} – ${receiptNumber}`),
    subject: typeset(words.subject(callNumber)),
    date,
    runningHead: typeset(title),
    footer: {
      note: words.note,
      template: words.template,
      number: clean(receiptNumber ?? callNumber),
      seal: words.sha(sha256),
    },
    blocks: [
      { kind: 'title', text: text(title), subtitle: text(words.subtitle(callNumber)) },
      paragraph(place === undefined ? day : words.placeAndDay(place, day), 'end'),
      aboutOf(facts),
      ...facts.paragraphs.map((said) => paragraph(said)),
      ...pointsOf(facts.points ?? []),
      ...chapter(words.reasons, facts.reasons),
      ...(facts.instruction.length > 0
        ? [
            heading(words.instruction),
            list(
              '1)',
              facts.instruction.map((said) => text(said)),
            ),
          ]
        : []),
    ],
  };
}

const heading = (name: string): Block => ({ kind: 'heading', level: 2, text: text(name) });

const chapter = (name: string, said: readonly string[]): Block[] =>
  said.length > 0 ? [heading(name), ...said.map((each) => paragraph(each))] : [];

function aboutOf(facts: OfferLetterFacts): Block {
  const { recipient, callNumber, callTitle, offerTitle, receiptNumber, rows } = facts;
  const lines: readonly (readonly [string, string])[] = [
    [words.to, [recipient.name, recipient.address].filter(Boolean).join(', ')],
    [words.call, `${callNumber}, ${callTitle}`],
    ...(offerTitle === null ? [] : [[words.offer, offerTitle] as const]),
    ...(receiptNumber === null ? [] : [[words.receipt, receiptNumber] as const]),
    ...rows.map(({ label, value }) => [label, value] as const),
  ];
  return { kind: 'keyValue', rows: lines.map(([key, value]) => ({ key, value: text(value) })) };
}

function pointsOf(points: NonNullable<OfferLetterFacts['points']>): Block[] {
  if (points.length === 0) return [];
  return [
    heading(words.points),
    {
      kind: 'table',
      caption: words.pointsCaption,
      columns: [
        { head: words.criterion, width: 1, rowHeader: true },
        { head: words.weight, width: 'number' },
        { head: words.mean, width: 'number' },
      ],
      rows: points.map(({ criterion, weight, mean }) => ({
        cells: [text(criterion), text(words.percent(weight)), text(mean)],
      })),
      foot: [],
    },
  ];
}
