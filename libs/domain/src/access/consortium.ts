import type { Grant } from './grant';
import { countyOfGrant, decide, relationsOf, type Asker } from './policy';
import { POLICY, type Relation } from './policy-rows';

/** What a decision about access needs to know of a consortium. */
export interface ConsortiumStanding {
  /** Municipality of the Local Centre, 7 digits. */
  teryt: string;
  /** Organisations that are members now, the leader among them. */
  memberOrganisationIds: readonly string[];
  leaderOrganisationIds: readonly string[];
}

/** Why somebody may not; the sentence for it stands in `words.pl/consortium-acts`. */
export type AccessReason = 'READS_ONLY' | 'LEADER_OR_PLACE_ISSUES' | 'VIEW_ONLY';

export interface ConsortiumAccess {
  /** False: for this person the consortium does not exist (404). */
  see: boolean;
  edit: boolean;
  /** Issue documents in its name. */
  issue: boolean;
  /** Why editing (or, for an editor, issuing) is closed; null when all is open. */
  reason: AccessReason | null;
}

/** Who sees, edits and issues for one consortium: the policy, read for the server and the screens. */
export function consortiumAccess(
  grants: readonly Grant[],
  consortium: ConsortiumStanding,
  viewer: Asker['viewer'] = null,
): ConsortiumAccess {
  const asker: Asker = { personId: null, grants, viewer };
  const { see } = decide(asker, 'readConsortium', consortium);
  const { allow: edit, reason } = decide(asker, 'changeConsortium', consortium);
  const issue = decide(asker, 'issueDocument', consortium, 'DRAFT').allow;
  if (!see || issue) return { see, edit, issue, reason: null };
  if (edit) return { see, edit, issue, reason: 'LEADER_OR_PLACE_ISSUES' };
  return { see, edit, issue, reason: reason === 'VIEW_ONLY' ? 'VIEW_ONLY' : 'READS_ONLY' };
}

/** May somebody found a consortium for a centre in this municipality, and does an organisation come with it as leader? */
export function consortiumFounding(
  grants: readonly Grant[],
  actingFor: string | null,
  teryt: string,
): { create: boolean; leaderOrganisationId: string | null } {
  const asker: Asker = { personId: null, grants };
  if (decide(asker, 'createConsortium', { teryt }).allow) return { create: true, leaderOrganisationId: null };
  const coordinated = grants.filter((grant) => grant.role === 'COORDINATOR' && grant.organisationId !== null);
  const leading = coordinated.find((grant) => grant.organisationId === actingFor) ?? coordinated[0];
  const leaderOrganisationId = leading?.organisationId ?? null;
  const create = decide(asker, 'createConsortium', { teryt, organisationId: leaderOrganisationId }).allow;
  return { create, leaderOrganisationId: create ? leaderOrganisationId : null };
}

/** The same decision as a query: whose consortia a list may show. */
export interface ConsortiumScope {
  all: boolean;
  /** Municipalities (7 digits) and counties (4 digits) of which everything is seen. */
  terytPrefixes: string[];
  /** Organisations whose consortia are seen. */
  organisationIds: string[];
}

export function consortiumScope(grants: readonly Grant[]): ConsortiumScope {
  const by = (relation: Relation) =>
    grants.filter((grant) => relationsOf(POLICY.readConsortium, grant.role).includes(relation));
  return {
    all: by('ANY').length > 0,
    terytPrefixes: [
      ...by('PLACE').flatMap((grant) => (grant.teryt?.length === 7 ? [grant.teryt] : [])),
      ...by('COUNTY').flatMap((grant) => countyOfGrant(grant) ?? []),
    ],
    organisationIds: by('MEMBER').flatMap((grant) => grant.organisationId ?? []),
  };
}
