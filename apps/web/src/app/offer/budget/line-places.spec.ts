import fc from 'fast-check';
import { placesFor } from './line-places';

const sorted = (places: ReadonlyMap<string, number>): string[] =>
  [...places].sort(([a, p], [b, q]) => p - q || (a < b ? -1 : 1)).map(([id]) => id);

describe('places of lines', () => {
  it('gives the wanted order and never moves what is fixed', () => {
    const order = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1 });
    fc.assert(
      fc.property(order, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), fc.nat(9), (ids, marks, known) => {
        // Fixed ones stand in the wanted order already: nobody may move them.
        const isFixed = (id: string): boolean => marks[id.charCodeAt(0) - 97] === true;
        const there = ids.filter((_, i) => i <= known);
        const fixed = there.filter(isFixed);
        const rest = there.filter((id) => !isFixed(id)).sort();
        const places = new Map([...fixed, ...rest].map((id, i) => [id, (i * 7) % 11]));
        fixed.forEach((id, i) => places.set(id, i * 3 + 1));
        const moved = placesFor(ids, places, (id) => isFixed(id) && places.has(id));
        expect([...moved.keys()].some((id) => isFixed(id) && places.has(id))).toBe(false);
        expect(sorted(new Map([...places, ...moved]))).toEqual(ids);
      }),
    );
  });

  it('moves one line by one write', () => {
    const places = new Map([...'abcdef'].map((id, i) => [id, i + 1]));
    expect(placesFor([...'fabcde'], places, () => false)).toEqual(new Map([['f', 0]]));
    expect(placesFor([...'acbdef'], places, () => false).size).toBe(1);
    expect(placesFor([...'abcdef'], places, () => false).size).toBe(0);
  });
});
