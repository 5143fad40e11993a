import { digitsOf, fault, type ParsedIdentifier } from './digits';

/** Bank account: 26 digits, the same as a Polish IBAN without its letters; mod 97 = 1 (2521 stands for PL). */
export function parseNrb(text: string): ParsedIdentifier {
  const digits = digitsOf('NRB', text, /^PL/i);
  if (!digits.ok) return digits;
  if (digits.value.length !== 26) return fault('NRB', 'LENGTH');
  const moved = `${digits.value.slice(2)}2521${digits.value.slice(0, 2)}`;
  let remainder = 0;
  for (const digit of moved) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder === 1 ? digits : fault('NRB', 'CHECKSUM');
}
