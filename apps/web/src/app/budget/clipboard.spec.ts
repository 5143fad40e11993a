import fc from 'fast-check';
import { formatBlock, parseBlock } from './clipboard';

describe('a block on the clipboard', () => {
  it('reads quoted cells with tabs, line ends and quotes', () => {
    expect(parseBlock('a\t"b\tc"\r\n"d\n„e” ""f"""\tg\r\n')).toEqual([
      ['a', 'b\tc'],
      ['d\n„e” "f"', 'g'],
    ]);
  });

  it('takes a lone quote as plain text', () => {
    expect(parseBlock('"Molo" spółka\t5"')).toEqual([['"Molo" spółka', '5"']]);
  });

  it('reads back whatever it wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ż', ' ', '\t', '\n', '"', '1', ',') });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(block, (rows) => {
        // One empty cell alone writes nothing, so there is nothing to read.
        fc.pre(rows.at(-1)!.length > 1 || rows.at(-1)![0] !== '');
        expect(parseBlock(formatBlock(rows))).toEqual(rows);
      }),
    );
  });

  it('reads a megabyte of quotes in one pass', () => {
    // Quadratic reading would not end within the time limit of a test.
    expect(parseBlock('"a\t'.repeat(400_000)).length).toBeGreaterThan(0);
  });
});
