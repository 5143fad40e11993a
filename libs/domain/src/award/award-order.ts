import type { Grosze } from '../money/grosze';

/** An offer of the published result that has a place, in the order of the list. */
export interface ListedOffer {
  /** Number of the receipt that stands. */
  offer: string;
  status: 'selected' | 'reserve';
  /** What it asks of ZIT. */
  zitGrosze: Grosze;
}

/** An award that was given; `ended`: it fell through. */
export interface GivenAward {
  offer: string;
  zitGrosze: Grosze;
  ended: boolean;
}

/** How many centres and how much money the call has; null: the call sets no such limit. */
export interface AwardLimits {
  centres: number | null;
  moneyGrosze: Grosze | null;
}

/**
 * Where an offer stands: it has an award, its award fell through, it is the next one to be awarded, or why it is not.
 * `EARLIER`: others come before it; `PLACES` and `MONEY`: what the call has is given.
 */
export type AwardTurn = 'AWARDED' | 'ENDED' | 'NEXT' | 'EARLIER' | 'PLACES' | 'MONEY';

/**
 * Whose turn it is (decision 16), in the order of the list: nobody is passed over, neither among the selected nor on the
 * reserve list, and what asks for less is not lifted over what asks for more. Where the call has no number of centres, as
 * many stand at a time as were selected.
 */
export function awardTurns(
  list: readonly ListedOffer[],
  given: readonly GivenAward[],
  { centres, moneyGrosze }: AwardLimits,
): AwardTurn[] {
  const standing = given.filter(({ ended }) => !ended);
  const places = centres ?? list.filter(({ status }) => status === 'selected').length;
  const spent = standing.reduce((sum, { zitGrosze }) => sum + zitGrosze, 0);
  let open = true;
  return list.map(({ offer, zitGrosze }) => {
    const awards = given.filter((each) => each.offer === offer);
    if (awards.some(({ ended }) => !ended)) return 'AWARDED';
    if (awards.length > 0) return 'ENDED';
    if (standing.length >= places) return 'PLACES';
    if (!open) return 'EARLIER';
    open = false;
    return moneyGrosze !== null && spent + zitGrosze > moneyGrosze ? 'MONEY' : 'NEXT';
  });
}
