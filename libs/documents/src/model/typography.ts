const NBSP = '\u00a0';

/** Controls, joiners, overrides of direction, no characters at all: they hide or turn what is signed, or break XML. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text of people as it may stand on a paper: one line, composed (NFC), without control characters,
 * invisible joiners and changes of direction. Letters of any script stay.
 */
export const clean = (text: string): string =>
  text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/\u2011/g, '-')
    .replace(/[\t\n\r\u2028\u2029 ]+/g, ' ');

const MONTHS = 'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia';

/** A boundary before a word: start, white space (a bound one too), an opening bracket or quote. */
const BEFORE = '(?<=^|[\\s(\\[„«"/-])';

const BOUND: readonly (readonly [RegExp, string])[] = [
  // One-letter words go with the next word.
  [new RegExp(`${BEFORE}([aiouwz]) +`, 'giu'), `$1${NBSP}`],
  [
    new RegExp(`${BEFORE}(ust\\.|pkt|art\\.|lit\\.|poz\\.|nr|ul\\.|al\\.|pl\\.|str\\.|zał\\.|tel\\.|Dz\\.) +`, 'giu'),
    `$1${NBSP}`,
  ],
  [/(?<![\p{L}\d])(NIP|REGON|KRS|TERYT|PESEL) +(?=\d)/gu, `$1${NBSP}`],
  // The number of a house stays with its street: „Testowa 1, 81-000”.
  [/(\p{L}) +(?=\d+[a-zA-Z]?(?:\/\d+)?,)/gu, `$1${NBSP}`],
  [/§ +/g, `§${NBSP}`],
  // Groups of thousands, then what is counted.
  [/(\d) (?=\d{3}(?!\d))/g, `$1${NBSP}`],
  [/(\d) +(?=(?:zł|gr|%|tys\.|mln|r\.|proc\.)(?![\p{L}\d]))/gu, `$1${NBSP}`],
  [new RegExp(`(\\d) +(?=(?:${MONTHS})(?!\\p{L}))`, 'giu'), `$1${NBSP}`],
  [new RegExp(`((?:${MONTHS})) +(?=\\d{4})`, 'giu'), `$1${NBSP}`],
  // A dash does not begin a line.
  [/ +(?=[–—] )/g, NBSP],
  [/sp\.\s+z\s+o\.\s?o\./g, `sp.${NBSP}z${NBSP}o.o.`],
];

/**
 * Binds what Polish typography keeps together, with non-breaking spaces: a one-letter word with the next,
 * figures with their unit, `ust.`, `art.`, `§`, `nr` with their number, a day with its month.
 */
export const typeset = (text: string): string =>
  BOUND.reduce((bound, [pattern, replacement]) => bound.replace(pattern, replacement), clean(text));
