import type { LocalDate } from '../calendar/local-date';
import { lastDayOf } from '../calendar/working-days';
import type { OfferFinding } from '../offer/finding';
import { formalWords as words } from '../words.pl/formal';
import { FORMAL_CODES, FORMAL_ITEMS, type FormalCode } from './formal-item';

export type FormalAnswer = 'YES' | 'NO' | 'ASKED' | 'NOT_APPLICABLE';

/** What the receipt and the register of receipts know. */
export interface FormalReceipt {
  /** Whole milliseconds after the deadline; 0: in time. */
  lateMs: number;
  /** By a minuted decision of the chair. */
  admitted: boolean;
  /** Of the form and of the call's edition that were in force. */
  rightForm: boolean;
  /** What each member still lacks to be signed for, in words; empty: all is signed. */
  unsigned: readonly string[];
  /** Number of another offer of the same leader in the call; null: there is none. */
  otherOffer: string | null;
  /** What is kept still has the SHA-256 of its receipt. */
  unchanged: boolean;
  /** Verdict of the NGO council; null: it was not asked. */
  recommendation: 'POSITIVE' | 'NEGATIVE' | 'ABSENT' | null;
}

export interface FormalCardItem {
  code: FormalCode;
  answer: FormalAnswer;
  curable: boolean;
  /** Who answered: the portal, or a person. */
  by: 'PORTAL' | 'PERSON';
  /** What was found, with its numbers. */
  texts: string[];
  /** Paths of fields that a correction of it may change. */
  fields: string[];
}

/** A person's answer to an item that is asked of them. */
export interface FormalVerdict {
  code: FormalCode;
  answer: 'YES' | 'NO' | 'NOT_APPLICABLE';
  /** Needed for NO. */
  note: string | null;
  /** Sections or fields a correction may change. */
  fields: readonly string[];
}

/** `OPEN`: somebody still has to answer · `REJECTED` goes before `TO_CURE`: what cannot be cured needs no correction. */
export type FormalState = 'OPEN' | 'PASSED' | 'TO_CURE' | 'REJECTED';

/**
 * The formal card of an offer as it was received: rules answer with their numbers, the receipt with its own, the rest is
 * asked. A warning is not a fault (F.3: no business in C), it stands on the card and passes.
 */
export function formalCard(
  findings: readonly OfferFinding[],
  receipt: FormalReceipt,
  verdicts: readonly FormalVerdict[] = [],
): FormalCardItem[] {
  return FORMAL_CODES.map((code): FormalCardItem => {
    const { by, curable, rules } = FORMAL_ITEMS[code];
    const base = { code, curable, by: 'PORTAL' as const };
    if (by === 'PERSON') return byPerson(code, verdicts);
    if (by === 'RULE')
      return {
        ...base,
        ...byRules(
          findings.filter((finding) => rules.includes(finding.code)),
          curable,
        ),
      };
    const { answer, texts } = byReceipt(code, receipt);
    return { ...base, answer, texts, fields: [] };
  });
}

/** What the clock says, and the chair: a late offer may be admitted after its card was computed. */
export function inTime({
  lateMs,
  admitted,
}: Pick<FormalReceipt, 'lateMs' | 'admitted'>): Pick<FormalCardItem, 'answer' | 'texts'> {
  const said = words.receipt;
  if (lateMs === 0) return { answer: 'YES', texts: [said.inTime] };
  return { answer: admitted ? 'YES' : 'NO', texts: [admitted ? said.admitted(lateMs) : said.late(lateMs)] };
}

export function byPerson(code: FormalCode, verdicts: readonly FormalVerdict[]): FormalCardItem {
  const { curable } = FORMAL_ITEMS[code];
  const verdict = verdicts.find((given) => given.code === code);
  return {
    ...{ code, curable, by: 'PERSON', answer: verdict?.answer ?? 'ASKED' },
    texts: verdict?.note ? [verdict.note] : [],
    fields: verdict?.answer === 'NO' && curable ? [...verdict.fields] : [],
  };
}

function byRules(
  found: readonly OfferFinding[],
  curable: boolean,
): Pick<FormalCardItem, 'answer' | 'texts' | 'fields'> {
  const failing = found.filter(({ verdict }) => verdict === 'fail');
  const said = failing.length > 0 ? failing : found;
  return {
    answer: failing.length > 0 ? 'NO' : found.length > 0 ? 'YES' : 'NOT_APPLICABLE',
    texts: said.map(({ text }) => text),
    fields: curable ? [...new Set(failing.map(({ path, section }) => path ?? section))] : [],
  };
}

function byReceipt(code: FormalCode, receipt: FormalReceipt): Pick<FormalCardItem, 'answer' | 'texts'> {
  const { lateMs, admitted, rightForm, unsigned, otherOffer, unchanged, recommendation } = receipt;
  const said = words.receipt;
  switch (code) {
    case 'IN_TIME':
      return inTime({ lateMs, admitted });
    case 'FORM':
      return { answer: rightForm ? 'YES' : 'NO', texts: [rightForm ? said.form : said.otherForm] };
    case 'SIGNED':
      return unsigned.length === 0 ? { answer: 'YES', texts: [said.signed] } : { answer: 'NO', texts: [...unsigned] };
    case 'ONE_OFFER':
      return otherOffer === null
        ? { answer: 'YES', texts: [said.oneOffer] }
        : { answer: 'NO', texts: [said.otherOffer(otherOffer)] };
    case 'UNCHANGED':
      return { answer: unchanged ? 'YES' : 'NO', texts: [unchanged ? said.unchanged : said.changed] };
    default:
      return {
        answer: recommendation === null ? 'NOT_APPLICABLE' : 'YES',
        texts: [recommendation === null ? said.noRecommendation : said.recommendation[recommendation]],
      };
  }
}

/** What follows from a card. A recommendation is told and decides nothing (N14). */
export function formalState(card: readonly FormalCardItem[]): FormalState {
  const no = card.filter(({ answer }) => answer === 'NO');
  if (no.some(({ curable }) => !curable)) return 'REJECTED';
  if (card.some(({ answer }) => answer === 'ASKED')) return 'OPEN';
  return no.length > 0 ? 'TO_CURE' : 'PASSED';
}

/** Paths that a call for correction unlocks: fields, items or whole sections. */
export const unlockedBy = (card: readonly FormalCardItem[]): string[] => [
  ...new Set(card.flatMap(({ answer, fields }) => (answer === 'NO' ? fields : []))),
];

/**
 * Last day to put an offer right: so many business days after the day on which the call for it was sent, Polish holidays
 * left out (F.4 O6: sent 2 April 2015, five days, due 10 April).
 */
export const cureDueOn = (sentOn: LocalDate, businessDays: number): LocalDate =>
  lastDayOf(sentOn, businessDays, 'BUSINESS');
