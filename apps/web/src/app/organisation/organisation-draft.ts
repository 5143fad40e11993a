import type { OrganisationFields, OrganisationResponse } from '@zit/contracts';
import {
  parseKrs,
  parseNip,
  parseNrb,
  parseRegon,
  type ParsedIdentifier,
  type Representation,
  type RepresentationMode,
  type Sector,
} from '@zit/domain';

export interface PersonDraft {
  person: string;
  function: string;
  mode: RepresentationMode;
  validFrom: string;
  validTo: string;
  evidence: string;
}

/** The form's own shape: inputs speak strings, so nothing is null here. */
export interface OrganisationDraft {
  name: string;
  legalForm: string;
  sector: Sector | '';
  nip: string;
  regon: string;
  krs: string;
  unitOfId: string;
  address: string;
  teryt: string;
  email: string;
  phone: string;
  electronicDeliveryAddress: string;
  bankAccount: string;
  representation: PersonDraft[];
}

export type OrganisationField = keyof OrganisationDraft;

export const emptyPerson = (): PersonDraft => ({
  person: '',
  function: '',
  mode: 'SOLE',
  validFrom: '',
  validTo: '',
  evidence: '',
});

export const emptyDraft = (name = ''): OrganisationDraft => ({
  name,
  legalForm: '',
  sector: '',
  nip: '',
  regon: '',
  krs: '',
  unitOfId: '',
  address: '',
  teryt: '',
  email: '',
  phone: '',
  electronicDeliveryAddress: '',
  bankAccount: '',
  representation: [],
});

/** What the register says, as the form shows it. */
export const draftOf = (organisation: OrganisationResponse): OrganisationDraft => ({
  name: organisation.name,
  legalForm: organisation.legalForm ?? '',
  sector: organisation.sector,
  nip: organisation.nip ?? '',
  regon: organisation.regon ?? '',
  krs: organisation.krs ?? '',
  unitOfId: organisation.unitOfId ?? '',
  address: organisation.address ?? '',
  teryt: organisation.teryt ?? '',
  email: organisation.email ?? '',
  phone: organisation.phone ?? '',
  electronicDeliveryAddress: organisation.electronicDeliveryAddress ?? '',
  bankAccount: organisation.bankAccount ?? '',
  representation: organisation.representation.map((each) => ({
    person: each.person,
    function: each.function,
    mode: each.mode,
    validFrom: each.validFrom ?? '',
    validTo: each.validTo ?? '',
    evidence: each.evidence ?? '',
  })),
});

const orNull = (text: string): string | null => text.trim() || null;

/** An identifier without its spaces and hyphens; one that cannot be read stays as typed. */
const identifier = (text: string, parse: (text: string) => ParsedIdentifier): string | null => {
  const parsed = parse(text);
  return parsed.ok ? parsed.value : orNull(text);
};

const person = (draft: PersonDraft): Representation => ({
  person: draft.person.trim(),
  function: draft.function.trim(),
  mode: draft.mode,
  validFrom: orNull(draft.validFrom),
  validTo: orNull(draft.validTo),
  evidence: orNull(draft.evidence),
});

/** The form as the wire wants it: trimmed, identifiers bare, empty as null. */
export const fieldsOf = (
  draft: OrganisationDraft,
): Required<Omit<OrganisationFields, 'sector'>> & { sector: Sector | undefined } => ({
  name: draft.name.trim(),
  legalForm: orNull(draft.legalForm),
  sector: draft.sector || undefined,
  nip: identifier(draft.nip, parseNip),
  regon: identifier(draft.regon, parseRegon),
  krs: identifier(draft.krs, parseKrs),
  unitOfId: orNull(draft.unitOfId),
  address: orNull(draft.address),
  teryt: orNull(draft.teryt),
  email: orNull(draft.email),
  phone: orNull(draft.phone),
  electronicDeliveryAddress: orNull(draft.electronicDeliveryAddress),
  bankAccount: identifier(draft.bankAccount, parseNrb),
  representation: draft.representation.map(person),
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Names of the fields in which two drafts differ once both are written for the wire. */
export const changedFields = (before: OrganisationDraft, after: OrganisationDraft): OrganisationField[] => {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return (Object.keys(now) as OrganisationField[]).filter((field) => !same(old[field], now[field]));
};

const pick = (draft: OrganisationDraft, fields: readonly OrganisationField[]): Partial<OrganisationFields> => {
  const all = fieldsOf(draft);
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
};

/** The guarded change that brings `fields` from what the person saw to what the person typed. */
export const changeOf = (
  version: number,
  before: OrganisationDraft,
  after: OrganisationDraft,
  fields: readonly OrganisationField[],
): { version: number; changes: Partial<OrganisationFields>; base: Partial<OrganisationFields> } => ({
  version,
  changes: pick(after, fields),
  base: pick(before, fields),
});

/** What the form shows after the register answered: the person's own unsaved typing stays, everything else is theirs. */
export const rebase = (
  typed: OrganisationDraft,
  before: OrganisationDraft,
  now: OrganisationDraft,
): OrganisationDraft => {
  const mine = changedFields(before, typed);
  return { ...now, ...(Object.fromEntries(mine.map((field) => [field, typed[field]])) as Partial<OrganisationDraft>) };
};

/**
 * After a save: where the server wrote a sent field in its own way (and the person did not type on), its way stands.
 * Otherwise the same difference would be sent again and again. A spare space stays: the person may be in mid-word.
 */
export const settled =
  (sent: OrganisationDraft, fields: readonly OrganisationField[]) =>
  (typed: OrganisationDraft, now: OrganisationDraft): OrganisationDraft => {
    const typedOn = new Set(changedFields(sent, typed));
    const rewritten = changedFields(now, typed).filter((field) => fields.includes(field) && !typedOn.has(field));
    return {
      ...typed,
      ...(Object.fromEntries(rewritten.map((field) => [field, now[field]])) as Partial<OrganisationDraft>),
    };
  };
