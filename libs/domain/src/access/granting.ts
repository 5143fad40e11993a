import { isLocalGovernment, type Sector } from '../organisation/sector';
import { bodyOf, type Role } from './role';

/** Roles that any organisation fills by itself. */
const OF_ORGANISATION: readonly Role[] = ['OWNER', 'COORDINATOR', 'EDITOR', 'SIGNER'];
/** Roles that carry the rights of a municipality over its place. */
const OF_MUNICIPALITY: readonly Role[] = ['MUNICIPALITY_OFFICER', 'TREASURER', 'MUNICIPALITY_SIGNER'];
/** Roles for one county. */
const OF_COUNTY: readonly Role[] = ['COUNTY_OPERATOR', 'NGO_COUNCIL'];

/** Who grants: an owner for the own organisation, or the programme for anybody. */
export type Granter =
  | { as: 'ADMINISTRATOR' }
  /** `teryt`: municipality for which the owner's own role was granted, 7 digits; null: for no place. */
  | { as: 'OWNER'; teryt: string | null };

/** The organisation a role is to be granted for. */
export interface GrantedFor {
  sector: Sector;
  /** Municipality of the seat, 7 digits. */
  teryt: string | null;
}

export type GrantFault =
  /** The role needs an organisation, or must not name one. */
  | 'ORGANISATION'
  /** The role does not fit the organisation, or is not the granter's to give. */
  | 'ROLE'
  /** The role needs a place that is not there: 7 digits of a municipality, 4 of a county. */
  | 'PLACE';

/**
 * Roles that may be granted for an organisation, in the order of a form. Rights over a place come from the programme:
 * an owner passes them on only when the owner's own role was granted for a place. Otherwise changing the seat in the
 * register would be enough to rule another municipality (S-39).
 */
export function grantableRoles(granter: Granter, organisation: GrantedFor): Role[] {
  const local = isLocalGovernment(organisation.sector);
  const placed = granter.as === 'ADMINISTRATOR' || granter.teryt !== null;
  const roles = [
    ...OF_ORGANISATION.filter((role) => role !== 'SIGNER' || !local),
    ...(local && placed ? OF_MUNICIPALITY : []),
  ];
  return granter.as === 'ADMINISTRATOR' ? [...roles, 'COUNTY_OPERATOR'] : roles;
}

/**
 * The place that a grant of this role gets, or what is wrong with it. `organisation` null: for a body.
 * `teryt` is what was asked for; left out, the organisation's seat (for an owner: the owner's place) is taken.
 */
export function grantPlace(
  granter: Granter,
  role: Role,
  organisation: GrantedFor | null,
  teryt: string | null,
): { teryt: string | null } | { fault: GrantFault } {
  if (organisation === null) {
    if (granter.as !== 'ADMINISTRATOR') return { fault: 'ROLE' };
    if (bodyOf(role) === null) return { fault: 'ORGANISATION' };
  } else {
    if (bodyOf(role) !== null && role !== 'COUNTY_OPERATOR') return { fault: 'ORGANISATION' };
    if (!grantableRoles(granter, organisation).includes(role)) return { fault: 'ROLE' };
  }
  if (OF_COUNTY.includes(role)) return teryt?.length === 4 ? { teryt } : { fault: 'PLACE' };
  const overPlace = OF_MUNICIPALITY.includes(role) || (role === 'OWNER' && isLocal(organisation));
  if (!overPlace) return teryt === null ? { teryt } : { fault: 'PLACE' };
  if (granter.as === 'OWNER')
    return teryt === null || teryt === granter.teryt ? { teryt: granter.teryt } : { fault: 'PLACE' };
  const place = teryt ?? organisation?.teryt ?? null;
  if (place === null) return role === 'OWNER' ? { teryt: null } : { fault: 'PLACE' };
  return place.length === 7 ? { teryt: place } : { fault: 'PLACE' };
}

const isLocal = (organisation: GrantedFor | null): boolean =>
  organisation !== null && isLocalGovernment(organisation.sector);
