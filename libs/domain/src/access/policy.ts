import type { Grant } from './grant';
import { POLICY, isPolicyAct, type PolicyAct, type Relation, type Resource, type PolicyRule } from './policy-rows';
import { ROLES, type Role } from './role';

/** Who asks: the person and the grants that count for them now. */
export interface Asker {
  personId: string | null;
  grants: readonly Grant[];
  /** Set while somebody else looks through this person's eyes: nothing may be changed then (S-42). */
  viewer?: object | null;
}

/** What a relation needs to know of a thing; what is not said stands in no relation to anybody. */
export interface Standing {
  /** Municipality of the thing, 7 digits. */
  teryt?: string | null;
  /** Organisation it belongs to, or which it is. */
  organisationId?: string | null;
  memberOrganisationIds?: readonly string[];
  leaderOrganisationIds?: readonly string[];
  /** Person whose own it is. */
  personId?: string | null;
  /** Person who put it into the register; null as soon as it has people of its own. */
  enteredBy?: string | null;
  /** People who sit in the commission of the call now. */
  seatedPersonIds?: readonly string[];
}

/**
 * Why an act is closed. `NOT_THERE`: the thing does not exist for who asks. `READS_ONLY`: none of their roles does
 * such a thing at all. `NOT_HERE`: their role does, but not to this one. `STATE`: not in the state it is in.
 * `VIEW_ONLY`: they look through another's eyes.
 */
export type ClosedBecause = 'NOT_THERE' | 'READS_ONLY' | 'NOT_HERE' | 'STATE' | 'VIEW_ONLY';

export interface Decision {
  /** False: for who asks the thing does not exist (404). */
  see: boolean;
  allow: boolean;
  /** Null when it is allowed. */
  reason: ClosedBecause | null;
}

/** May this person do the act to a thing that stands so, in this state? The one decision everybody asks. */
export function decide(asker: Asker, act: PolicyAct, standing: Standing = {}, state?: string): Decision {
  const rule: PolicyRule = POLICY[act];
  const related = isRelated(asker, rule, standing);
  const inState = !rule.states || (state !== undefined && rule.states.includes(state));
  if (!related && (rule.who === 'SELF' || !sees(asker, rule.on, standing)))
    return { see: false, allow: false, reason: 'NOT_THERE' };
  if (closedToEyes(asker, act)) return { see: true, allow: false, reason: 'VIEW_ONLY' };
  if (related && inState) return { see: true, allow: true, reason: null };
  if (related) return { see: true, allow: false, reason: 'STATE' };
  return { see: true, allow: false, reason: mayAnywhere(asker.grants, act) ? 'NOT_HERE' : 'READS_ONLY' };
}

/**
 * Who looks through another's eyes reads what they read, and changes nothing of it (S-42); but nothing of an offer, nor
 * of what a council is asked about it: until the deadline not even the programme knows more than a number (decision 11).
 */
export const closedToEyes = ({ viewer }: Pick<Asker, 'viewer'>, act: PolicyAct): boolean =>
  Boolean(viewer) && (POLICY[act].does === 'CHANGE' || sealedToEyes(act));

/**
 * Is the act the reading of an offer, or the commission's? Lists of offers stay open, and are empty. Who looks on may be
 * out of an offer themselves, and would see it through eyes that are not (decision 14).
 */
export const sealedToEyes = (act: PolicyAct): boolean => {
  const { on, who }: PolicyRule = POLICY[act];
  if (typeof who === 'string') return false;
  const seated = Object.values(who).some((relations) => relations.includes('SEAT'));
  return on === 'offer' || on === 'recommendation' || (seated && !READS_ANYWAY.includes(act));
};
/** The composition of a commission is no secret, and the number of offers without their list. */
const READS_ANYWAY: readonly PolicyAct[] = ['readCommission', 'countOffers'];

/** Is there anything at all to which one of these grants lets its holder do the act? Screens ask before a form. */
export function mayAnywhere(grants: readonly Pick<Grant, 'role'>[], act: PolicyAct): boolean {
  const rule: PolicyRule = POLICY[act];
  return typeof rule.who === 'string' || grants.some((grant) => relationsOf(rule, grant.role).length > 0);
}

/**
 * Why an act is closed before any thing is chosen: none of the roles does it, or somebody looks through another's eyes;
 * null when it is open. What the role lacks comes first: it holds for the person as well, whose eyes they are.
 */
export function closedAnywhere(
  { grants, viewer }: Pick<Asker, 'viewer'> & { grants: readonly Pick<Grant, 'role'>[] },
  act: PolicyAct,
): Extract<ClosedBecause, 'READS_ONLY' | 'VIEW_ONLY'> | null {
  if (!mayAnywhere(grants, act)) return 'READS_ONLY';
  return closedToEyes({ viewer }, act) ? 'VIEW_ONLY' : null;
}

/** Relations in which a role may do the act; empty: in none. */
export const relationsOf = (rule: PolicyRule, role: Role): readonly Relation[] =>
  typeof rule.who === 'string' ? [] : (rule.who[role] ?? []);

/** Roles for which the policy has a row of the act, in the order of `ROLES`; empty for what everybody may. */
export const rolesFor = (act: string): Role[] =>
  isPolicyAct(act) ? ROLES.filter((role) => relationsOf(POLICY[act], role).length > 0) : [];

/** Does a grant stand in the relation to a thing? */
export function stands(grant: Grant, relation: Relation, standing: Standing, personId: string | null): boolean {
  switch (relation) {
    case 'ANY':
      return true;
    case 'SELF':
      return personId !== null && standing.personId === personId;
    case 'OWN':
      return grant.organisationId !== null && standing.organisationId === grant.organisationId;
    case 'MEMBER':
      return has(standing.memberOrganisationIds, grant.organisationId);
    case 'LEADER':
      return has(standing.leaderOrganisationIds, grant.organisationId);
    case 'PLACE':
      return grant.teryt?.length === 7 && standing.teryt === grant.teryt;
    case 'COUNTY':
      return countyOfGrant(grant) !== null && standing.teryt?.slice(0, 4) === countyOfGrant(grant);
    case 'ENTERED':
      return personId !== null && standing.enteredBy === personId;
    case 'SEAT':
      return has(standing.seatedPersonIds, personId);
  }
}

/** County of a grant, 4 digits; null when the grant names no place. */
export const countyOfGrant = (grant: Pick<Grant, 'teryt'>): string | null => grant.teryt?.slice(0, 4) || null;

/** One thing of each resource stands for all that belongs to it: who reads it, sees it. */
const SEEN_BY: Partial<Record<Resource, PolicyAct>> = {
  organisation: 'readOrganisation',
  consortium: 'readConsortium',
  document: 'readDocument',
  call: 'readCall',
  offer: 'readOffer',
  recommendation: 'readAskedRecommendation',
};

function sees(asker: Asker, resource: Resource, standing: Standing): boolean {
  const act = SEEN_BY[resource];
  return act === undefined || isRelated(asker, POLICY[act], standing);
}

function isRelated({ personId, grants }: Asker, rule: PolicyRule, standing: Standing): boolean {
  if (rule.who === 'SELF') return personId !== null && standing.personId === personId;
  if (typeof rule.who === 'string') return rule.who === 'PUBLIC' || personId !== null;
  return grants.some((grant) =>
    relationsOf(rule, grant.role).some((relation) => stands(grant, relation, standing, personId)),
  );
}

const has = (ids: readonly string[] | undefined, id: string | null): boolean => id !== null && !!ids?.includes(id);
