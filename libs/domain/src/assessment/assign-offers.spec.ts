import fc from 'fast-check';
import { assignOffers, type AssignmentAsked } from './assign-offers';

const named = (letter: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${letter}${at}`);

const asks = (offers: number, assessors: number): fc.Arbitrary<AssignmentAsked> =>
  fc
    .record({
      offers: fc.integer({ min: 1, max: offers }),
      assessors: fc.integer({ min: 1, max: assessors }),
      each: fc.integer({ min: 1, max: 3 }),
      before: fc.array(fc.nat(2), { minLength: assessors, maxLength: assessors }),
      bars: fc.array(fc.nat(3), { minLength: offers * assessors, maxLength: offers * assessors }),
    })
    .map(({ offers: many, assessors: few, each, before, bars }) => ({
      offers: named('O', many),
      assessors: named('S', few),
      each,
      load: Object.fromEntries(named('S', few).map((name, at) => [name, before[at] ?? 0])),
      barred: named('O', many).flatMap((offer, row) =>
        named('S', few).flatMap((assessor, at) => (bars[row * few + at] === 0 ? [{ offer, assessor }] : [])),
      ),
    }));

const squares = (loads: Iterable<number>): number => [...loads].reduce((sum, load) => sum + load * load, 0);
const subsets = (names: readonly string[], size: number): string[][] =>
  size === 0
    ? [[]]
    : names.flatMap((name, at) => subsets(names.slice(at + 1), size - 1).map((rest) => [name, ...rest]));

/** Every assignment there is, one after the other: the least sum of squares. */
function leastSquares({ offers, assessors, each, barred, load = {} }: AssignmentAsked): number {
  const loads = new Map(assessors.map((name) => [name, load[name] ?? 0]));
  const add = (names: readonly string[], by: number): void =>
    names.forEach((name) => loads.set(name, (loads.get(name) ?? 0) + by));
  const free = offers.map((offer) =>
    assessors.filter((assessor) => !barred.some((pair) => pair.offer === offer && pair.assessor === assessor)),
  );
  const walk = (at: number): number => {
    const names = free[at];
    if (!names) return squares(loads.values());
    return Math.min(
      ...subsets(names, Math.min(each, names.length)).map((chosen) => {
        add(chosen, 1);
        const best = walk(at + 1);
        add(chosen, -1);
        return best;
      }),
    );
  };
  return walk(0);
}

describe('balanced assignment', () => {
  it('Sopot: three offers, four assessors, S4 barred from B', () => {
    const { byOffer, load, short, proof } = assignOffers({
      ...{ offers: ['A', 'B', 'C'], assessors: ['S1', 'S2', 'S3', 'S4'], each: 3 },
      barred: [{ assessor: 'S4', offer: 'B' }],
    });
    expect([...byOffer.values()].map((names) => names.length)).toEqual([3, 3, 3]);
    expect(byOffer.get('B')).toEqual(['S1', 'S2', 'S3']);
    expect([...load.values()].sort()).toEqual([2, 2, 2, 3]);
    expect(short).toEqual([]);
    // S4 cannot take a fourth card: it is barred from B and has the other two.
    expect(proof).toEqual({ assessors: ['S1', 'S2', 'S3'], cards: 7, greatest: 3 });
  });

  it('says which offer cannot have enough, and gives it those it can have', () => {
    const { byOffer, short } = assignOffers({
      ...{ offers: ['A', 'B'], assessors: ['S1', 'S2'], each: 2 },
      barred: [{ assessor: 'S1', offer: 'B' }],
    });
    expect(short).toEqual([{ offer: 'B', missing: 1 }]);
    expect([byOffer.get('A'), byOffer.get('B')]).toEqual([['S1', 'S2'], ['S2']]);
  });

  it('the loads are as equal as any assignment can make them', () =>
    fc.assert(
      fc.property(asks(4, 4), (asked) => {
        expect(squares(assignOffers(asked).load.values())).toBe(leastSquares(asked));
      }),
      { numRuns: 300 },
    ));

  it('bars nobody’s bar, seats nobody twice, keeps what somebody had, and proves its greatest load', () =>
    fc.assert(
      fc.property(asks(30, 9), (asked) => {
        const { byOffer, load, short, proof } = assignOffers(asked);
        const barred = new Set(asked.barred.map(({ offer, assessor }) => `${offer} ${assessor}`));
        const missing = new Map(short.map((one) => [one.offer, one.missing]));
        for (const [offer, names] of byOffer) {
          expect(new Set(names).size).toBe(names.length);
          expect(names.some((assessor) => barred.has(`${offer} ${assessor}`))).toBe(false);
          expect(names.length + (missing.get(offer) ?? 0)).toBe(asked.each);
          const free = asked.assessors.filter((assessor) => !barred.has(`${offer} ${assessor}`)).length;
          expect(names.length).toBe(Math.min(asked.each, free));
        }
        for (const [assessor, cards] of load) {
          const given = [...byOffer.values()].filter((names) => names.includes(assessor)).length;
          expect(cards - given).toBe(asked.load?.[assessor] ?? 0);
        }
        // The proof holds by itself: nobody outside may take a card of an offer somebody inside has.
        expect(Math.max(...load.values())).toBe(proof.greatest);
        expect(Math.ceil(proof.cards / proof.assessors.length)).toBe(proof.greatest);
        const inside = new Set(proof.assessors);
        for (const [offer, names] of byOffer)
          if (names.some((assessor) => inside.has(assessor)))
            for (const assessor of asked.assessors)
              expect(inside.has(assessor) || names.includes(assessor) || barred.has(`${offer} ${assessor}`)).toBe(true);
      }),
      { numRuns: 60 },
    ));
});
