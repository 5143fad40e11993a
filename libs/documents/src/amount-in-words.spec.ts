import fc from 'fast-check';
import { MAX_GROSZE } from '@zit/domain';
import { amountInWords } from './amount-in-words';

describe('amount in words', () => {
  test.each([
    [33_000_000, 'trzysta trzydzieści tysięcy złotych 00/100'],
    [28_050_000, 'dwieście osiemdziesiąt tysięcy pięćset złotych 00/100'],
    [4_950_000, 'czterdzieści dziewięć tysięcy pięćset złotych 00/100'],
    [2_400_000, 'dwadzieścia cztery tysiące złotych 00/100'],
    [175_250, 'jeden tysiąc siedemset pięćdziesiąt dwa złote 50/100'],
    [1_188_000_000, 'jedenaście milionów osiemset osiemdziesiąt tysięcy złotych 00/100'],
    [178_200_000, 'jeden milion siedemset osiemdziesiąt dwa tysiące złotych 00/100'],
    [100, 'jeden złoty 00/100'],
    [201, 'dwa złote 01/100'],
    [500, 'pięć złotych 00/100'],
    [2_200, 'dwadzieścia dwa złote 00/100'],
    [11_200, 'sto dwanaście złotych 00/100'],
    [0, 'zero złotych 00/100'],
    [1, 'zero złotych 01/100'],
    [2_850_000, 'dwadzieścia osiem tysięcy pięćset złotych 00/100'],
    [2_100_000, 'dwadzieścia jeden tysięcy złotych 00/100'],
    [200_100_000, 'dwa miliony jeden tysiąc złotych 00/100'],
    [MAX_GROSZE, /^dziewięćdziesiąt dziewięć miliardów .* dziewięćset dziewięćdziesiąt dziewięć złotych 99\/100$/],
  ])('B.14: %i gr', (grosze, words) => expect(amountInWords(grosze)).toMatch(words));

  test('the words say the amount, for any amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_GROSZE }), (grosze) => readBack(amountInWords(grosze)) === grosze),
      { numRuns: 5_000 },
    );
  });

  test('„złoty” follows 1, „złote” 2–4 but not 12–14, „złotych” all else', () => {
    for (let zloty = 0; zloty <= 20_000; zloty += 1) {
      const form = /zł\p{L}+/u.exec(amountInWords(zloty * 100))?.[0];
      expect(form).toBe(
        new Intl.PluralRules('pl').select(zloty) === 'one' ? 'złoty' : few(zloty) ? 'złote' : 'złotych',
      );
    }
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%p is no amount', (value) =>
    expect(() => amountInWords(value)).toThrow(RangeError),
  );
});

const few = (count: number): boolean => new Intl.PluralRules('pl').select(count) === 'few';

const UNITS =
  'zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście'.split(
    ' ',
  );
const TENS =
  'dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt'.split(
    ' ',
  );
const HUNDREDS = 'sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset'.split(' ');
const VALUE = new Map([
  ...UNITS.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
  ...HUNDREDS.map((word, i) => [word, (i + 1) * 100] as const),
]);
const SCALE: [RegExp, number][] = [
  [/^tysi/, 1e3],
  [/^milion/, 1e6],
  [/^miliard/, 1e9],
];

/** Reads an amount as a person would; NaN for a word that no numeral knows. */
function readBack(words: string): number {
  const [, numeral = '', grosze = ''] = /^(.+) zł\p{L}+ (\d\d)\/100$/u.exec(words) ?? [];
  let whole = 0;
  let group = 0;
  for (const word of numeral.split(' ')) {
    const scale = SCALE.find(([pattern]) => pattern.test(word))?.[1];
    if (scale === undefined) group += VALUE.get(word) ?? Number.NaN;
    else {
      whole += group * scale;
      group = 0;
    }
  }
  return (whole + group) * 100 + Number(grosze);
}
