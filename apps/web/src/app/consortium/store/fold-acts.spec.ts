import type { ChangeBudget } from '@zit/contracts';
import fc from 'fast-check';
import { kompas } from '../../../testing/kompas';
import { perform, performBudget, type Act } from './act';
import { foldActs, isEmpty } from './fold-acts';

const change = (changes: Record<string, unknown>, base: Record<string, unknown>, version = 1): Act => ({
  act: 'change',
  version,
  changes,
  base,
});
const budget = (part: Partial<ChangeBudget>): Act => ({
  act: 'changeBudget',
  change: { added: [], changed: [], removed: [], order: null, ...part },
});

describe('folding acts that wait', () => {
  it('sends one title for a word typed letter by letter, on the first base', () => {
    const folded = foldActs(change({ title: 'K' }, { title: 'A' }), change({ title: 'Ko' }, { title: 'K' }, 2));
    expect(folded).toEqual(change({ title: 'Ko' }, { title: 'A' }));
  });

  it('sends nothing when all is typed back', () => {
    const folded = foldActs(change({ title: 'B' }, { title: 'A' }), change({ title: 'A' }, { title: 'B' }));
    expect(folded && isEmpty(folded)).toBe(true);
  });

  it('keeps acts on two members apart', () => {
    const votes = (memberId: string): Act => ({
      act: 'changeMember',
      memberId,
      version: 1,
      changes: { votes: 2 },
      base: { votes: 1 },
    });
    expect(foldActs(votes('M1'), votes('M2'))).toBeNull();
    expect(foldActs(votes('M1'), change({ title: 'B' }, { title: 'A' }))).toBeNull();
  });

  it('writes a line added and then edited as one added line, and forgets one added and then removed', () => {
    const added = budget({ added: [{ id: 'new', fields: { item: 'a' } }] });
    const edited = budget({ changed: [{ id: 'new', version: 1, changes: { item: 'b' }, base: { item: 'a' } }] });
    const gone = budget({ removed: [{ id: 'new', version: 1 }] });
    expect(foldActs(added, edited)).toEqual(budget({ added: [{ id: 'new', fields: { item: 'b' } }] }));
    expect(isEmpty(foldActs(added, gone)!)).toBe(true);
  });

  it('takes a removal back when the line returns before it was sent', () => {
    const folded = foldActs(
      budget({ removed: [{ id: 'line-L01', version: 3 }] }),
      budget({ added: [{ id: 'line-L01', fields: { item: 'koordynator' } }] }),
    );
    expect(folded).toEqual(
      budget({ changed: [{ id: 'line-L01', version: 3, changes: { item: 'koordynator' }, base: {} }] }),
    );
  });

  it('law: the folded budget shows what both would have shown one after the other', () => {
    const { lines } = kompas();
    const few = lines.slice(0, 4);
    const ids = [...few.map((line) => line.id), 'new-1', 'new-2'];
    const edit = fc.record({
      kind: fc.constantFrom('add', 'change', 'remove'),
      id: fc.constantFrom(...ids),
      item: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        let shown = few;
        let folded: Act = budget({});
        for (const { kind, id, item } of edits) {
          const there = shown.find((line) => line.id === id);
          // People add what is not there and touch what is.
          if ((kind === 'add') === (there !== undefined)) continue;
          if (kind === 'add' && !id.startsWith('new')) continue;
          const made =
            kind === 'add'
              ? budget({ added: [{ id, fields: { item } }] })
              : kind === 'remove'
                ? budget({ removed: [{ id, version: 1 }] })
                : budget({ changed: [{ id, version: 1, changes: { item }, base: { item: there!.item } }] });
          shown = performBudget(shown, (made as Extract<Act, { act: 'changeBudget' }>).change);
          folded = foldActs(folded, made)!;
        }
        const short = (all: typeof shown) => all.map(({ id, item, no }) => ({ id, item, no }));
        expect(short(perform(kompas({ lines: few }), folded).lines)).toEqual(short(shown));
      }),
    );
  });
});
