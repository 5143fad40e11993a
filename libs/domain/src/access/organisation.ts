import type { Grant } from './consortium';

/** What a decision about editing needs to know of an organisation in the register. */
export interface OrganisationStanding {
  id: string;
  /** Municipality of the seat, 7 digits; null: not stated. */
  teryt: string | null;
  /** Person who put it into the register. */
  createdBy: string | null;
  /** Does anybody hold a role for it? Then its own people look after it, not the person who entered it. */
  hasOwnPeople: boolean;
}

/** Why somebody may not edit; the sentence stands in `words.pl/organisation-acts`. */
export type OrganisationReason = 'READS_ONLY' | 'ITS_OWN_PEOPLE';

/** Who may change an organisation's entry: its own people, its municipality, the programme, or who entered it. */
export function organisationEditing(
  grants: readonly Grant[],
  personId: string,
  organisation: OrganisationStanding,
): { edit: boolean; reason: OrganisationReason | null } {
  const working = grants.filter((grant) => grant.role !== 'AUDITOR');
  const edit =
    working.some((grant) => grant.role === 'ADMINISTRATOR' || looksAfter(grant, organisation)) ||
    (working.length > 0 && organisation.createdBy === personId && !organisation.hasOwnPeople);
  if (edit) return { edit, reason: null };
  return { edit, reason: working.length === 0 ? 'READS_ONLY' : 'ITS_OWN_PEOPLE' };
}

const looksAfter = (grant: Grant, organisation: OrganisationStanding): boolean =>
  grant.organisationId === organisation.id ||
  (grant.role === 'MUNICIPALITY_OFFICER' && grant.teryt !== null && grant.teryt === organisation.teryt);
