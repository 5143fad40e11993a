import fc from 'fast-check';
import { amountOf } from '../money/quantity';
import { lineNo, numbering, reduceLine, repriced, splitOff } from './amend';
import type { BudgetLine } from './line';
import { totals } from './totals';

const line = (fields: Partial<BudgetLine> = {}): BudgetLine => ({
  no: 'L07',
  category: 'C4',
  area: 'LABOUR_MARKET',
  item: 'LM_INTERNSHIP',
  member: 'M4',
  source: 'ZIT',
  unit: 'miesiąc',
  quantity: 30,
  unitPriceGrosze: 95_000,
  amountGrosze: 2_850_000,
  valuation: null,
  justification: null,
  ...fields,
});
const shape = (lines: BudgetLine[]) =>
  lines.map(({ no, member, source, quantity, unitPriceGrosze, amountGrosze }) => [
    no,
    member,
    source,
    quantity,
    unitPriceGrosze,
    amountGrosze,
  ]);

describe('splitOff', () => {
  it('moves whole units and keeps the price', () => {
    expect(shape(splitOff([line()], 'L07', 190_000, { source: 'OWN_CASH' }))).toEqual([
      ['L07', 'M4', 'ZIT', 28, 95_000, 2_660_000],
      ['L08', 'M4', 'OWN_CASH', 2, 95_000, 190_000],
    ]);
  });
  it('puts what does not divide on lines of their own', () => {
    expect(shape(splitOff([line()], 'L07', 1, { member: 'M1', source: 'OWN_CASH' }))).toEqual([
      ['L07', 'M4', 'ZIT', 29, 95_000, 2_755_000],
      ['L08', 'M4', 'ZIT', 1, 94_999, 94_999],
      ['L09', 'M1', 'OWN_CASH', 1, 1, 1],
    ]);
  });
  it('a whole line changes hands under its own number', () => {
    expect(shape(splitOff([line()], 'L07', 2_850_000, { member: 'M1' }))).toEqual([
      ['L07', 'M1', 'ZIT', 30, 95_000, 2_850_000],
    ]);
  });
  it('an unknown line or a zero sum changes nothing', () => {
    expect(splitOff([line()], 'L99', 1, { member: 'M1' })).toEqual([line()]);
    expect(splitOff([line()], 'L07', 0, { member: 'M1' })).toEqual([line()]);
  });
});

describe('reduceLine', () => {
  it('takes off exactly the sum', () => {
    expect(shape(reduceLine([line()], 'L07', 95_001))).toEqual([
      ['L07', 'M4', 'ZIT', 28, 95_000, 2_660_000],
      ['L08', 'M4', 'ZIT', 1, 94_999, 94_999],
    ]);
    expect(reduceLine([line()], 'L07', 9_000_000)).toEqual([]);
  });
});

it('numbers go on after the highest', () => {
  const next = numbering([line({ no: 'L07' }), line({ no: 'L16' }), line({ no: 'X99' })]);
  expect([next(), next()]).toEqual(['L17', 'L18']);
  expect([lineNo(0), lineNo(9), lineNo(99)]).toEqual(['L01', 'L10', 'L100']);
});

it('repriced keeps a product that fits, and otherwise makes one unit of it', () => {
  expect(repriced(line({ amountGrosze: 1 }), 2_850_000)).toMatchObject({ quantity: 30, amountGrosze: 2_850_000 });
  expect(repriced(line(), 5)).toMatchObject({ quantity: 1, unitPriceGrosze: 5, amountGrosze: 5 });
});

it('whatever is split off or taken away, sums are exact and every line stays quantity × price', () => {
  const quantity = fc.integer({ min: 0, max: 100_000 }).map((n) => n / 1000);
  fc.assert(
    fc.property(
      quantity,
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.integer({ min: 1, max: 90_000_000 }),
      (q, price, sum) => {
        const before = line({ quantity: q, unitPriceGrosze: price, amountGrosze: amountOf(q, price) ?? 0 });
        const exact = (lines: BudgetLine[]) =>
          lines.every((each) => amountOf(each.quantity, each.unitPriceGrosze) === each.amountGrosze);
        const split = splitOff([before], 'L07', sum, { member: 'M9' });
        expect(totals(split).total).toBe(before.amountGrosze);
        expect(totals(split).byMember['M9']?.total).toBe(Math.min(sum, before.amountGrosze));
        expect(exact(split)).toBe(true);
        const cut = reduceLine([before], 'L07', sum);
        expect(totals(cut).total).toBe(Math.max(0, before.amountGrosze - sum));
        expect(exact(cut)).toBe(true);
        expect(new Set(split.map((each) => each.no)).size).toBe(split.length);
      },
    ),
  );
});
