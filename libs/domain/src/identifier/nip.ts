import { digitsOf, fault, weighted, type ParsedIdentifier } from './digits';

const WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7];

/** Tax number: 10 digits, the last is Σ mod 11; a remainder of 10 has no digit, so no such NIP exists. */
export function parseNip(text: string): ParsedIdentifier {
  const digits = digitsOf('NIP', text, /^PL/i);
  if (!digits.ok) return digits;
  if (digits.value.length !== 10) return fault('NIP', 'LENGTH');
  return weighted(digits.value, WEIGHTS) % 11 === Number(digits.value[9]) ? digits : fault('NIP', 'CHECKSUM');
}
