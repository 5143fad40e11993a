import { identifierWords } from '../words.pl/identifiers';
import type { Parsed } from '../money/grosze';

export type IdentifierFault = 'EMPTY' | 'CHARACTERS' | 'LENGTH' | 'ZERO' | 'CHECKSUM' | 'DATE' | 'KIND' | 'UNKNOWN';
export type IdentifierKind = 'NIP' | 'REGON' | 'KRS' | 'PESEL' | 'NRB' | 'TERYT';
export type ParsedIdentifier = Parsed<string, IdentifierFault>;

export const fault = (kind: IdentifierKind, code: IdentifierFault): ParsedIdentifier => ({
  ok: false,
  fault: code,
  text: identifierWords.fault(kind, code),
});

/** Digits of a typed identifier without spaces and hyphens; a fault when anything else is left. */
export function digitsOf(kind: IdentifierKind, text: string, prefix?: RegExp): ParsedIdentifier {
  const bare = text.replace(/[\s\u00a0\u202f\-‐‑–]/g, '');
  const digits = prefix ? bare.replace(prefix, '') : bare;
  if (digits === '') return fault(kind, 'EMPTY');
  if (!/^\d+$/.test(digits)) return fault(kind, 'CHARACTERS');
  return /^0+$/.test(digits) ? fault(kind, 'ZERO') : { ok: true, value: digits };
}

/** Sum of digit × weight over the weights given; digits beyond them do not count. */
export const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
