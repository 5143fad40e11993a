import {
  formatInstantPl,
  groupThousands,
  inWarsaw,
  LOT,
  LOWER_ZIT,
  type Instant,
  type RankingRow,
  type ResultDocument,
} from '@zit/domain';
import { minutesWords as words } from '@zit/words.pl/minutes';
import type { Block, DocumentModel, SignatureSlot, Table } from '../model/model';
import { list, paragraph, text } from '../model/rich-text';
import { clean, typeset } from '../model/typography';
import { countedAssessors, places, row, scores } from './minutes-tables';
import { grouped } from './offer';

type Office = keyof typeof words.offices;

/** An offer that was received; `rejection` says why it was not scored. */
export interface MinutedOffer {
  offer: string;
  title: string;
  consortium: string;
  late: boolean;
  /** A late one by a minuted decision of the chair; minutes before 2026-11-22 do not say. */
  admitted?: boolean;
  rejection: string | null;
}

/** What the minutes say beside the frozen result (domain B.9). */
export interface MinutesFacts {
  /** Null: a draft. */
  number: string | null;
  callTitle: string;
  basis: string;
  place: string;
  began: Instant;
  ended: Instant;
  /** Who sat, chair first. */
  commission: readonly { name: string; office: Office; present: boolean }[];
  /** As declared or found: who, with which offer, why. */
  exclusions: readonly { person: string; offer: string; reason: string }[];
  /** Everything that was received, by number; `rejection` says why it was not scored. */
  offers: readonly MinutedOffer[];
  /** The result as it was frozen. */
  result: ResultDocument;
  /** Of its canonical JSON, 64 hex digits. */
  sha256: string;
  /** Offers whose place would change with other assessors; the chair's reason for each. */
  onTheLine: { trials: number; offers: readonly { offer: string; selected: number; reason: string }[] };
  dissent: readonly string[];
  attachments: readonly string[];
}

/** Minutes of the meeting that settled the ranking; everything with a number comes out of the frozen result. */
export function minutesPaper(facts: MinutesFacts): DocumentModel {
  const { number, result, commission } = facts;
  const title = words.title(number);
  return {
    lang: 'pl-PL',
    title: typeset(title),
    subject: typeset(words.subject(result.call.number ?? '')),
    date: inWarsaw(facts.ended).date,
    runningHead: typeset(words.runningHead(number)),
    footer: {
      note: words.note,
      template: words.template,
      number: clean(number ?? words.draft),
      seal: `${words.proof.ranking}: ${facts.sha256}`,
    },
    blocks: [
      { kind: 'title', text: text(title), subtitle: text(words.subtitle) },
      keyValue([
        [words.facts.call, [result.call.number, facts.callTitle].filter(Boolean).join(', ')],
        [words.facts.basis, facts.basis],
        [words.facts.place, facts.place],
        [words.facts.began, formatInstantPl(facts.began)],
        [words.facts.ended, formatInstantPl(facts.ended)],
        [words.facts.quorum, words.quorum(countedAssessors(result).length, result.rules.quorum)],
      ]),
      heading(words.headings.presence),
      presence(commission),
      heading(words.headings.exclusions),
      ...exclusions(facts),
      heading(words.headings.offers),
      ...offers(facts),
      heading(words.headings.scores),
      ...scores(result),
      heading(words.headings.ties),
      ...ties(result),
      heading(words.headings.stability),
      ...line(facts),
      heading(words.headings.recommended),
      ...recommended(result),
      heading(words.headings.dissent),
      ...listed(facts.dissent, words.noDissent),
      heading(words.headings.attachments),
      ...listed(facts.attachments, words.noAttachments),
      heading(words.headings.proof),
      ...proof(facts),
      { kind: 'signatures', slots: commission.filter(({ present }) => present).map(signature) },
    ],
  };
}

const heading = (name: string): Block => ({ kind: 'heading', level: 2, text: text(name) });
const keyValue = (rows: [string, string][]): Block => ({
  kind: 'keyValue',
  rows: rows.map(([key, value]) => ({ key, value: text(value) })),
});
const listed = (items: readonly string[], none: string): Block[] =>
  items.length > 0 ? [list('1)', [...items])] : [paragraph(none)];

