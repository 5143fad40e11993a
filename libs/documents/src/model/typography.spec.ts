import fc from 'fast-check';
import { bold, plain, rich } from './rich-text';
import { clean, typeset } from './typography';

/** Shows bound spaces as ~. */
const shown = (text: string): string => typeset(text).replace(/\u00a0/g, '~');

describe('Polish typography', () => {
  test.each([
    ['a w tym i o niej', 'a~w~tym i~o~niej'],
    ['W domu („z okna”) U babci', 'W~domu („z~okna”) U~babci'],
    ['330 000,00 zł i 5 gr', '330~000,00~zł i~5~gr'],
    ['15 % z 1 000 000', '15~% z~1~000~000'],
    ['art. 33 ust. 1 pkt 4 lit. a, § 7, nr 12', 'art.~33 ust.~1 pkt~4 lit.~a, §~7, nr~12'],
    ['dnia 20 czerwca 2015 r. w Sopocie', 'dnia 20~czerwca~2015~r. w~Sopocie'],
    ['„Molo Praca” sp. z o.o.', '„Molo Praca” sp.~z~o.o.'],
    ['Lider – partner', 'Lider~– partner'],
    ['ul. Testowa 1, 81-000 Sopot', 'ul.~Testowa~1, 81-000 Sopot'],
    ['KRS 0000999001, NIP 9990000014', 'KRS~0000999001, NIP~9990000014'],
    ['rok 2014 2015 bez grupy', 'rok 2014 2015 bez grupy'],
  ])('%s', (given, expected) => expect(shown(given)).toBe(expected));

  test('binds across a change of style', () => expect(plain(rich`w ${bold('Sopocie')}`)).toBe('w\u00a0Sopocie'));

  test('a sentence that ends with „o.o.” has one full stop', () =>
    expect(plain(rich`Lider: ${bold('X sp. z o.o.')}.`)).toMatch(/o\.o\.$/));

  test('binding what is bound changes nothing, and no word is lost', () => {
    const words = fc.constantFrom(
      'a',
      'i',
      'w',
      'Z',
      'dom',
      '5',
      '000',
      'zł',
      '§',
      'nr',
      '–',
      '„o',
      'maja',
      '2015',
      'r.',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (given) => {
        const text = given.join(' ');
        const once = typeset(text);
        return typeset(once) === once && once.replace(/\u00a0/g, ' ') === text;
      }),
    );
  });

  test('takes away what could hide or turn round a text', () => {
    expect(clean('a\u202eb\u0000c\u200dd\ufeff\ud800e')).toBe('abcd\ufffde');
    expect(clean('A\ufffe\uffffB')).toBe('AB');
    expect(clean('dwa\r\nwiersze\ti  spacje')).toBe('dwa wiersze i spacje');
    expect(clean('Łódz\u0301 żółć')).toBe('Łódź żółć');
  });
});
