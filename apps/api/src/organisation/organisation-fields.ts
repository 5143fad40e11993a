import type { FieldError, OrganisationFields } from '@zit/contracts';
import { parseKrs, parseNip, parseNrb, parseRegon, parseTeryt, type ParsedIdentifier } from '@zit/domain';
import { isBlank } from '../http/blank';
import { organisationActWords } from '@zit/words.pl/organisation-acts';

const IDENTIFIERS = {
  nip: parseNip,
  regon: parseRegon,
  krs: parseKrs,
  bankAccount: parseNrb,
  teryt: (text: string): ParsedIdentifier => parseTeryt(text),
} as const;

/**
 * Fields as they are kept: identifiers checked and without spaces and hyphens, texts trimmed, empty texts as null.
 * Faults come back as field errors below `at` (a JSON pointer), one for each field.
 */
export function keptFields<Fields extends OrganisationFields>(
  given: Fields,
  at: string,
): { fields: Fields; errors: FieldError[] } {
  const fields = { ...given };
  const errors: FieldError[] = [];
  for (const key of Object.keys(fields) as (keyof OrganisationFields)[]) {
    const value = fields[key];
    if (typeof value === 'string') Object.assign(fields, { [key]: isBlank(value) ? null : value.trim() });
  }
  for (const [field, parse] of Object.entries(IDENTIFIERS) as [keyof typeof IDENTIFIERS, typeof parseNip][]) {
    const text = fields[field];
    if (text === undefined || text === null) continue;
    const parsed = parse(text);
    if (parsed.ok) fields[field] = parsed.value;
    else errors.push({ pointer: `${at}/${field}`, message: parsed.text });
  }
  for (const field of ['name', 'sector'] as const)
    if (fields[field] === null) errors.push({ pointer: `${at}/${field}`, message: organisationActWords.empty[field] });
  return { fields, errors };
}
