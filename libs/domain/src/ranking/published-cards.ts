import type { ConflictPolicy } from './ranking-call';
import { shownPoints } from './shown-score';

type Points = Readonly<Record<string, number>>;

/** As much of a published result as its cards are read with. */
export interface PublishedCards {
  rules: { conflictPolicy: ConflictPolicy };
  conflicts: readonly { assessor: string; offer: string }[];
  /** By offer, assessor and criterion. */
  cards: Readonly<Record<string, Readonly<Record<string, Points>>>>;
}

/** Cards of an offer that count, by assessor: those of whom no conflict takes out (F.4). */
export function publishedCards(
  { cards, conflicts, rules }: PublishedCards,
  offer: string,
): [assessor: string, points: Points][] {
  const whole = rules.conflictPolicy === 'WHOLE_CALL';
  return Object.entries(cards[offer] ?? {}).filter(
    ([assessor]) =>
      !conflicts.some((conflict) => conflict.assessor === assessor && (whole || conflict.offer === offer)),
  );
}

/** Mean points of an offer in a criterion, as they are shown; null: no card of it counts. */
export function publishedMean(result: PublishedCards, offer: string, code: string): string | null {
  const counted = publishedCards(result, offer);
  const num = counted.reduce((sum, [, points]) => sum + (points[code] ?? 0), 0);
  return counted.length === 0 ? null : shownPoints({ num, den: counted.length });
}
