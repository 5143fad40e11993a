import type { Ratio } from '../money/ratio';
import { MOST_POINTS, type ScoringCriterion } from './criteria';
import { pointsPath, reasonPath } from './card-form';
import type { CardValues } from './check-card';

/** A card as it is handed in: what is hashed and never changes. By codes of criteria. */
export interface CardContents {
  offer: string;
  /** Id of the person; results name a pseudonym. */
  assessor: string;
  /** Automatic ones included. */
  points: Record<string, number>;
  reasons: Record<string, string>;
}

/** The contents of a complete card. `automatic`: what automatic criteria give this offer. */
export function cardContents(
  who: Pick<CardContents, 'offer' | 'assessor'>,
  criteria: readonly ScoringCriterion[],
  values: CardValues,
  automatic: number,
): CardContents {
  const points = criteria.map(({ id, code, automatic: computed }) => {
    const given = computed ? automatic : values(pointsPath(id));
    if (typeof given !== 'number') throw new RangeError(`no points for ${code}`);
    return [code, given] as const;
  });
  const reasons = criteria.flatMap(({ id, code }) => {
    const reason = values(reasonPath(id));
    return typeof reason === 'string' && reason.trim() !== '' ? [[code, reason.trim()] as const] : [];
  });
  return { ...who, points: Object.fromEntries(points), reasons: Object.fromEntries(reasons) };
}

/**
 * Points of 100 of one card, exact: weights times points over the scale. Null: some are not given yet.
 * @param given whole points in the order of the criteria
 */
export function cardTotal(
  criteria: readonly Pick<ScoringCriterion, 'weight'>[],
  given: readonly (number | null)[],
): Ratio | null {
  let num = 0;
  for (const [at, { weight }] of criteria.entries()) {
    const points = given[at] ?? null;
    if (points === null) return null;
    num += weight * points;
  }
  return { num, den: MOST_POINTS };
}

/**
 * Own places by own totals: 1 for the highest, equal totals share one (1, 2, 2, 4). Null where there is no total.
 */
export function ownRanks(totals: readonly (Ratio | null)[]): (number | null)[] {
  // All have one denominator, so the order of numerators is the order of totals.
  const inOrder = totals.flatMap((total) => (total ? [total.num] : [])).sort((a, b) => b - a);
  const first = new Map<number, number>();
  for (const [at, num] of inOrder.entries()) if (!first.has(num)) first.set(num, at + 1);
  return totals.map((total) => (total ? (first.get(total.num) ?? null) : null));
}
