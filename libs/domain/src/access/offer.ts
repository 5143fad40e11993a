import type { Grant } from './grant';
import { decide, relationsOf, stands, type Asker, type Decision } from './policy';
import { OFFER_PARTS, POLICY, type PolicyAct, type Relation } from './policy-rows';
import type { Role } from './role';

/** What a decision about access needs to know of an offer: the members of its consortium now, and its state. */
export interface OfferStanding {
  memberOrganisationIds: readonly string[];
  leaderOrganisationIds: readonly string[];
  /** `DRAFT`, `SUBMITTED`, `AMENDING` or `WITHDRAWN`. */
  state: string;
}

/** May this person do the act to this offer? The policy, read for the server and the screens. */
export const offerDecision = (asker: Asker, act: PolicyAct, { state, ...members }: OfferStanding): Decision =>
  decide(asker, act, members, state);

/** Organisations whose offers a list shows; `all`: everybody's, for which no role stands in the policy. */
export function offerScope(grants: readonly Grant[]): { all: boolean; organisationIds: string[] } {
  const by = (relation: Relation) =>
    grants.filter((grant) => relationsOf(POLICY.readOffer, grant.role).includes(relation));
  return { all: by('ANY').length > 0, organisationIds: by('MEMBER').flatMap((grant) => grant.organisationId ?? []) };
}

/** What these grants are in an offer, whatever state it is in. */
export interface OfferPart {
  /** Write for their member. */
  edits: boolean;
  /** Confirm for it, or countersign. */
  confirms: 'SIGNER' | 'TREASURER' | null;
  /** Hand in, take back, open again. */
  submits: boolean;
}

export function offerPart(grants: readonly Grant[], standing: Omit<OfferStanding, 'state'>): OfferPart {
  const is = (who: Readonly<Partial<Record<Role, readonly Relation[]>>>, only: (role: Role) => boolean = () => true) =>
    grants.some(
      (grant) => only(grant.role) && who[grant.role]?.some((relation) => stands(grant, relation, standing, null)),
    );
  const signs = is(OFFER_PARTS.confirms, (role) => role !== 'TREASURER');
  const countersigns = is(OFFER_PARTS.confirms, (role) => role === 'TREASURER');
  return {
    edits: is(OFFER_PARTS.writes),
    confirms: signs ? 'SIGNER' : countersigns ? 'TREASURER' : null,
    submits: is(OFFER_PARTS.handsIn),
  };
}
