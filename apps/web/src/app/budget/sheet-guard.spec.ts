import fc from 'fast-check';
import type { Lines } from './sheet';
import { clearBlock, duplicate, fillDown, moveLines, removeLines, typeInto } from './sheet-edits';
import { guarded, ownCopies, type LineRights } from './sheet-guard';
import { aLine, ids, sopotLists } from './sheet.fixture';

/** Lines a, c, e are mine (M1), b, d, f are somebody else's (M2). */
const LINES: Lines = [...'abcdef'].map((id, i) => aLine(id, { member: i % 2 === 0 ? 'M1' : 'M2' }));
const OTHERS = LINES.filter(({ member }) => member === 'M2');
const rights: LineRights = {
  closed: (id) => ('bdf'.includes(id) ? 'Wpisuje: M2.' : null),
  foreign: (member) => (member === 'M1' ? null : member),
  labelOf: (member) => member,
};
const newId = ids('n');
const at = fc.nat({ max: 5 });

const acts: fc.Arbitrary<(lines: Lines) => Lines> = fc.oneof(
  fc.tuple(at, at).map(
    ([a, b]) =>
      (lines: Lines) =>
        removeLines(lines, Math.min(a, b), Math.max(a, b)),
  ),
  fc.tuple(at, at).map(([a, b]) => (lines: Lines) => {
    return clearBlock(lines, { top: Math.min(a, b), bottom: Math.max(a, b), left: 1, right: 11 });
  }),
  fc.tuple(at, at).map(([a, b]) => (lines: Lines) => {
    return fillDown(lines, { top: Math.min(a, b), bottom: Math.max(a, b), left: 1, right: 11 });
  }),
  fc.tuple(at, fc.constantFrom(1 as const, -1 as const)).map(([a, by]) => (lines: Lines) => {
    return moveLines(lines, Math.min(a, lines.length - 1), Math.min(a, lines.length - 1), by);
  }),
  fc.tuple(at, fc.constantFrom('M1', 'M2', 'M3', 'nikt')).map(([a, typed]) => (lines: Lines) => {
    return typeInto(lines, a, 'member', typed, sopotLists);
  }),
  at.map((a) => (lines: Lines) => ownCopies(lines, duplicate(lines, a, a, newId), 'M1', rights)),
);

describe('lines of others in a sheet', () => {
  it('stay as they are and where they are among each other, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 20 }), (all) => {
        const after = all.reduce<Lines>((lines, act) => guarded(lines, act(lines), rights).lines, LINES);
        expect(after.filter(({ id }) => 'bdf'.includes(id))).toEqual(OTHERS);
        // Nothing new is in another's name, unless it waits as a text to be mended.
        const given = after.filter(
          ({ id, member, faults }) => !'bdf'.includes(id) && member !== 'M1' && !faults.member,
        );
        expect(given).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('says whose they are when an act would have touched them, and nothing otherwise', () => {
    expect(guarded(LINES, removeLines(LINES, 0, 5), rights)).toEqual({ lines: OTHERS, refused: ['Wpisuje: M2.'] });
    expect(guarded(LINES, removeLines(LINES, 0, 0), rights).refused).toEqual([]);
    expect(
      guarded(LINES, moveLines(LINES, 1, 3, -1), rights)
        .lines.map(({ id }) => id)
        .join(''),
    ).toBe('bcdaef');
    expect(
      guarded(LINES, moveLines(LINES, 0, 0, 1), rights)
        .lines.map(({ id }) => id)
        .join(''),
    ).toBe('bacdef');
  });
});
