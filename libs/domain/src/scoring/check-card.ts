import type { SheetValue } from '../sheet/form';
import { isUnread } from '../sheet/value';
import { MOST_POINTS, type ScoringCriterion } from './criteria';
import { pointsPath, reasonPath } from './card-form';

/** What a card says, by path; a path that is not there is empty. */
export type CardValues = (path: string) => SheetValue;

/** Which reasons the rules ask for (domain B.8): few points, or nearly all of them. */
export type ReasonNeeded = 'BELOW_HALF' | 'ABOVE_NINE_TENTHS';

/** Exact: half of the points and nine tenths of them ask for no reason. */
export function reasonNeeded(points: number, most = MOST_POINTS): ReasonNeeded | null {
  if (2 * points < most) return 'BELOW_HALF';
  return 10 * points > 9 * most ? 'ABOVE_NINE_TENTHS' : null;
}

/**
 * Why a card is not complete. `NO_POINTS`: none given · `NOT_POINTS`: what was typed is no whole number of the scale ·
 * `NO_REASON`: the points ask for one · `NOT_REASON`: longer than a reason may be.
 */
export interface CardGap {
  criterion: string;
  path: string;
  because: 'NO_POINTS' | 'NOT_POINTS' | 'NO_REASON' | 'NOT_REASON';
  points: number | null;
  needed: ReasonNeeded | null;
}

/** What is missing from a card, in the order of the criteria; empty: it can be handed in. */
export const cardGaps = (criteria: readonly ScoringCriterion[], values: CardValues): CardGap[] =>
  criteria.filter(({ automatic }) => !automatic).flatMap((criterion) => criterionGap(criterion, values) ?? []);

/** What is missing of one criterion; null: nothing. */
export function criterionGap({ id: criterion }: Pick<ScoringCriterion, 'id'>, values: CardValues): CardGap | null {
  const [given, reason] = [values(pointsPath(criterion)), values(reasonPath(criterion))];
  const gap = (because: CardGap['because'], points: number | null = null): CardGap => ({
    criterion,
    path: because === 'NO_REASON' || because === 'NOT_REASON' ? reasonPath(criterion) : pointsPath(criterion),
    because,
    points,
    needed: points === null ? null : reasonNeeded(points),
  });
  if (given === null) return gap('NO_POINTS');
  if (typeof given !== 'number') return gap('NOT_POINTS');
  if (isUnread(reason)) return gap('NOT_REASON', given);
  return reasonNeeded(given) !== null && isBlankReason(reason) ? gap('NO_REASON', given) : null;
}

const isBlankReason = (reason: SheetValue): boolean => typeof reason !== 'string' || reason.trim() === '';
