import type { LocalDate } from '../calendar/local-date';
import {
  byPerson,
  formalState,
  inTime,
  type FormalCardItem,
  type FormalReceipt,
  type FormalState,
  type FormalVerdict,
} from './formal-card';
import { FORMAL_ITEMS } from './formal-item';

/**
 * A card as it was computed, with what people have answered since: their newest answers, and whether the chair admitted
 * an offer that came late. What rules found stays as it was found.
 */
export const answeredCard = (
  computed: readonly FormalCardItem[],
  receipt: Pick<FormalReceipt, 'lateMs' | 'admitted'>,
  verdicts: readonly FormalVerdict[],
): FormalCardItem[] =>
  computed.map((item) => {
    if (item.code === 'IN_TIME') return { ...item, ...inTime(receipt) };
    return FORMAL_ITEMS[item.code].by === 'PERSON' ? byPerson(item.code, verdicts) : item;
  });

/** The one call for correction of an offer. */
export interface CureTerm {
  /** Receipt about which it was sent. */
  receiptNumber: string;
  /** Last day, inclusive. */
  dueOn: LocalDate;
}

/**
 * What follows from an answered card. There is one call for correction: what is still missing after it, in what came as
 * its answer or when its days are over, is refused.
 *
 * @param receiptNumber of the receipt that the card is of
 */
export function formalConsequence(
  card: readonly FormalCardItem[],
  receiptNumber: string,
  cure: CureTerm | null,
  today: LocalDate,
): FormalState {
  const state = formalState(card);
  if (state !== 'TO_CURE' || cure === null) return state;
  const waits = cure.receiptNumber === receiptNumber && today <= cure.dueOn;
  return waits ? 'TO_CURE' : 'REJECTED';
}
