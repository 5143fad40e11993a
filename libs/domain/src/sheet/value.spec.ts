import fc from 'fast-check';
import { CALL_FORM } from '../call/call-form';
import { MAX_GROSZE } from '../money/grosze';
import { OFFER_FORM } from '../offer/offer-form';
import { type FieldKind, MAX_TYPED, type SheetForm, type SheetValue } from './form';
import { acceptValue, isUnread, parseTyped, sameValue, showValue, typedText, unreadReason } from './value';

const forms: SheetForm[] = [CALL_FORM, OFFER_FORM];
const kinds: FieldKind[] = forms
  .flatMap((form) => Object.values(form.sections))
  .flatMap(({ fields, lists }) => [
    ...Object.values(fields),
    ...Object.values(lists).flatMap((list) => Object.values(list.fields)),
  ]);
const anyKind = fc.constantFrom(...kinds);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.constantFrom(...'0123456789.,-: TZr/\t\n\r\v\u00a0\u2028ąćżCKtakie'.split('')), maxLength: 40 }),
  fc.constantFrom(
    '1e309',
    'NaN',
    '-1',
    '٣',
    '\ud800',
    'Infinity',
    '0x10',
    '31.02.2015',
    '9'.repeat(400),
    'constructor',
  ),
);

/** A value that the kind holds. */
function valueOf(kind: FieldKind): fc.Arbitrary<SheetValue> {
  const instant = fc.integer({ min: 0, max: 6_000_000_000 }).map((s) => new Date(s * 1000).toISOString());
  switch (kind.is) {
    case 'choice':
      return fc.constantFrom(...kind.of);
    case 'choices':
      return fc.subarray([...kind.of], { minLength: 1 });
    case 'whole':
    case 'hundredths':
      return fc.integer({ min: kind.min, max: kind.max });
    case 'grosze':
      return fc.integer({ min: 0, max: Math.min(kind.max, MAX_GROSZE) });
    case 'thousandths':
      return fc.integer({ min: 0, max: kind.max });
    case 'date':
      return instant.map((text) => text.slice(0, 10));
    case 'moment':
      return instant;
    case 'yes':
      return fc.boolean();
    case 'item':
    case 'member':
      return fc.uuid();
    case 'link':
      return fc.constantFrom('https://www.sopot.pl', 'http://scop.sopot.pl/nabor?nr=1#tresc', 'https://łódź.pl:8080/');
    default:
      return fc.string({ unit: 'grapheme', maxLength: Math.min(kind.max, 60) }).map((text) => parseTyped(kind, text));
  }
}
const kindAndValue = anyKind.chain((kind) => valueOf(kind).map((value) => ({ kind, value })));

