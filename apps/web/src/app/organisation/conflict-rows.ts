import type { FieldConflict } from '@zit/contracts';
import { formatDatePl, isLocalDate, type Representation } from '@zit/domain';
import { organisationWords } from '@zit/words.pl/organisation';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import type { ConflictRow } from '../ui/conflict-dialog';
import type { OrganisationDraft, OrganisationField } from './organisation-draft';

const isPersons = (value: unknown): value is Representation[] => Array.isArray(value);

const personText = (each: Representation): string =>
  [
    each.person,
    each.function,
    organisationKindWords.representation[each.mode],
    ...[each.validFrom, each.validTo].map((day) => day && formatDatePl(day)),
  ]
    .filter(Boolean)
    .join(', ');

const textOf = (field: string, value: unknown): string => {
  if (isPersons(value)) return value.map(personText).join('\n');
  if (typeof value !== 'string') return '';
  if (field === 'sector' && value in organisationKindWords.sector)
    return organisationKindWords.sector[value as keyof typeof organisationKindWords.sector];
  if (field === 'legalForm' && value in organisationKindWords.legalForm)
    return organisationKindWords.legalForm[value as keyof typeof organisationKindWords.legalForm];
  return isLocalDate(value) ? formatDatePl(value) : value;
};

/** What was typed and not saved, as text to copy: a line for each field. */
export const leftOver = (draft: OrganisationDraft, fields: readonly OrganisationField[]): string =>
  conflictRows(fields.map((field) => ({ field, base: null, theirs: null, mine: draft[field] })))
    .map(({ label, mine }) => `${label}: ${mine}`)
    .join('\n');

/** Collisions of an organisation's fields as a person reads them. */
export const conflictRows = (conflicts: readonly FieldConflict[]): ConflictRow[] =>
  conflicts.map(({ field, base, theirs, mine }) => ({
    field,
    label:
      field in organisationWords.fields
        ? organisationWords.fields[field as keyof typeof organisationWords.fields]
        : field,
    base: textOf(field, base),
    theirs: textOf(field, theirs),
    mine: textOf(field, mine),
  }));
