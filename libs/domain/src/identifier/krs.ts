import { digitsOf, fault, type ParsedIdentifier } from './digits';

/** Court register number: 10 digits with leading zeros, which people leave out; it has no check digit. */
export function parseKrs(text: string): ParsedIdentifier {
  const digits = digitsOf('KRS', text);
  if (!digits.ok) return digits;
  return digits.value.length > 10 ? fault('KRS', 'LENGTH') : { ok: true, value: digits.value.padStart(10, '0') };
}
