import type { Sha256 } from '../journal/entry';
import { compareRatio, reaches, type Ratio } from '../money/ratio';
import { scoresOf } from './counted-cards';
import { LOT, type RankedOffer, type RankingCall, type RankingRules } from './ranking-call';
import { decidingRule, inOrder, ticketOf, tieRules, type Contender, type TieRule } from './tie';

/**
 * `selected`: above the funding line · `reserve`: reached the threshold, but centres or money end above it ·
 * `below-threshold` · `rejected`: late or refused formally · `undecided`: the lot that has to say so was not drawn.
 */
export type RankingStatus = 'selected' | 'reserve' | 'below-threshold' | 'rejected' | 'undecided';

/** With whom an offer has equal points, and what parts them. */
export interface Tie {
  with: string;
  /** A criterion's code, `LOWER_ZIT` or `LOT`. */
  by: string;
  /** Means of that criterion; null where the rule is none. */
  own: Ratio | null;
  others: Ratio | null;
}

export interface PlacedOffer {
  offer: string;
  zitGrosze: number;
  /** Points of 100, exact; null for a rejected offer. */
  score: Ratio | null;
  /** By criterion, in its order; empty for a rejected offer. */
  means: readonly Ratio[];
  counted: readonly string[];
  /** From 1; null: it has none, or the ranking is blocked. Offers that only the lot can part share one. */
  place: number | null;
  status: RankingStatus;
  /** Against the neighbour below of equal points, or else the one above. */
  tie: Tie | null;
}

/** Why there is no ranking, or not yet. */
export type RankingBlock =
  /** N19: fewer counted assessors than the call's rules ask for. */
  | { code: 'QUORUM'; offer: string; counted: number; quorum: number }
  /** All tie rules leave these offers equal, and no lot was drawn. */
  | { code: 'LOT_NEEDED'; offers: string[] }
  /** The same, and the call has no lot among its tie rules. */
  | { code: 'TIE_LEFT'; offers: string[] };

export interface Ranking {
  /** In the order of the list: placed, below the threshold, rejected. */
  offers: PlacedOffer[];
  /** Empty: the ranking stands. */
  blocks: RankingBlock[];
}

/**
 * The ranking of a call (F.4): mean over counted assessors, exact fractions, ties by the published rules. Equal input
 * gives equal output whatever order its lists have.
 */
export function computeRanking(call: RankingCall, sha256: Sha256): Ranking {
  const { rules } = call;
  const scores = scoresOf(call);
  const contenders = call.offers.flatMap((offer): Contender[] => {
    const score = scores.get(offer.offer);
    return score ? [{ ...offer, ...score, ticket: ticketOf(sha256, call.lotSeed, offer.offer) }] : [];
  });
  const rejected = call.offers.filter((offer) => offer.rejected).sort(byName);
  const quorum = contenders.filter(({ counted }) => counted.length < Math.max(1, rules.quorum)).sort(byName);
  if (quorum.length > 0)
    return {
      offers: [...contenders.sort(byName).map(unplaced), ...rejected.map(rejectedOffer)],
      blocks: quorum.map(({ offer, counted }) => ({
        code: 'QUORUM',
        offer,
        counted: counted.length,
        quorum: rules.quorum,
      })),
    };

  const ties = tieRules(rules);
  const inPlace = contenders.sort(
    (a, b) => compareRatio(b.score, a.score) || (decidingRule(ties, a, b)?.compare(a, b) ?? 0) || byName(a, b),
  );
  const over = inPlace.filter(({ score }) => reaches(score, rules.threshold, rules.thresholdInclusive));
  const under = inPlace.slice(over.length);
  const left = leftEqual(over, ties);
  return {
    offers: [
      ...placed(over, ties, left, rules),
      ...under.map((contender) => ({ ...unplaced(contender), status: 'below-threshold' as const })),
      ...rejected.map(rejectedOffer),
    ],
    blocks: left.map(({ offers }) => ({ code: rules.ties.includes(LOT) ? 'LOT_NEEDED' : 'TIE_LEFT', offers })),
  };
}

function placed(
  over: readonly Contender[],
  ties: readonly TieRule[],
  left: readonly Left[],
  rules: RankingRules,
): PlacedOffer[] {
  const funded = fundedCount(over, left, rules);
  const groups = new Map(left.flatMap((group) => group.offers.map((offer) => [offer, group])));
  return over.map((contender, at) => {
    const { from, offers } = groups.get(contender.offer) ?? { from: at, offers: [] };
    // The line runs through offers that nothing has parted yet.
    const undecided = from < funded && funded < from + offers.length;
    return {
      ...unplaced(contender),
      place: from + 1,
      status: undecided ? 'undecided' : at < funded ? 'selected' : 'reserve',
      tie: tieAt(over, at, ties, rules),
    };
  });
}

/**
 * How many of the list are above the line: it is drawn at the first offer for which centres or money end. Among offers
 * that are not parted yet the cheapest are tried first: whether one of them fits at all must not depend on names.
 */
function fundedCount(
  over: readonly Contender[],
  left: readonly Left[],
  { centres, moneyGrosze }: RankingRules,
): number {
  const amounts = over.map(({ zitGrosze }) => zitGrosze);
  for (const { from, offers } of left)
    amounts.splice(from, offers.length, ...amounts.slice(from, from + offers.length).sort((a, b) => a - b));
  let spent = 0;
  let count = 0;
  for (const amount of amounts) {
    spent += amount;
    if (count === centres || (moneyGrosze !== null && spent > moneyGrosze)) break;
    count += 1;
  }
  return count;
}

function tieAt(
  over: readonly Contender[],
  at: number,
  ties: readonly TieRule[],
  { criteria }: RankingRules,
): Tie | null {
  const own = over[at];
  const equal = own && [over[at + 1], over[at - 1]].find((one) => one && compareRatio(one.score, own.score) === 0);
  if (!equal) return null;
  const by = decidingRule(ties, own, equal)?.code ?? LOT;
  const criterion = criteria.findIndex(({ code }) => code === by);
  return { with: equal.offer, by, own: own.means[criterion] ?? null, others: equal.means[criterion] ?? null };
}

/** Offers that no rule parts, and at which place from 0 they begin. */
interface Left {
  from: number;
  offers: string[];
}

function leftEqual(over: readonly Contender[], ties: readonly TieRule[]): Left[] {
  const groups: Left[] = [];
  over.forEach((contender, at) => {
    const above = over[at - 1];
    const equal =
      above && compareRatio(above.score, contender.score) === 0 && decidingRule(ties, above, contender) === null;
    if (equal) groups.at(-1)?.offers.push(contender.offer);
    else groups.push({ from: at, offers: [contender.offer] });
  });
  return groups.filter(({ offers }) => offers.length > 1);
}

const unplaced = ({ offer, zitGrosze, score, means, counted }: Contender): PlacedOffer => ({
  ...{ offer, zitGrosze, score: score.den === 0 ? null : score, means, counted },
  ...{ place: null, status: 'undecided', tie: null },
});

const rejectedOffer = ({ offer, zitGrosze }: RankedOffer): PlacedOffer => ({
  ...{ offer, zitGrosze, score: null, means: [], counted: [] },
  ...{ place: null, status: 'rejected', tie: null },
});

const byName = (a: RankedOffer, b: RankedOffer): number => inOrder(a.offer, b.offer);
