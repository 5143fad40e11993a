import type { Sha256 } from '../journal/entry';
import { computeRanking, type PlacedOffer } from './compute-ranking';
import { countedCards } from './counted-cards';
import { dieOf } from './die';
import type { RankingCall, RankingRules } from './ranking-call';

/**
 * How firmly an offer stands: `sure` selected in nearly every trial, `unsure` in nearly none, `line` in between. The
 * chair minutes a reason for each that is on the line.
 */
export type StabilityVerdict = 'sure' | 'line' | 'unsure';

export interface OfferStability {
  offer: string;
  /** In how many of the trials it was selected. */
  selected: number;
  verdict: StabilityVerdict;
  /** Assessors without whose cards it would be selected where it is not, or the other way round. */
  withoutAssessor: string[];
  /** Criteria of which a weight changed up or down by `weightPercent` would do the same. */
  withWeight: { code: string; percent: number }[];
}

export interface Stability {
  seed: number;
  trials: number;
  /** Percent of its weight by which each criterion was made heavier and lighter. */
  weightPercent: number;
  offers: OfferStability[];
}

export interface StabilityAsked {
  /** Whole, 32 bits; kept with the result, so that it comes out the same again. */
  seed: number;
  trials?: number;
  weightPercent?: number;
}

/** Least share of trials for `sure`, and most for `unsure`, as `num / den`. */
const SURE = { num: 19, den: 20 };
const UNSURE = { num: 1, den: 20 };

/**
 * What would have become of each offer had other assessors come (resamples of those who did, with replacement), one
 * not, or had a weight been another. Advisory: it never changes a place. What is left out or weighed otherwise is ranked
 * exactly, ties and all; the many trials compare scores rounded to ten millionths of a point, and equals keep the order
 * of the ranking.
 */
export function stabilityOf(
  call: RankingCall,
  sha256: Sha256,
  { seed, trials = 10_000, weightPercent = 10 }: StabilityAsked,
): Stability {
  const { offers } = computeRanking(call, sha256);
  const field = fieldOf(call, offers);
  const counts = resample(field, trials, seed);
  const changedBy = (other: RankingCall): Set<string> => changed(offers, computeRanking(other, sha256).offers);
  const without = field.assessors.map((assessor) => ({ assessor, offers: changedBy(leftOut(call, assessor)) }));
  const weighed = call.rules.criteria.flatMap(({ code }) =>
    [weightPercent, -weightPercent].map((percent) => ({
      ...{ code, percent },
      offers: changedBy(reweighed(call, code, percent)),
    })),
  );
  return {
    ...{ seed, trials, weightPercent },
    offers: field.offers.map(({ offer }, at) => ({
      offer,
      selected: counts[at] ?? 0,
      verdict: verdictOf(counts[at] ?? 0, trials),
      withoutAssessor: without.filter((one) => one.offers.has(offer)).map(({ assessor }) => assessor),
      withWeight: weighed.filter((one) => one.offers.has(offer)).map(({ code, percent }) => ({ code, percent })),
    })),
  };
}

/** Without one assessor, whatever the quorum. */
const leftOut = (call: RankingCall, assessor: string): RankingCall => ({
  ...call,
  rules: { ...call.rules, quorum: 1 },
  cards: call.cards.filter((card) => card.assessor !== assessor),
});

/** With one weight so many percent heavier, the others in their old proportion; scores still run to 100. */
function reweighed(call: RankingCall, changedCode: string, percent: number): RankingCall {
  const weights = call.rules.criteria.map(({ code, weight }) => weight * (code === changedCode ? 100 + percent : 100));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return {
    ...call,
    rules: {
      ...call.rules,
      criteria: call.rules.criteria.map(({ code }, at) => ({ code, weight: (weights[at] ?? 0) * 100 })),
      maxPoints: call.rules.maxPoints * sum,
    },
  };
}

/** Offers that are selected in one of two rankings only. */
function changed(before: readonly PlacedOffer[], after: readonly PlacedOffer[]): Set<string> {
  const selected = (offers: readonly PlacedOffer[]): Set<string> =>
    new Set(offers.filter(({ status }) => status === 'selected').map(({ offer }) => offer));
  const [was, is] = [selected(before), selected(after)];
  return new Set([...was, ...is].filter((offer) => was.has(offer) !== is.has(offer)));
}

