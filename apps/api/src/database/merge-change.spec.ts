import fc from 'fast-check';
import { mergeChange, sameValue } from './merge-change';

interface Card {
  title: string;
  count: number | null;
  tasks: string[];
}
const FIELDS = ['title', 'count', 'tasks'] as const;

const title = fc.constantFrom('a', 'b', 'c');
const count = fc.constantFrom(null, 1, 2);
const tasks = fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 });
const card = fc.record({ title, count, tasks });
const part = fc.record({ title, count, tasks }, { requiredKeys: [] });

/** What the person began with, what is there now, what the person wants. */
const story = fc.record({ begun: card, now: card, wish: part, sameVersion: fc.boolean() }).map((given) => ({
  ...given,
  row: { ...(given.sameVersion ? given.begun : given.now), version: given.sameVersion ? 1 : 2 },
  change: { version: 1, changes: given.wish, base: pick(given.begun, Object.keys(given.wish) as (keyof Card)[]) },
}));

function pick(from: Card, keys: (keyof Card)[]): Partial<Card> {
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}

describe('two people change the same row', () => {
  it('different fields merge without a question', () => {
    const row = { title: 'theirs', count: 1, tasks: [], version: 2 };
    const merge = mergeChange<Card>(row, { version: 1, changes: { count: 2 }, base: { count: 1 } });
    expect(merge).toEqual({ changed: { count: 2 }, conflicts: [] });
  });

  it('the same field is a conflict that shows all three values', () => {
    const row = { title: 'theirs', count: 1, tasks: [], version: 2 };
    const merge = mergeChange<Card>(row, { version: 1, changes: { title: 'mine' }, base: { title: 'base' } });
    expect(merge.conflicts).toEqual([{ field: 'title', base: 'base', theirs: 'theirs', mine: 'mine' }]);
  });

  it('wanting the same is no conflict', () => {
    const row = { title: 'same', count: 1, tasks: ['x'], version: 2 };
    const changes = { title: 'same', tasks: ['x'] };
    expect(mergeChange<Card>(row, { version: 1, changes, base: { title: 'base', tasks: [] } })).toEqual({
      changed: {},
      conflicts: [],
    });
  });

  it('law: every wished field is written, is there already, or is reported; nothing else is touched', () => {
    fc.assert(
      fc.property(story, ({ row, change }) => {
        const { changed, conflicts } = mergeChange<Card>(row, change);
        for (const field of FIELDS) {
          const wished = field in change.changes;
          const there = wished && sameValue(row[field], change.changes[field]);
          const reported = conflicts.some((conflict) => conflict.field === field);
          expect(Number(field in changed) + Number(there) + Number(reported)).toBe(wished ? 1 : 0);
        }
      }),
    );
  });

  it('law: somebody else’s value is never overwritten unless it is the one the person began with', () => {
    fc.assert(
      fc.property(story, ({ row, change }) => {
        const { changed } = mergeChange<Card>(row, change);
        for (const field of Object.keys(changed) as (keyof Card)[])
          expect(row.version === change.version || sameValue(row[field], change.base[field])).toBe(true);
      }),
    );
  });

  it('law: merging the same change again changes nothing', () => {
    fc.assert(
      fc.property(story, ({ row, change }) => {
        const { changed, conflicts } = mergeChange<Card>(row, change);
        fc.pre(conflicts.length === 0);
        const again = mergeChange<Card>({ ...row, ...changed, version: row.version + 1 }, change);
        expect(again).toEqual({ changed: {}, conflicts: [] });
      }),
    );
  });

  it('law: two changes of different fields end the same in either order', () => {
    fc.assert(
      fc.property(card, title, count, (begun, newTitle, newCount) => {
        const one = { version: 1, changes: { title: newTitle }, base: { title: begun.title } };
        const two = { version: 1, changes: { count: newCount }, base: { count: begun.count } };
        const run = (first: typeof one | typeof two, second: typeof one | typeof two) => {
          const row = { ...begun, version: 1 };
          const after = { ...row, ...mergeChange<Card>(row, first).changed, version: 2 };
          return { ...after, ...mergeChange<Card>(after, second).changed };
        };
        expect(run(one, two)).toEqual(run(two, one));
      }),
    );
  });

  it('values are equal whatever the order of their keys; a missing one is null', () => {
    expect(sameValue({ a: 1, b: null }, { a: 1 })).toBe(true);
    expect(sameValue({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
    expect(sameValue([], {})).toBe(false);
    expect(sameValue('1', 1)).toBe(false);
  });
});
