import { moneyWords } from '../words.pl/money';

/** Money is whole grosze in a safe integer; 1 zł = 100 gr. Never a float, never a fraction. */
export type Grosze = number;

/** Largest amount that any field takes: 99 999 999 999,99 zł (N23: 10^13 zł is refused). */
export const MAX_GROSZE: Grosze = 9_999_999_999_999;

export type AmountFault = 'EMPTY' | 'CHARACTERS' | 'DECIMALS' | 'NEGATIVE' | 'TOO_LARGE';

/** The answer of a reader of typed text: the value, or what is wrong and a Polish sentence about it. */
export type Parsed<Value, Fault extends string> =
  { ok: true; value: Value } | { ok: false; fault: Fault; text: string };

/** Plain, narrow, thin and non-breaking spaces: all that spreadsheets put between thousands. */
const SPACES = /[\s\u00a0\u2007\u2009\u202f]+/g;
const NUMBER = /^(?:\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/;

/**
 * Reads złote as people type or paste them (`330 000,00`, `330000.5`, `1 zł`) into whole grosze.
 * Nothing is ever rounded: a third decimal is a fault (N23).
 */
export function parseGrosze(text: string): Parsed<Grosze, AmountFault> {
  const typed = text.replace(SPACES, ' ').trim();
  const number = typed.replace(/ ?(?:zł|zl|pln)$/i, '').trim();
  if (number === '') return refused('EMPTY', typed);
  if (/^[-−–]\s?\d/.test(number)) return refused('NEGATIVE', typed);
  const match = NUMBER.exec(number);
  if (!match) return refused('CHARACTERS', typed);
  const decimals = match[1] ?? '';
  if (decimals.length > 2) return refused('DECIMALS', typed);
  const whole = (number.split(/[.,]/)[0] ?? '').replaceAll(' ', '').replace(/^0+(?=\d)/, '');
  if (whole.length > 11) return refused('TOO_LARGE', typed);
  return { ok: true, value: Number(whole) * 100 + Number(decimals.padEnd(2, '0')) };
}

const refused = (fault: AmountFault, typed: string): { ok: false; fault: AmountFault; text: string } => ({
  ok: false,
  fault,
  text: moneyWords.fault(fault, typed),
});

/** Whole grosze within the limits of every amount field: a non-negative safe integer up to MAX_GROSZE. */
export const isGrosze = (value: unknown): value is Grosze =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MAX_GROSZE;

/** Grosze as `330 000,00` with U+00A0 between thousands and U+2212 as the minus. */
export function formatGrosze(grosze: Grosze): string {
  const size = Math.abs(grosze);
  const fraction = String(size % 100).padStart(2, '0');
  return `${grosze < 0 ? '−' : ''}${groupThousands(Math.floor(size / 100))},${fraction}`;
}

/** Grosze as `330 000,00 zł`; all spaces are non-breaking. */
export const formatZloty = (grosze: Grosze): string => `${formatGrosze(grosze)}\u00a0zł`;

/** A whole number as `12 345` with U+00A0; Polish paper groups from four digits on. */
export const groupThousands = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
