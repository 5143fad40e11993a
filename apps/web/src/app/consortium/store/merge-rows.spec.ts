import fc from 'fast-check';
import { mergeRows } from './merge-rows';

interface Row {
  code: string;
  planned: number;
}
const keyOf = (row: Row) => row.code;
const merge = (base: Row[], theirs: Row[], mine: Row[]) => mergeRows(base, theirs, mine, keyOf);
const row = (code: string, planned: number): Row => ({ code, planned });

describe('merging the rows of two people', () => {
  it('keeps what each of them added', () => {
    const merged = merge([row('A', 1)], [row('A', 1), row('B', 2)], [row('A', 1), row('C', 3)]);
    expect(merged).toEqual({ rows: [row('A', 1), row('B', 2), row('C', 3)], collisions: [] });
  });

  it('lets a removal stand when the other did not touch the row', () => {
    expect(merge([row('A', 1)], [row('A', 1)], []).rows).toEqual([]);
    expect(merge([row('A', 1)], [], [row('A', 1)]).rows).toEqual([]);
  });

  it('names the row that both changed differently, and keeps mine until somebody decides', () => {
    const merged = merge([row('A', 1)], [row('A', 2)], [row('A', 3)]);
    expect(merged.rows).toEqual([row('A', 3)]);
    expect(merged.collisions).toEqual([{ key: 'A', base: row('A', 1), theirs: row('A', 2), mine: row('A', 3) }]);
  });

  it('finds no collision where both did the same', () => {
    expect(merge([row('A', 1)], [row('A', 2)], [row('A', 2)])).toEqual({ rows: [row('A', 2)], collisions: [] });
  });

  const rows = fc.uniqueArray(fc.record({ code: fc.constantFrom(...'ABCDE'), planned: fc.nat(3) }), {
    selector: keyOf,
  });

  it('law: without collisions every change of either side is in the result', () => {
    fc.assert(
      fc.property(rows, rows, rows, (base, theirs, mine) => {
        const { rows: merged, collisions } = merge(base, theirs, mine);
        fc.pre(collisions.length === 0);
        const value = (list: Row[], code: string) => list.find((one) => one.code === code)?.planned;
        for (const code of 'ABCDE') {
          const [was, their, my] = [value(base, code), value(theirs, code), value(mine, code)];
          expect(value(merged, code)).toBe(my !== was ? my : their);
        }
      }),
    );
  });

  it('law: who is called „they” does not matter while nothing collides', () => {
    fc.assert(
      fc.property(rows, rows, rows, (base, theirs, mine) => {
        const one = merge(base, theirs, mine);
        fc.pre(one.collisions.length === 0);
        const sorted = (list: Row[]) => [...list].sort((a, b) => a.code.localeCompare(b.code));
        expect(sorted(one.rows)).toEqual(sorted(merge(base, mine, theirs).rows));
      }),
    );
  });
});