function presence(commission: MinutesFacts['commission']): Table {
  const { person, office, here } = words.presence;
  return {
    kind: 'table',
    caption: words.presenceCaption,
    columns: [
      { head: person, width: 2, rowHeader: true },
      { head: office, width: 2 },
      { head: here, width: 1 },
    ],
    rows: commission.map((seat) => row(seat.name, words.offices[seat.office], words.here[seat.present ? 'yes' : 'no'])),
    foot: [],
  };
}

function exclusions({ exclusions: found, result }: MinutesFacts): Block[] {
  const say = words.exclusion[result.rules.conflictPolicy];
  return [
    paragraph(words.declared),
    ...listed(
      found.map(({ person, offer, reason }) => say(person, offer, reason)),
      words.noExclusion,
    ),
  ];
}

function offers({ offers: all }: MinutesFacts): Block[] {
  const { number, title, consortium, outcome } = words.offers;
  const late = all.filter((offer) => offer.late).length;
  // Who came late and was not admitted is counted as late.
  const rejected = all.filter(
    ({ rejection, late: came, admitted }) => rejection !== null && (!came || admitted),
  ).length;
  return [
    paragraph(words.received(all.length, late, rejected)),
    {
      kind: 'table',
      caption: words.offersCaption,
      columns: [
        { head: number, width: 1, rowHeader: true },
        { head: title, width: 2 },
        { head: consortium, width: 2 },
        { head: outcome, width: 2 },
      ],
      rows: all.map((one) => row(one.offer, one.title, one.consortium, one.rejection ?? words.passed)),
      foot: [],
    },
  ];
}

function ties({ rules, ranking, lot }: ResultDocument): Block[] {
  const names = rules.ties.map((by) => (by === LOWER_ZIT ? words.lowerZit : by === LOT ? words.lotRule : by));
  const tied = ranking.filter(({ decidedBy }) => decidedBy !== null);
  return [
    ...(names.length > 0 ? [paragraph(words.ties(names.join(', ')))] : []),
    ...listed(
      tied.map(({ offer, because }) => words.left(offer, because)),
      words.noTies,
    ),
    ...(lot ? [paragraph(words.lot(lot.seed))] : []),
  ];
}

function line({ onTheLine: { trials, offers: found } }: MinutesFacts): Block[] {
  if (found.length === 0) return [paragraph(words.noLine)];
  return [
    paragraph(words.stability(groupThousands(trials))),
    list(
      '1)',
      found.map(({ offer, selected, reason }) =>
        words.line(offer, groupThousands(selected), groupThousands(trials), reason),
      ),
    ),
  ];
}

function recommended(result: ResultDocument): Block[] {
  const of = (status: RankingRow['status']): RankingRow[] => result.ranking.filter((one) => one.status === status);
  const [selected, reserve] = [of('selected'), of('reserve')];
  const left = result.ranking.filter(({ place }) => place === null);
  return [
    selected.length > 0 ? places(result, selected, words.selectedCaption) : paragraph(words.noneSelected),
    reserve.length > 0 ? places(result, reserve, words.reserveCaption) : paragraph(words.noReserve),
    ...(left.length > 0
      ? [
          { kind: 'heading', level: 3, text: text(words.leftHeading) } as const,
          list(
            '1)',
            left.map(({ offer, because }) => words.left(offer, because)),
          ),
        ]
      : []),
  ];
}

const proof = ({ result, sha256 }: MinutesFacts): Block[] => [
  keyValue([
    [words.proof.software, result.software],
    [words.proof.ruleSet, result.ruleSet],
    ...(result.call.sha256 ? [[words.proof.edition, grouped(result.call.sha256)] as [string, string]] : []),
    [words.proof.ranking, grouped(sha256)],
  ]),
  paragraph(words.proof.text),
];

const signature = ({ name, office }: MinutesFacts['commission'][number]): SignatureSlot => ({
  party: words.offices[office],
  signatories: [{ name, office: words.offices[office] }],
  countersignature: null,
});
