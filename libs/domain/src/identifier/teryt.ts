import { digitsOf, fault, type ParsedIdentifier } from './digits';

/**
 * TERC code of a municipality: voivodeship 2, county 2, municipality 2, kind 1. It has no check digit;
 * the shape is judged here (a city with county rights, county 61–99, is municipality 01 of kind 1), and
 * `known`, when given, decides whether such a municipality exists.
 */
export function parseTeryt(text: string, known?: ReadonlySet<string>): ParsedIdentifier {
  const digits = digitsOf('TERYT', text);
  if (!digits.ok) return digits;
  const { value } = digits;
  if (value.length !== 7) return fault('TERYT', 'LENGTH');
  const [voivodeship, county, municipality, kind] = [value.slice(0, 2), value.slice(2, 4), value.slice(4, 6), value[6]];
  // Voivodeships have the even numbers from 02 to 32.
  if (Number(voivodeship) % 2 !== 0 || Number(voivodeship) < 2 || Number(voivodeship) > 32)
    return fault('TERYT', 'UNKNOWN');
  if (county === '00' || municipality === '00') return fault('TERYT', 'UNKNOWN');
  if (!/[1234589]/.test(kind ?? '')) return fault('TERYT', 'KIND');
  if (Number(county) > 60 && municipality === '01' && kind !== '1') return fault('TERYT', 'KIND');
  return known === undefined || known.has(value) ? digits : fault('TERYT', 'UNKNOWN');
}
