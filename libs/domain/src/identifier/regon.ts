import { digitsOf, fault, weighted, type ParsedIdentifier } from './digits';

const WEIGHTS_9 = [8, 9, 2, 3, 4, 5, 6, 7];
const WEIGHTS_14 = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];

/** Statistical number of an entity (9 digits) or of its local unit (14, the first 9 being the entity's own). */
export function parseRegon(text: string): ParsedIdentifier {
  const digits = digitsOf('REGON', text);
  if (!digits.ok) return digits;
  const { value } = digits;
  if (value.length !== 9 && value.length !== 14) return fault('REGON', 'LENGTH');
  const entity = (weighted(value, WEIGHTS_9) % 11) % 10 === Number(value[8]);
  const unit = value.length === 9 || (weighted(value, WEIGHTS_14) % 11) % 10 === Number(value[13]);
  return entity && unit && !value.startsWith('000000000') ? digits : fault('REGON', 'CHECKSUM');
}
