import { CONFLICT_POLICIES } from '../call/call-form';
import type { Ratio } from '../money/ratio';
import { totals } from '../budget/totals';
import { LOT, LOWER_ZIT, type RankingCall } from '../ranking/ranking-call';
import { caseWords } from '../words.pl/case';
import { rankingWords } from '../words.pl/ranking';
import { factsOfCase } from './facts-of-case';
import { readCase } from './read-case';
import { Reading, type CaseFault } from './reading';
import type { ZitCase } from './zit-case';

export type RankingRead =
  | {
      ok: true;
      value: RankingCall;
      /** What does not stop the ranking and should be looked at. */ warnings: CaseFault[];
    }
  | { ok: false; faults: CaseFault[] };

/** A criterion that is scored by the council's recommendation: all points when it is positive, else none (F.4 K7). */
const RECOMMENDATION = 'RECOMMENDATION';

/**
 * Reads what a case of the format `zit-case/1` says of its ranking: `criteria`, `scoring`, `assessors`, `conflicts`,
 * `scores`, and the money of its offers. Every fault is named with its JSON pointer.
 */
export function readRankingCase(json: unknown): RankingRead {
  const read = readCase(json);
  if (!read.ok) return read;
  const reading = new Reading();
  const warnings = new Reading();
  const call = rankingOf(read.value, reading, warnings);
  return call && reading.faults.length === 0
    ? { ok: true, value: call, warnings: warnings.faults }
    : { ok: false, faults: reading.faults };
}

interface CaseCriterion {
  code: string;
  weight: number;
  auto?: string;
}

function rankingOf(zitCase: ZitCase, reading: Reading, warnings: Reading): RankingCall | null {
  const root = zitCase as unknown as Record<string, unknown>;
  const criteria = readCriteria(reading, root['criteria']);
  const scoring = readScoring(reading, root['scoring'], criteria);
  if (!scoring) return null;
  const assessors = readNames(reading, root['assessors'] ?? assessorsOf(root['scores']));
  const offers = readOffers(reading, zitCase, scoring.rules.ties);
  const known = { assessors, offers: new Set(Object.keys(zitCase.offers)) };
  const conflicts = readConflicts(reading, root['conflicts'], known);
  const cards = readCards(reading, root['scores'], {
    ...{ ...known, criteria, zitCase, warnings },
    most: scoring.rules.maxPoints,
  });
  return { ...scoring, rules: { ...scoring.rules, ...funding(reading, zitCase) }, offers, conflicts, cards };
}

function readCriteria(reading: Reading, value: unknown): CaseCriterion[] {
  const criteria: CaseCriterion[] = [];
  reading.list(value, '/criteria', (item, at) => {
    const criterion = reading.object(item, at);
    if (!criterion) return;
    const { code, weight, auto } = criterion;
    reading.text(code, `${at}/code`);
    if (criteria.some((other) => other.code === code)) reading.fault(`${at}/code`, caseWords.repeated(String(code)));
    reading.count(weight, `${at}/weight`);
    reading.optional(auto, (kind) => reading.oneOf(kind, [RECOMMENDATION], `${at}/auto`));
    criteria.push({ code: String(code), weight: Number(weight), ...(typeof auto === 'string' ? { auto } : {}) });
  });
  const sum = criteria.reduce((all, { weight }) => all + weight, 0);
  if (reading.faults.length === 0 && sum !== 100) reading.fault('/criteria', rankingWords.fault.weights(sum));
  return criteria;
}

type Scoring = Pick<RankingCall, 'lotSeed'> & { rules: RankingCall['rules'] };

function readScoring(reading: Reading, value: unknown, criteria: readonly CaseCriterion[]): Scoring | null {
  const scoring = reading.object(value, '/scoring');
  if (!scoring) return null;
  // R-SCORE says what a call has that names nothing else (domain A.15).
  const { scale = [0, 10], threshold = '60.00', thresholdInclusive = true, quorum = 3 } = scoring;
  const { aggregate = 'MEAN', conflictPolicy = 'WHOLE_CALL' } = scoring;
  const most = Array.isArray(scale) && scale.length === 2 && scale[0] === 0 ? (scale[1] as unknown) : null;
  if (!Number.isSafeInteger(most) || (most as number) < 1 || (most as number) > 1_000)
    reading.fault('/scoring/scale', rankingWords.fault.scale);
  const points = thresholdOf(threshold);
  if (!points) reading.fault('/scoring/threshold', rankingWords.fault.threshold);
  if (typeof thresholdInclusive !== 'boolean') reading.fault('/scoring/thresholdInclusive', caseWords.notFlag);
  if (aggregate !== 'MEAN') reading.fault('/scoring/aggregate', rankingWords.fault.aggregate);
  reading.count(quorum, '/scoring/quorum', 1);
  reading.oneOf(conflictPolicy, CONFLICT_POLICIES, '/scoring/conflictPolicy');
  reading.optional(scoring['lotSeed'], (seed) => reading.text(seed, '/scoring/lotSeed'));
  const known = [...criteria.map(({ code }) => code), LOWER_ZIT, LOT];
  const ties: string[] = [];
  reading.optional(scoring['tieBreak'], (list) =>
    reading.list(list, '/scoring/tieBreak', (by, at) => {
      if (typeof by !== 'string' || !known.includes(by)) reading.fault(at, rankingWords.fault.tie(String(by), known));
      else ties.push(by);
    }),
  );
  if (reading.faults.length > 0 || !points) return null;
  return {
    lotSeed: (scoring['lotSeed'] as string | null | undefined) ?? null,
    rules: {
      criteria: criteria.map(({ code, weight }) => ({ code, weight })),
      maxPoints: most as number,
      threshold: points,
      thresholdInclusive: thresholdInclusive as boolean,
      quorum: quorum as number,
      ties,
      conflictPolicy: conflictPolicy as RankingCall['rules']['conflictPolicy'],
      centres: null,
      moneyGrosze: null,
    },
  };
}

