import type { CALL_FORM } from '../call/call-form';
import type { SheetOf } from '../sheet/read-sheet';

/** Points of one criterion go from 0 to this (F.4); rules of calls name no other scale. */
export const MOST_POINTS = 10;

/** A criterion as the frozen call says it: a card has one field of points and one of reasons for each. */
export interface ScoringCriterion {
  /** Of the item in the call's sheet; it names the fields of a card. */
  id: string;
  /** „K1”, in the call's order and no two alike. */
  code: string;
  name: string;
  guidance: string;
  /** Percent of the score, whole; those of a call sum to 100. */
  weight: number;
  /** Its points follow from the NGO council's recommendation; nobody gives them. */
  automatic: boolean;
}

/** Criteria of a published call, in their order. */
export function criteriaOf({ criteria }: Pick<SheetOf<typeof CALL_FORM>, 'criteria'>): ScoringCriterion[] {
  return criteria.list.map(({ id, code, name, guidance, weight, kind }, at) => ({
    id,
    code: code ?? `K${at + 1}`,
    name: name ?? '',
    guidance: guidance ?? '',
    weight: weight ?? 0,
    automatic: kind === 'RECOMMENDATION',
  }));
}

/** Q10: a positive recommendation gives all points, no recommendation or a negative one gives none. */
export const automaticPoints = (recommended: boolean): number => (recommended ? MOST_POINTS : 0);