function verdictOf(selected: number, trials: number): StabilityVerdict {
  if (selected * SURE.den >= trials * SURE.num) return 'sure';
  return selected * UNSURE.den <= trials * UNSURE.num ? 'unsure' : 'line';
}

/** Cards of the scored offers laid out flat, for speed. */
interface Field {
  rules: RankingRules;
  /** In the order of the ranking. */
  offers: readonly PlacedOffer[];
  assessors: string[];
  /** Points of 100 by offer and assessor; NaN where there is no card. */
  points: Float64Array;
}

function fieldOf(call: RankingCall, ranking: readonly PlacedOffer[]): Field {
  const { rules } = call;
  const offers = ranking.filter(({ status }) => status !== 'rejected');
  const cards = countedCards(call);
  const assessors = [...new Set(cards.map(({ assessor }) => assessor))].sort();
  const [offerAt, assessorAt] = [placesOf(offers.map(({ offer }) => offer)), placesOf(assessors)];
  const points = new Float64Array(offers.length * assessors.length).fill(NaN);
  for (const { offer, assessor, points: given } of cards)
    points[(offerAt.get(offer) ?? 0) * assessors.length + (assessorAt.get(assessor) ?? 0)] =
      rules.criteria.reduce((sum, { weight }, at) => sum + weight * (given[at] ?? 0), 0) / rules.maxPoints;
  return { rules, offers, assessors, points };
}

const placesOf = (names: readonly string[]): Map<string, number> => new Map(names.map((name, at) => [name, at]));

/** Mean of each offer's cards, each as often as its assessor was drawn; of all of them where none was drawn. */
function mean({ assessors, offers, points }: Field, times: Uint16Array, to: Float64Array): void {
  const width = assessors.length;
  for (let offer = 0; offer < offers.length; offer++) {
    let [sum, count, all, cards] = [0, 0, 0, 0];
    for (let at = 0; at < width; at++) {
      const value = points[offer * width + at] ?? NaN;
      if (Number.isNaN(value)) continue;
      const often = times[at] ?? 0;
      sum += value * often;
      count += often;
      all += value;
      cards += 1;
    }
    to[offer] = count > 0 ? sum / count : all / cards;
  }
}

/** Ten millionths of a point: less is rounding of the machine, not a difference. */
const FINE = 10_000_000;

/** The line as `computeRanking` draws it: at the first offer for which centres or money end. */
function select(
  { rules, offers }: Field,
  scores: Float64Array,
  keys: Float64Array,
  take: (offer: number) => void,
): void {
  const count = scores.length;
  for (let at = 0; at < count; at++) keys[at] = Math.round((scores[at] ?? 0) * FINE) * count + (count - 1 - at);
  keys.sort();
  const least = Math.round((rules.threshold.num / rules.threshold.den) * FINE);
  let taken = 0;
  let spent = 0;
  for (let turn = count - 1; turn >= 0 && taken !== rules.centres; turn--) {
    const key = keys[turn] ?? 0;
    const score = Math.floor(key / count);
    if (rules.thresholdInclusive ? score < least : score <= least) return;
    const offer = count - 1 - (key % count);
    spent += offers[offer]?.zitGrosze ?? 0;
    if (rules.moneyGrosze !== null && spent > rules.moneyGrosze) return;
    take(offer);
    taken += 1;
  }
}

/** In how many trials each offer is selected, when as many assessors are drawn as there are, with replacement. */
function resample(field: Field, trials: number, seed: number): Uint32Array {
  const width = field.assessors.length;
  const die = dieOf(seed);
  const counts = new Uint32Array(field.offers.length);
  const [scores, keys] = [new Float64Array(field.offers.length), new Float64Array(field.offers.length)];
  const times = new Uint16Array(width);
  for (let trial = 0; trial < trials; trial++) {
    times.fill(0);
    for (let drawn = 0; drawn < width; drawn++) times[die(width)]! += 1;
    mean(field, times, scores);
    select(field, scores, keys, (at) => (counts[at]! += 1));
  }
  return counts;
}
