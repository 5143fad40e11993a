import fc from 'fast-check';
import type { RankingCall } from '../src/ranking/ranking-call';

/** Stands in for SHA-256 where only its spread matters (FNV-1a); the domain has no cryptography of its own. */
export function shortHash(text: string): string {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Small calls in which ties of every kind are common. */
export const randomCalls: fc.Arbitrary<RankingCall> = fc
  .record({
    offers: fc.integer({ min: 1, max: 7 }),
    assessors: fc.integer({ min: 1, max: 4 }),
    weights: fc.constantFrom([100], [50, 50], [40, 30, 30], [99, 1]),
    most: fc.constantFrom(2, 5, 10),
    threshold: fc.constantFrom(0, 5_000, 6_000),
    thresholdInclusive: fc.boolean(),
    quorum: fc.integer({ min: 1, max: 3 }),
    ties: fc.shuffledSubarray<string>(['K1', 'K2', 'LOWER_ZIT', 'LOT']),
    conflictPolicy: fc.constantFrom('WHOLE_CALL' as const, 'OFFER_ONLY' as const),
    centres: fc.option(fc.integer({ min: 1, max: 4 })),
    moneyGrosze: fc.option(fc.integer({ min: 0, max: 12 })),
    lotSeed: fc.option(fc.constantFrom('a', 'b', 'c', 'żółw')),
    dice: fc.array(fc.nat(1_000_000), { minLength: 200, maxLength: 200 }),
  })
  .map(({ offers, assessors, weights, most, threshold, ties, lotSeed, dice, ...rules }) => {
    let at = 0;
    const die = (sides: number): number => (dice[at++ % dice.length] ?? 0) % sides;
    const names = Array.from({ length: offers }, (_, no) => `O${no}`);
    const persons = Array.from({ length: assessors }, (_, no) => `S${no}`);
    return {
      lotSeed,
      rules: {
        ...rules,
        criteria: weights.map((weight, no) => ({ code: `K${no + 1}`, weight })),
        maxPoints: most,
        threshold: { num: threshold, den: 100 },
        ties: ties.filter((by) => by !== 'K2' || weights.length > 1),
      },
      offers: names.map((offer) => ({ offer, zitGrosze: die(4), rejected: die(9) === 0 })),
      conflicts: persons.filter(() => die(8) === 0).map((assessor) => ({ assessor, offer: names[0] ?? '' })),
      cards: names.flatMap((offer) =>
        persons
          .filter(() => die(12) !== 0)
          .map((assessor) => ({ offer, assessor, points: weights.map(() => die(most + 1)) })),
      ),
    };
  });
