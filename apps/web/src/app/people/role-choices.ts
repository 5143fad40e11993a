import { bodyOf, grantableRoles, grantPlace, ROLES, type GrantedFor, type GrantFault, type Role } from '@zit/domain';

/** What an invitation to the role has to name beside the person. */
export type RolePlace = 'ORGANISATION' | 'MUNICIPALITY' | 'COUNTY' | 'NONE';

const OF_MUNICIPALITY: readonly Role[] = ['MUNICIPALITY_OFFICER', 'TREASURER', 'MUNICIPALITY_SIGNER'];
const OF_COUNTY: readonly Role[] = ['COUNTY_OPERATOR', 'NGO_COUNCIL'];

/** Where the role is held: an organisation, one that is a municipality, a county, or the programme as a whole. */
export function placeOf(role: Role): RolePlace {
  if (OF_MUNICIPALITY.includes(role)) return 'MUNICIPALITY';
  if (OF_COUNTY.includes(role)) return 'COUNTY';
  return bodyOf(role) === null ? 'ORGANISATION' : 'NONE';
}

/** Roles that an owner may give inside the own organisation; `teryt` is the place of the owner's own grant. */
export const ownRoles = (organisation: GrantedFor, teryt: string | null): readonly Role[] =>
  grantableRoles({ as: 'OWNER', teryt }, organisation);

/** Every role: what an administrator may propose; who looks after access comes first, as in an organisation. */
export const allRoles: readonly Role[] = ['OWNER', ...ROLES.filter((role) => role !== 'OWNER')];

const PLACES: readonly RolePlace[] = ['ORGANISATION', 'MUNICIPALITY', 'COUNTY', 'NONE'];

/** The roles by where they are held, in the order in which they are met. */
export const groupsOf = (roles: readonly Role[]): { place: RolePlace; roles: readonly Role[] }[] =>
  PLACES.map((place) => ({ place, roles: roles.filter((role) => placeOf(role) === place) })).filter(
    (group) => group.roles.length > 0,
  );

/** Why an administrator cannot give the role in this organisation; null: it can be given. */
export function misfitOf(role: Role, organisation: GrantedFor): GrantFault | null {
  const place = grantPlace({ as: 'ADMINISTRATOR' }, role, organisation, null);
  return 'fault' in place ? place.fault : null;
}
