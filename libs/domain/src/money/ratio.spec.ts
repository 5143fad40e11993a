import fc from 'fast-check';
import { compareRatio, percentCeil, percentFloor, percentRaised, percentTruncated, reaches } from './ratio';
import { splitByWeights, splitEvenly } from './split';

describe('percentages', () => {
  it('N2b: 14.999 997 % is shown as 14,99', () => expect(percentTruncated(4_949_999, 33_000_000)).toBe('14,99'));
  it('shows shares of the Sopot case', () => {
    expect(percentTruncated(3, 5)).toBe('60,00');
    expect(percentTruncated(21_500_000, 33_000_000)).toBe('65,15');
    expect(percentTruncated(21_500_000, 28_050_000)).toBe('76,64');
    expect(percentTruncated(1, 3, 0)).toBe('33');
    expect(percentTruncated(0, 0)).toBe('0,00');
  });
  it('N2c: 15 % of 330 000,01 is at least 49 500,01', () => {
    expect(percentCeil(33_000_001, 15)).toBe(4_950_001);
    expect(percentFloor(33_000_001, 85)).toBe(28_050_000);
  });
  it('never rounds a failure into a pass', () => {
    const whole = fc.integer({ min: 1, max: 1e13 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 100 }), (num, den, percent) => {
        if (reaches({ num, den }, { num: percent, den: 100 })) return;
        expect(Number(percentTruncated(num, den).replace(',', '.'))).toBeLessThan(percent);
      }),
    );
  });
  it('never lowers an excess into a pass', () => {
    expect(percentRaised(17_000_001, 20_000_000)).toBe('85,01');
    expect(percentRaised(17_000_000, 20_000_000)).toBe('85,00');
    const whole = fc.integer({ min: 1, max: 1e13 });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 0, max: 100 }), (num, den, percent) => {
        if (num <= percentFloor(den, percent)) return;
        expect(Number(percentRaised(num, den).replace(',', '.'))).toBeGreaterThan(percent);
      }),
    );
  });
  it('compares exactly beyond the safe integers', () => {
    expect(
      compareRatio(
        { num: 9_999_999_999_998, den: 9_999_999_999_999 },
        { num: 9_999_999_999_997, den: 9_999_999_999_998 },
      ),
    ).toBeGreaterThan(0);
    expect(reaches({ num: 1, den: 2 }, { num: 1, den: 2 }, false)).toBe(false);
    expect(reaches({ num: 0, den: 0 }, { num: 0, den: 1 })).toBe(false);
  });
});

describe('largest remainder', () => {
  it('gives remaining grosze to the largest remainders, then to the earlier part', () => {
    expect(splitByWeights(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitByWeights(10, [1, 2, 4])).toEqual([1, 3, 6]);
    expect(splitByWeights(5, [0, 0])).toEqual([3, 2]);
    expect(splitEvenly(28_050_000, 12)).toEqual(new Array(12).fill(2_337_500));
  });
  it('parts sum to the whole and stay within a grosz of their share', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), weights, (total, ws) => {
        const parts = splitByWeights(total, ws);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        const sum = ws.reduce((a, b) => a + b, 0);
        if (sum > 0)
          parts.forEach((part, i) => expect(Math.abs(part - (total / sum) * (ws[i] ?? 0))).toBeLessThan(1.1));
      }),
    );
  });
});
