import { isLocalDate } from '../calendar/local-date';
import { digitsOf, fault, weighted, type ParsedIdentifier } from './digits';

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/** Centuries by the tens added to the month: 0 → 1900, 20 → 2000, 40 → 2100, 60 → 2200, 80 → 1800. */
const CENTURIES = [1900, 2000, 2100, 2200, 1800];

/** Personal number: 11 digits, a real date of birth first, a check digit last. */
export function parsePesel(text: string): ParsedIdentifier {
  const digits = digitsOf('PESEL', text);
  if (!digits.ok) return digits;
  const { value } = digits;
  if (value.length !== 11) return fault('PESEL', 'LENGTH');
  const month = Number(value.slice(2, 4));
  const year = (CENTURIES[Math.floor(month / 20)] ?? 0) + Number(value.slice(0, 2));
  if (!isLocalDate(`${year}-${String(month % 20).padStart(2, '0')}-${value.slice(4, 6)}`))
    return fault('PESEL', 'DATE');
  const check = (10 - (weighted(value, WEIGHTS) % 10)) % 10;
  return check === Number(value[10]) ? digits : fault('PESEL', 'CHECKSUM');
}
