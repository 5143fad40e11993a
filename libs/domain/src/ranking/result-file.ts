import type { Instant } from '../calendar/instant';
import { canonicalJson } from '../document/canonical-json';
import type { Sha256 } from '../journal/entry';
import type { Grosze } from '../money/grosze';
import { computeRanking, type PlacedOffer, type RankingBlock, type RankingStatus } from './compute-ranking';
import { explainPlaces } from './explain-place';
import type { DrawnLot } from './lot';
import type { RankingCall, RankingRules } from './ranking-call';
import { fractionText, shownScore } from './shown-score';

export const RESULT_FORMAT = 'zit-result/1';

/** One line of a published ranking. */
export interface RankingRow {
  offer: string;
  /** Points of 100 as a reduced fraction, `485/6`; null for a rejected offer. */
  score: string | null;
  /** As people read it, `80,83`; never a failure as a pass. */
  shown: string | null;
  place: number | null;
  status: RankingStatus;
  /** What parts it from its neighbour of equal points; null: there is none. */
  decidedBy: string | null;
  /** The same in a sentence. */
  because: string;
}

/** What a result says beside its numbers. */
export interface ResultAbout {
  call: { number: string | null; title: string | null; teryt: string; edition: number | null; sha256: string | null };
  /** Version of the rule set. */
  ruleSet: string;
  /** Names of the criteria by code. */
  criteria: Readonly<Record<string, string>>;
  /** Titles of the offers by their names in the ranking. */
  titles: Readonly<Record<string, string>>;
  /** Program that computed it, with its version. */
  software: string;
  frozenAt: Instant | null;
  /** How the seed came about, where it was drawn before witnesses. */
  lot?: DrawnLot;
}

/** Everything a ranking follows from, and the ranking: what is hashed, signed and published. Assessors go by pseudonyms. */
export interface ResultDocument extends Omit<ResultAbout, 'criteria' | 'titles' | 'lot'> {
  rules: {
    criteria: { code: string; name: string; weight: number }[];
    scale: [0, number];
    threshold: string;
    thresholdInclusive: boolean;
    quorum: number;
    aggregate: 'MEAN';
    rounding: 'SHOWN_HALF_UP_2';
    ties: readonly string[];
    conflictPolicy: RankingRules['conflictPolicy'];
    centres: number | null;
    moneyGrosze: Grosze | null;
  };
  offers: Record<string, { title: string; zitGrosze: Grosze; rejected: boolean }>;
  conflicts: { assessor: string; offer: string }[];
  /** By offer, assessor and criterion. */
  cards: Record<string, Record<string, Record<string, number>>>;
  lot: { seed: string } | DrawnLot | null;
  ranking: RankingRow[];
}

/** The file that anybody works out again; `signature` is added by who publishes it. */
export interface ResultFile {
  format: typeof RESULT_FORMAT;
  document: ResultDocument;
  /** Of the canonical JSON of the document. */
  sha256: string;
  /** Of each value, by JSON pointer, 16 hex digits: so that a verifier can name what was changed. */
  digests: Record<string, string>;
  /** Ed25519 over `zit-result/1 ` and the SHA-256; base64, the key as SPKI. */
  signature?: { key: string; value: string };
}

/** Lines of a ranking as they are published, in its order. */
export function rankingRows(offers: readonly PlacedOffer[], rules: RankingRules): RankingRow[] {
  const because = explainPlaces(offers, rules);
  return offers.map(({ offer, score, place, status, tie }, at) => ({
    offer,
    score: score && fractionText(score),
    shown: score && shownScore(score, rules.threshold, rules.thresholdInclusive),
    place,
    status,
    decidedBy: tie?.by ?? null,
    because: because[at] ?? '',
  }));
}

/** The result of a call; while something blocks the ranking there is none to publish. */
export function resultFile(
  call: RankingCall,
  about: ResultAbout,
  sha256: Sha256,
): { file: ResultFile; blocks: [] } | { file: null; blocks: RankingBlock[] } {
  const { offers, blocks } = computeRanking(call, sha256);
  if (blocks.length > 0) return { file: null, blocks };
  const document = resultDocument(call, about, rankingRows(offers, call.rules));
  return {
    blocks: [],
    file: {
      format: RESULT_FORMAT,
      document,
      sha256: sha256(canonicalJson(document)),
      digests: Object.fromEntries(digestsOf(document, '', sha256)),
    },
  };
}

/** The document without asking whether its ranking stands. */
export function resultDocument(call: RankingCall, about: ResultAbout, ranking: RankingRow[]): ResultDocument {
  const { criteria: names, titles, lot, ...said } = about;
  const { rules, offers, conflicts, lotSeed } = call;
  const { criteria, maxPoints, threshold, ...kept } = rules;
  return {
    ...said,
    rules: {
      ...kept,
      criteria: criteria.map(({ code, weight }) => ({ code, name: names[code] ?? '', weight })),
      scale: [0, maxPoints],
      threshold: decimalText(threshold.num, threshold.den),
      aggregate: 'MEAN',
      rounding: 'SHOWN_HALF_UP_2',
    },
    offers: Object.fromEntries(
      offers.map(({ offer, zitGrosze, rejected }) => [offer, { title: titles[offer] ?? '', zitGrosze, rejected }]),
    ),
    conflicts: conflicts.map(({ assessor, offer }) => ({ assessor, offer })),
    cards: cardsOf(call),
    lot: lotSeed === null ? null : (lot ?? { seed: lotSeed }),
    ranking,
  };
}

function cardsOf({ rules: { criteria }, cards }: RankingCall): ResultDocument['cards'] {
  const byOffer: ResultDocument['cards'] = {};
  for (const { offer, assessor, points } of cards)
    (byOffer[offer] ??= {})[assessor] = Object.fromEntries(criteria.map(({ code }, at) => [code, points[at] ?? 0]));
  return byOffer;
}

/** Whole hundredths as a decimal, `60.00`. */
const decimalText = (num: number, den: number): string => (num / den).toFixed(2);

/** Leaves of a document with their digests; an empty list or object is a leaf. */
function* digestsOf(value: unknown, path: string, sha256: Sha256): Generator<[string, string]> {
  const names = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (names.length === 0) yield [path, sha256(`${path} ${canonicalJson(value)}`).slice(0, 16)];
  for (const [name, item] of names)
    yield* digestsOf(item, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, sha256);
}
