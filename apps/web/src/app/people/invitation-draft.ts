import type { Invite } from '@zit/contracts';
import type { Role } from '@zit/domain';
import { inviteWords } from '@zit/words.pl/people-page';
import type { FieldFault } from '../ui/error-summary';
import { placeOf } from './role-choices';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** What the form of an invitation holds. */
export interface InvitationDraft {
  email: string;
  role: Role | null;
  /** The organisation is chosen here; an owner's is the own one. */
  asksOrganisation: boolean;
  organisation: { id: string } | null;
  /** 4 digits, for a role that is held for a county. */
  county: string | null;
}

/** What is missing or wrong, in the order of the form, by the ids of its fields. */
export function faultsIn({ email, role, asksOrganisation, organisation, county }: InvitationDraft): FieldFault[] {
  const faults: (FieldFault | false)[] = [
    email === '' && { field: 'email', message: inviteWords.emailMissing },
    email !== '' && !EMAIL.test(email) && { field: 'email', message: inviteWords.emailWrong },
    role === null && { field: 'role', message: inviteWords.roleMissing },
    asksOrganisation && organisation === null && { field: 'organisation', message: inviteWords.organisationMissing },
    role !== null &&
      placeOf(role) === 'COUNTY' &&
      county === null && { field: 'county', message: inviteWords.countyMissing },
  ];
  return faults.filter((fault) => fault !== false);
}

/** The invitation as the server takes it; null while no role is chosen. */
export function invitationOf({ email, role, organisation, county }: InvitationDraft): Invite | null {
  if (role === null) return null;
  const place = placeOf(role);
  const named = place === 'ORGANISATION' || place === 'MUNICIPALITY';
  // The place of a municipality's role follows from the organisation.
  return {
    email,
    role,
    organisationId: named ? (organisation?.id ?? null) : null,
    teryt: place === 'COUNTY' ? county : null,
  };
}

/** Where the server's sentence leads: a place that was not asked for follows from the organisation. */
export function fieldOf({ role, asksOrganisation }: InvitationDraft, pointer: string): string {
  if (pointer === '/email') return 'email';
  if (pointer === '/teryt' && role !== null && placeOf(role) === 'COUNTY') return 'county';
  return pointer !== '/role' && asksOrganisation ? 'organisation' : 'role';
}
