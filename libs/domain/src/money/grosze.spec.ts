import fc from 'fast-check';
import { formatGrosze, formatZloty, MAX_GROSZE, parseGrosze } from './grosze';
import { amountOf, formatQuantity, parseQuantity } from './quantity';

describe('parseGrosze', () => {
  it.each([
    ['330 000,00', 33_000_000],
    ['330\u00a0000,00 zł', 33_000_000],
    ['330\u202f000,00\u00a0zł', 33_000_000],
    ['330000.5', 33_000_050],
    ['0,01', 1],
    ['1 PLN', 100],
    ['0007', 700],
    ['99 999 999 999,99', MAX_GROSZE],
  ])('reads %s', (text, value) => expect(parseGrosze(text)).toEqual({ ok: true, value }));

  describe('N23: what is not an amount is refused by name, never rounded', () => {
    it.each([
      ['330000.005', 'DECIMALS'],
      ['NaN', 'CHARACTERS'],
      ['1e309', 'CHARACTERS'],
      ['Infinity', 'CHARACTERS'],
      ['-5', 'NEGATIVE'],
      ['−5,00 zł', 'NEGATIVE'],
      ['10000000000000', 'TOO_LARGE'],
      ['100 000 000 000,00', 'TOO_LARGE'],
      ['', 'EMPTY'],
      ['zł', 'EMPTY'],
      ['1.234,50', 'CHARACTERS'],
      ['12 34', 'CHARACTERS'],
      ['12,', 'CHARACTERS'],
      ['🙂', 'CHARACTERS'],
      ['\u202e005', 'CHARACTERS'],
    ])('%s is %s', (text, fault) => {
      const parsed = parseGrosze(text);
      expect(parsed).toMatchObject({ ok: false, fault });
      expect(parsed.ok || parsed.text).toMatch(/^.+\.$/);
    });
  });

  it('gives back what formatting wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_GROSZE }), (value) => {
        expect(parseGrosze(formatGrosze(value))).toEqual({ ok: true, value });
        expect(parseGrosze(formatZloty(value))).toEqual({ ok: true, value });
      }),
    );
  });
});

describe('formatZloty', () => {
  it('groups thousands with non-breaking spaces', () => {
    expect(formatZloty(33_000_000)).toBe('330\u00a0000,00\u00a0zł');
    expect(formatZloty(175_250)).toBe('1\u00a0752,50\u00a0zł');
    expect(formatZloty(-1)).toBe('−0,01\u00a0zł');
  });
});

describe('quantity', () => {
  it('is read with three decimals and shown without empty ones', () => {
    expect(parseQuantity('1,5')).toEqual({ ok: true, value: 1.5 });
    expect(parseQuantity('1 200,125')).toEqual({ ok: true, value: 1200.125 });
    expect(parseQuantity('0,0001')).toMatchObject({ fault: 'DECIMALS' });
    expect(parseQuantity('2000000')).toMatchObject({ fault: 'TOO_LARGE' });
    expect(formatQuantity(1200.5)).toBe('1\u00a0200,5');
  });

  it('times the price is exact, and half a grosz rounds up', () => {
    expect(amountOf(12, 350_000)).toBe(4_200_000);
    expect(amountOf(1.005, 100)).toBe(101);
    expect(amountOf(0.5, 1)).toBe(1);
    expect(amountOf(0.499, 1)).toBe(0);
    expect(amountOf(1_000_000, MAX_GROSZE)).toBeNull();
    expect(amountOf(Number.NaN, 1)).toBeNull();
    expect(amountOf(1.0001, 1)).toBeNull();
  });

  it('agrees with whole arithmetic for every thousandth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 0, max: 9_000_000 }), (q, price) => {
        expect(amountOf(q / 1000, price)).toBe(Number((BigInt(q) * BigInt(price) + 500n) / 1000n));
      }),
    );
  });
});
