import type { Grant } from './grant';
import { decide, type Asker } from './policy';

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
export type OrganisationReason = 'READS_ONLY' | 'ITS_OWN_PEOPLE' | 'VIEW_ONLY';

/** Who may change an organisation's entry: its own people, its municipality, the programme, or who entered it. */
export function organisationEditing(
  grants: readonly Grant[],
  personId: string,
  { id, teryt, createdBy, hasOwnPeople }: OrganisationStanding,
  viewer: Asker['viewer'] = null,
): { edit: boolean; reason: OrganisationReason | null } {
  const standing = { organisationId: id, teryt, enteredBy: hasOwnPeople ? null : createdBy };
  const { allow, reason } = decide({ personId, grants, viewer }, 'changeOrganisation', standing);
  if (allow) return { edit: true, reason: null };
  return { edit: false, reason: reason === 'READS_ONLY' || reason === 'VIEW_ONLY' ? reason : 'ITS_OWN_PEOPLE' };
}
