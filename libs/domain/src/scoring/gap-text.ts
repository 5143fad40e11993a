import { groupThousands } from '../money/grosze';
import { isUnread } from '../sheet/value';
import { scoringWords as words } from '../words.pl/scoring';
import { LONGEST_REASON, pointsPath } from './card-form';
import type { CardGap, CardValues } from './check-card';
import { MOST_POINTS, type ScoringCriterion } from './criteria';

/** What is missing, in a sentence with the way out. */
export function gapText(gap: CardGap, criteria: readonly ScoringCriterion[], values: CardValues): string {
  const code = criteria.find(({ id }) => id === gap.criterion)?.code ?? '';
  const typed = values(pointsPath(gap.criterion));
  switch (gap.because) {
    case 'NO_POINTS':
      return words.gap.NO_POINTS(code, MOST_POINTS);
    case 'NOT_POINTS':
      return words.gap.NOT_POINTS(code, isUnread(typed) ? typed.typed : String(typed), MOST_POINTS);
    case 'NO_REASON':
      return words.gap.NO_REASON[gap.needed ?? 'BELOW_HALF'](code, gap.points ?? 0, MOST_POINTS);
    case 'NOT_REASON':
      return words.gap.NOT_REASON(code, groupThousands(LONGEST_REASON));
  }
}
