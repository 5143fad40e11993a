import type { FieldKinds, SheetForm } from '../sheet/form';
import { MOST_POINTS, type ScoringCriterion } from './criteria';

export const CARD_VERSION = 'card/1';
/** Characters of one reason at most. */
export const LONGEST_REASON = 4_000;

/** Where a card keeps the points of a criterion, and the reason for them. */
export const pointsPath = (criterion: string): string => `points.${criterion}`;
export const reasonPath = (criterion: string): string => `reasons.${criterion}`;

/**
 * The form of a score card, out of the call's frozen criteria: whole points for each that is not automatic, and a reason.
 * Its version names the rule by which it is made; the fields go by the criteria's ids.
 */
export function cardForm(criteria: readonly ScoringCriterion[]): SheetForm {
  const given = criteria.filter(({ automatic }) => !automatic);
  const fields = (kind: FieldKinds[string]): FieldKinds => Object.fromEntries(given.map(({ id }) => [id, kind]));
  return {
    version: CARD_VERSION,
    sections: {
      points: { fields: fields({ is: 'whole', min: 0, max: MOST_POINTS }), lists: {} },
      reasons: { fields: fields({ is: 'text', max: LONGEST_REASON }), lists: {} },
    },
  };
}
