import { totals } from '@zit/domain';
import fc from 'fast-check';
import { parseBlock } from './clipboard';
import { done, modelOf, rebased, redo, undo, type GridModel } from './grid-model';
import { paste } from './paste';
import { budgetLines, type Lines } from './sheet';
import { changesBetween, outsideChange } from './sheet-changes';
import { addLine, clearBlock, duplicate, fillDown, moveLines, removeLines, typeInto } from './sheet-edits';
import { SOPOT_TSV, aLine, ids, rows, sopotLists, start } from './sheet.fixture';

type Edit = (lines: Lines) => Lines;
const newId = ids('x');
const row = (lines: Lines, n: number): number => (lines.length === 0 ? 0 : n % lines.length);
const place = fc.nat(30);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  place.map(
    (n): Edit =>
      (lines) =>
        addLine(lines, n, newId(), start),
  ),
  place.map(
    (n): Edit =>
      (lines) =>
        removeLines(lines, row(lines, n), row(lines, n)),
  ),
  place.map(
    (n): Edit =>
      (lines) =>
        duplicate(lines, row(lines, n), row(lines, n), newId),
  ),
  fc.tuple(place, fc.constantFrom(1 as const, -1 as const)).map(
    ([n, by]): Edit =>
      (lines) =>
        moveLines(lines, row(lines, n), row(lines, n), by),
  ),
  fc.tuple(place, fc.constantFrom('12,5', 'abc', '-1', '', '7')).map(
    ([n, typed]): Edit =>
      (lines) =>
        lines.length ? typeInto(lines, row(lines, n), 'quantity', typed, sopotLists) : lines,
  ),
  place.map(
    (n): Edit =>
      (lines) =>
        fillDown(lines, { top: row(lines, n), left: 3, bottom: row(lines, n), right: 9 }),
  ),
  place.map(
    (n): Edit =>
      (lines) =>
        clearBlock(lines, { top: row(lines, n), left: 1, bottom: row(lines, n), right: 11 }),
  ),
);

const edited = (edits: readonly Edit[]): GridModel =>
  edits.reduce(
    (model, each) => done(model, each(model.lines), 'edycja'),
    modelOf([aLine('a'), aLine('b'), aLine('c')]),
  );

describe('undo and redo', () => {
  it('undo then redo is where one was, all the way', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const model = edited(edits);
        let back = model;
        while (back.past.length > 0) {
          expect(redo(undo(back)).lines).toBe(back.lines);
          back = undo(back);
        }
        expect(back.lines.map((line) => line.id)).toEqual(['a', 'b', 'c']);
        while (back.future.length > 0) back = redo(back);
        expect(back.lines).toBe(model.lines);
      }),
    );
  });

  it('undoing one’s own act leaves what somebody else did meanwhile', () => {
    const lines = [aLine('a'), aLine('b')];
    const mine = done(modelOf(lines), typeInto(lines, 0, 'item', 'moje', sopotLists), 'wpisanie');
    const theirs = outsideChange(
      rows(mine.lines),
      rows(mine.lines.map((l) => (l.id === 'b' ? { ...l, item: 'ich' } : l))),
    );
    const both = rebased(mine, theirs!);
    expect(both.lines.map((line) => line.item)).toEqual(['moje', 'ich']);
    expect(undo(both).lines.map((line) => line.item)).toEqual(['pozycja a', 'ich']);
  });
});

describe('sums after any edits', () => {
  it('every amount is quantity × price, and parts sum to the whole', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const lines = budgetLines(edited(edits).lines);
        for (const line of lines) {
          expect(line.amountGrosze).toBe(
            Math.floor((Math.round(line.quantity * 1000) * line.unitPriceGrosze + 500) / 1000),
          );
        }
        const sums = totals(lines);
        const add = (parts: Record<string, number>) => Object.values(parts).reduce((a, b) => a + b, 0);
        expect([add(sums.byCategory), add(sums.byArea), add(sums.bySource)]).toEqual([
          sums.total,
          sums.total,
          sums.total,
        ]);
      }),
    );
  });

  it('the order of pasted rows does not change them', () => {
    const [head, ...body] = SOPOT_TSV.trimEnd().split('\n');
    fc.assert(
      fc.property(fc.shuffledSubarray(body, { minLength: body.length }), (shuffled) => {
        const block = { top: 0, left: 0, bottom: 0, right: 0 };
        const result = paste(parseBlock([head, ...shuffled].join('\n')), {
          lines: [],
          block,
          lists: sopotLists,
          start,
          newId: ids(),
        });
        expect(result.ok && totals(budgetLines(result.lines)).total).toBe(33_000_000);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what goes to the server', () => {
  it('replayed on what the server knows gives the counted lines of the sheet', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
        const before = [aLine('a'), aLine('b'), aLine('c')];
        const after = edited(edits).lines;
        const change = changesBetween(rows(before), after);
        const kept = before.filter((line) => !change?.removed.some(({ id }) => id === line.id));
        const changed = kept.map((line) => ({ ...line, ...change?.changed.find(({ id }) => id === line.id)?.changes }));
        const all = [...changed, ...(change?.added ?? []).map(({ id, fields }) => ({ ...aLine(id), ...fields }))];
        const inOrder = change?.order ? change.order.map((id) => all.find((line) => line.id === id)!) : all;
        const bare = (lines: readonly { id: string }[]) =>
          lines.map((line) => ({ ...line, faults: undefined, held: undefined }));
        expect(bare(inOrder)).toEqual(bare(after.filter((line) => !line.held)));
      }),
    );
  });

  it('a faulty cell is not sent, and neither is a new line that waits', () => {
    const lines = [aLine('a')];
    const faulty = typeInto(lines, 0, 'quantity', 'abc', sopotLists);
    expect(changesBetween(rows(lines), faulty)).toBeNull();
    expect(changesBetween(rows(lines), [...faulty, aLine('b', { held: true })])).toBeNull();
  });

  it('shows a line that somebody else added behind the same line, and forgets a removed one', () => {
    const lines = [aLine('a'), aLine('b')];
    const apply = outsideChange(rows(lines), rows([aLine('a'), aLine('z'), aLine('c')]));
    expect(apply!(lines).map((line) => line.id)).toEqual(['a', 'z', 'c']);
  });
});
