import type { Ratio } from '../money/ratio';
import type { RankingCall, RankingCard, RankingRules } from './ranking-call';

/** What the counted cards of one offer add up to. */
export interface OfferScore {
  /** Assessors whose cards count, in the order of the cards. */
  counted: string[];
  /** Points of 100: the mean of the assessors' sums. Zero over zero when no card counts. */
  score: Ratio;
  /** By criterion: the mean of its points. */
  means: Ratio[];
}

/**
 * Adds up the cards that count (F.4): all of them, but for those of assessors in conflict. Under `WHOLE_CALL` somebody
 * in conflict with one offer counts nowhere, under `OFFER_ONLY` not for that offer. Sums are whole, so nothing is
 * rounded before the comparison. Cards of rejected or unknown offers are left alone.
 */
export function scoresOf(call: RankingCall): Map<string, OfferScore> {
  const { rules, offers } = call;
  const sums = new Map(
    offers
      .filter(({ rejected }) => !rejected)
      .map(({ offer }) => [offer, { counted: [] as string[], byCriterion: rules.criteria.map(() => 0) }]),
  );
  for (const card of countedCards(call)) {
    const sum = sums.get(card.offer);
    if (!sum) continue;
    sum.counted.push(card.assessor);
    for (let at = 0; at < sum.byCriterion.length; at++)
      sum.byCriterion[at] = (sum.byCriterion[at] ?? 0) + (card.points[at] ?? 0);
  }
  return new Map([...sums].map(([offer, sum]) => [offer, scoreOf(rules, sum)]));
}

/** Cards of scored offers by assessors without a conflict that counts. */
export function countedCards({ rules, offers, cards, conflicts }: RankingCall): RankingCard[] {
  const excluded = exclusions(rules, conflicts);
  const scored = new Set(offers.filter(({ rejected }) => !rejected).map(({ offer }) => offer));
  return cards.filter((card) => scored.has(card.offer) && !excluded(card));
}

function scoreOf(
  { criteria, maxPoints }: RankingRules,
  { counted, byCriterion }: { counted: string[]; byCriterion: number[] },
): OfferScore {
  let weighed = 0;
  for (let at = 0; at < criteria.length; at++) weighed += (criteria[at]?.weight ?? 0) * (byCriterion[at] ?? 0);
  return {
    counted,
    score: { num: weighed, den: maxPoints * counted.length },
    means: byCriterion.map((num) => ({ num, den: counted.length })),
  };
}

function exclusions(
  { conflictPolicy }: RankingRules,
  conflicts: RankingCall['conflicts'],
): (card: Pick<RankingCard, 'assessor' | 'offer'>) => boolean {
  const pairs = new Map<string, Set<string>>();
  for (const { assessor, offer } of conflicts) {
    const offers = pairs.get(assessor) ?? new Set();
    pairs.set(assessor, offers.add(offer));
  }
  return conflictPolicy === 'WHOLE_CALL'
    ? ({ assessor }) => pairs.has(assessor)
    : ({ assessor, offer }) => pairs.get(assessor)?.has(offer) === true;
}
