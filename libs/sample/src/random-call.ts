import type { RankingCall } from '@zit/domain';

/** A number from 0 to below `sides`. */
export type Die = (sides: number) => number;

/** A small call of a whole ranking in which ties of every kind are common; equal throws give equal calls. */
export function randomCall(die: Die): RankingCall {
  const oneOf = <Value>(...values: readonly Value[]): Value => values[die(values.length)] as Value;
  const weights = oneOf([100], [50, 50], [40, 30, 30], [99, 1]);
  const most = oneOf(2, 5, 10);
  const offers = Array.from({ length: 1 + die(7) }, (_, no) => `O${no}`);
  const assessors = Array.from({ length: 1 + die(4) }, (_, no) => `S${no}`);
  const rules = ['LOWER_ZIT', 'LOT', 'K1', ...(weights.length > 1 ? ['K2'] : [])];
  const ties = rules.filter(() => die(3) > 0).map((by) => ({ by, turn: die(1_000) }));
  return {
    rules: {
      criteria: weights.map((weight, no) => ({ code: `K${no + 1}`, weight })),
      maxPoints: most,
      threshold: { num: oneOf(0, 5_000, 6_000), den: 100 },
      thresholdInclusive: die(2) === 0,
      quorum: 1 + die(3),
      ties: ties.sort((a, b) => a.turn - b.turn).map(({ by }) => by),
      conflictPolicy: oneOf('WHOLE_CALL', 'OFFER_ONLY'),
      centres: oneOf(null, 1, 2, 3),
      moneyGrosze: oneOf(null, 0, 3, 6, 12),
    },
    lotSeed: oneOf(null, 'a', 'b', 'żółw'),
    offers: offers.map((offer) => ({ offer, zitGrosze: die(4), rejected: die(9) === 0 })),
    conflicts: assessors.filter(() => die(8) === 0).map((assessor) => ({ assessor, offer: oneOf(...offers) })),
    cards: offers.flatMap((offer) =>
      assessors
        .filter(() => die(12) !== 0)
        .map((assessor) => ({ offer, assessor, points: weights.map(() => die(most + 1)) })),
    ),
  };
}