/** `"60.00"` as hundredths of a point; null: no such number. */
function thresholdOf(text: unknown): Ratio | null {
  const parts = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(typeof text === 'number' ? String(text) : String(text ?? ''));
  const num = parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : NaN;
  return num <= 10_000 ? { num, den: 100 } : null;
}

/** One centre, unless the call says how many; money only where it says so. */
function funding(reading: Reading, { call }: ZitCase): Pick<RankingCall['rules'], 'centres' | 'moneyGrosze'> {
  reading.optional(call.centres, (centres) => reading.count(centres, '/call/centres', 1));
  reading.optional(call.moneyGrosze, (money) => reading.money(money, '/call/moneyGrosze'));
  return { centres: call.centres ?? 1, moneyGrosze: call.moneyGrosze ?? null };
}

function readNames(reading: Reading, value: unknown): Set<string> {
  const names = new Set<string>();
  reading.list(value, '/assessors', (name, at) => {
    reading.text(name, at);
    if (names.has(String(name))) reading.fault(at, caseWords.repeated(String(name)));
    names.add(String(name));
  });
  return names;
}

function readOffers(reading: Reading, zitCase: ZitCase, ties: readonly string[]): RankingCall['offers'] {
  return Object.entries(zitCase.offers).map(([offer, { rejected }]) => {
    const facts = factsOfCase(zitCase, offer);
    const zit = facts.lines ? totals(facts.lines, facts.members).zit : facts.declared.zitGrosze;
    if (zit === null && ties.includes(LOWER_ZIT)) reading.fault(`/offers/${offer}`, rankingWords.fault.zit);
    if (rejected !== undefined && typeof rejected !== 'boolean')
      reading.fault(`/offers/${offer}/rejected`, caseWords.notFlag);
    return { offer, zitGrosze: zit ?? 0, rejected: rejected ?? false };
  });
}

/** Everybody who has a card, for a file without a list of assessors. */
const assessorsOf = (scores: unknown): string[] => [
  ...new Set(Object.values(scores ?? {}).flatMap((cards: unknown) => Object.keys(cards ?? {}))),
];

interface Known {
  assessors: ReadonlySet<string>;
  offers: ReadonlySet<string>;
}

function readConflicts(reading: Reading, value: unknown, known: Known): RankingCall['conflicts'] {
  const conflicts: { assessor: string; offer: string }[] = [];
  reading.optional(value, (list) =>
    reading.list(list, '/conflicts', (item, at) => {
      const conflict = reading.object(item, at);
      if (!conflict) return;
      const [assessor, offer] = [String(conflict['assessor']), String(conflict['offer'])];
      if (!known.assessors.has(assessor)) reading.fault(`${at}/assessor`, rankingWords.fault.assessor(assessor));
      if (!known.offers.has(offer)) reading.fault(`${at}/offer`, rankingWords.fault.offer(offer));
      conflicts.push({ assessor, offer });
    }),
  );
  return conflicts;
}

interface Scored extends Known {
  criteria: readonly CaseCriterion[];
  zitCase: ZitCase;
  most: number;
  warnings: Reading;
}

function readCards(reading: Reading, value: unknown, scored: Scored): RankingCall['cards'] {
  const cards: { assessor: string; offer: string; points: number[] }[] = [];
  for (const [offer, byAssessor] of Object.entries(reading.object(value, '/scores') ?? {})) {
    const at = `/scores/${part(offer)}`;
    if (!scored.offers.has(offer)) reading.fault(at, rankingWords.fault.offer(offer));
    for (const [assessor, points] of Object.entries(reading.object(byAssessor, at) ?? {})) {
      const place = `${at}/${part(assessor)}`;
      if (!scored.assessors.has(assessor)) reading.fault(place, rankingWords.fault.assessor(assessor));
      readPoints(reading, points, place, { offer, ...scored });
      if (Array.isArray(points)) cards.push({ assessor, offer, points: points as number[] });
    }
  }
  return cards;
}

function readPoints(reading: Reading, value: unknown, at: string, card: Scored & { offer: string }): void {
  const { criteria, most } = card;
  const given = reading.list(value, at, (points, place) => {
    if (!Number.isSafeInteger(points) || (points as number) < 0 || (points as number) > most)
      reading.fault(place, rankingWords.fault.points(JSON.stringify(points), most));
  });
  if (given !== criteria.length) return reading.fault(at, rankingWords.fault.pointsCount(given, criteria.length));
  criteria.forEach(({ code, auto }, index) => {
    const expected = auto && automaticPoints(card);
    const points = (value as unknown[])[index] as number;
    if (typeof expected === 'number' && points !== expected)
      card.warnings.fault(`${at}/${index}`, rankingWords.fault.automatic(code, points, expected));
  });
}

/** Points of the recommendation's criterion; null: the file does not say whether there is one. */
function automaticPoints({ zitCase, offer, most }: Scored & { offer: string }): number | null {
  const said = zitCase.offers[offer]?.recommendation;
  const verdict = typeof said === 'string' ? said : said?.verdict;
  return verdict === undefined ? null : verdict === 'POSITIVE' ? most : 0;
}

const part = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