describe('any value', () => {
  it('comes back from its input field as it was, to the second and on every night', () => {
    fc.assert(
      fc.property(kindAndValue, ({ kind, value }) => {
        expect(parseTyped(kind, typedText(kind, value))).toEqual(value);
        expect(acceptValue(kind, value)).toEqual(value);
        expect(sameValue(acceptValue(kind, JSON.parse(JSON.stringify(value))) ?? null, value)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
  it('reads as a text, and empty only when there is none', () => {
    fc.assert(
      fc.property(kindAndValue, ({ kind, value }) => {
        expect(showValue(kind, value) === '').toBe(value === null);
      }),
    );
  });
});

describe('any text', () => {
  it('is a value or is kept as typed, with a reason; nothing throws, and the server takes it as it is', () => {
    fc.assert(
      fc.property(anyKind, anyText, (kind, text) => {
        const value = parseTyped(kind, text);
        expect(isUnread(value)).toBe(unreadReason(kind, text) !== '');
        expect(acceptValue(kind, value)).toEqual(value);
        if (isUnread(value)) expect(unreadReason(kind, value.typed)).toMatch(/\.$/);
        expect(parseTyped(kind, typedText(kind, value))).toEqual(value);
      }),
      { numRuns: 2_000 },
    );
  });
  it('what comes over the wire is accepted once and for all, or is no value', () => {
    fc.assert(
      fc.property(anyKind, fc.oneof(fc.jsonValue(), anyText), (kind, raw) => {
        const value = acceptValue(kind, raw);
        if (value !== undefined) expect(acceptValue(kind, value)).toEqual(value);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('what people type', () => {
  const read = (kind: FieldKind, text: string) => parseTyped(kind, text);
  it('money and numbers', () => {
    const grosze = { is: 'grosze', max: 33_000_000 } as const;
    expect(['330 000,00', '330000', '330\u00a0000,00 zł', '0.5'].map((text) => read(grosze, text))).toEqual([
      33_000_000, 33_000_000, 33_000_000, 50,
    ]);
    expect(read(grosze, '330000.005')).toEqual({ typed: '330000.005' });
    expect(unreadReason(grosze, '330 000,01')).toContain('Największa kwota to 330\u00a0000,00\u00a0zł');
    const points = { is: 'hundredths', min: 0, max: 10_000 } as const;
    expect(['60,5', '60.50', '100', '100,01', '60,555'].map((text) => read(points, text))).toEqual([
      6050,
      6050,
      10_000,
      { typed: '100,01' },
      { typed: '60,555' },
    ]);
    const whole = { is: 'whole', min: 1, max: 36 } as const;
    expect(['1', '36', '0', '1,0', 'dwa'].map((text) => read(whole, text))).toEqual([
      1,
      36,
      { typed: '0' },
      { typed: '1,0' },
      { typed: 'dwa' },
    ]);
  });
  it('days', () => {
    const date = { is: 'date' } as const;
    expect(['31.03.2015', '31-3-2015', '2015-03-31', '31.03.2015 r.'].map((text) => read(date, text))).toEqual(
      Array(4).fill('2015-03-31'),
    );
    expect(['31.02.2015', '0215-03-31', '2015', 'jutro'].every((text) => isUnread(read(date, text)))).toBe(true);
    expect(unreadReason(date, '0215-03-31')).toContain('spoza lat');
  });
  it('moments in Polish time, and asks back on the two nights when the clock changes', () => {
    const moment = { is: 'moment' } as const;
    const deadline = '2015-03-31T13:30:00.000Z';
    const ways = ['31.03.2015 15:30', '31.03.2015, godz. 15.30', '2015-03-31T15:30', deadline];
    expect(ways.map((text) => read(moment, text))).toEqual(ways.map(() => deadline));
    expect(unreadReason(moment, '31.03.2015')).toContain('brakuje godziny');
    expect(unreadReason(moment, '28.03.2027 02:30')).toContain('Godziny 02:30 nie ma w dniu 28\u00a0marca 2027');
    expect(unreadReason(moment, '25.10.2026 02:30')).toContain('dwa razy');
    expect(read(moment, '25.10.2026 02:30 czas letni')).toBe('2026-10-25T00:30:00.000Z');
    expect(read(moment, '25.10.2026 02:30 czas zimowy')).toBe('2026-10-25T01:30:00.000Z');
    expect(unreadReason(moment, '31.03.2015 15:30 czas zimowy')).toContain('obowiązuje inny czas');
    expect(typedText(moment, '2026-10-25T01:30:00.000Z')).toBe('2026-10-25T02:30 czas zimowy');
    expect(typedText(moment, deadline)).toBe('2015-03-31T15:30');
  });
  it('links to pages of the web, and to nothing else', () => {
    const link = { is: 'link' } as const;
    const good = ['https://www.sopot.pl', 'http://bip.sopot.pl/a?b=c&d=%20'];
    expect(good.map((text) => read(link, ` ${text} `))).toEqual(good);
    const bad = [
      'www.sopot.pl',
      'javascript:alert(1)',
      'https://a.pl@b.pl/',
      'https://a.pl/"x',
      'ftp://a.pl',
      'https://a',
    ];
    expect(bad.every((text) => isUnread(read(link, text)))).toBe(true);
    expect(read(link, `https://a.pl/${'x'.repeat(1_900)}`)).toHaveLength(1_913);
  });
  it('texts that are too long stay, and say by how much', () => {
    const text = { is: 'text', max: 4_000 } as const;
    expect(read(text, 'a'.repeat(4_000))).toHaveLength(4_000);
    expect(read(text, 'a'.repeat(4_003))).toEqual({ typed: 'a'.repeat(4_003) });
    expect(unreadReason(text, 'a'.repeat(4_003))).toBe(
      'Tekst jest za długi o 3\u00a0znaki. Skróć go do 4000\u00a0znaków.',
    );
    expect(read(text, 'a'.repeat(20_000))).toEqual({ typed: 'a'.repeat(8_000) });
    expect(read({ is: 'whole', min: 0, max: 9 }, 'a'.repeat(999))).toEqual({ typed: 'a'.repeat(MAX_TYPED) });
  });
  it('one form of a letter, one kind of line end, no control characters', () => {
    expect(read({ is: 'text', max: 99 }, 'a\u0328\r\nb\vc\u0007')).toBe('ą\nb\nc');
    expect(read({ is: 'line', max: 99 }, ' Sopot \n i okolice\t')).toBe('Sopot i okolice');
    expect(read({ is: 'text', max: 99 }, ' \n ')).toBeNull();
  });
});

describe('what comes over the wire', () => {
  it('is refused when it is no value', () => {
    const line = { is: 'line', max: 9 } as const;
    const whole = { is: 'whole', min: 0, max: 9 } as const;
    const pairs: [FieldKind | { is: 'place' }, unknown][] = [
      [line, 5],
      [line, 'a\u0000b'],
      [line, 'a\r\nb'],
      [line, '\ud800'],
      [line, { typed: 'a', more: 1 }],
      [line, { typed: 5 }],
      [line, 'a'.repeat(300)],
      [whole, 1.5],
      [whole, 10],
      [whole, Infinity],
      [whole, true],
      [{ is: 'yes' }, 1],
      [{ is: 'choices', of: ['A'] }, ['B']],
      [{ is: 'choices', of: ['A'] }, [['A']]],
      [{ is: 'place' }, '1'],
      [{ is: 'place' }, NaN],
      [{ is: 'place' }, { typed: '1' }],
    ];
    for (const [kind, raw] of pairs) expect(acceptValue(kind, raw)).toBeUndefined();
  });
  it('has one way to say each thing', () => {
    expect(acceptValue({ is: 'line', max: 9 }, '')).toBeNull();
    expect(acceptValue({ is: 'choices', of: ['A', 'B'] }, ['B', 'A', 'B'])).toEqual(['A', 'B']);
    expect(acceptValue({ is: 'choices', of: ['A'] }, [])).toBeNull();
    expect(acceptValue({ is: 'hundredths', min: 0, max: 10_000 }, { typed: '60,5' })).toBe(6050);
    expect(Object.is(acceptValue({ is: 'place' }, -0), 0)).toBe(true);
  });
});
