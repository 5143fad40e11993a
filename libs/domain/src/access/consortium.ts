import type { Role } from './role';

/** What a person may be, for whom and where; `teryt` is 7 digits of a municipality or 4 of a county. */
export interface Grant {
  role: Role;
  organisationId: string | null;
  teryt: string | null;
}

/** What a decision about access needs to know of a consortium. */
export interface ConsortiumStanding {
  /** Municipality of the Local Centre, 7 digits. */
  teryt: string;
  /** Organisations that are members now, the leader among them. */
  memberOrganisationIds: readonly string[];
  leaderOrganisationIds: readonly string[];
}

/** Why somebody may not; the sentence for it stands in `words.pl/consortium-acts`. */
export type AccessReason = 'READS_ONLY' | 'LEADER_OR_PLACE_ISSUES';

export interface ConsortiumAccess {
  /** False: for this person the consortium does not exist (404). */
  see: boolean;
  edit: boolean;
  /** Issue documents in its name. */
  issue: boolean;
  /** Why editing (or, for an editor, issuing) is closed; null when all is open. */
  reason: AccessReason | null;
}

/** Who sees, edits and issues for one consortium: the one decision that the server and the screens ask. */
export function consortiumAccess(grants: readonly Grant[], consortium: ConsortiumStanding): ConsortiumAccess {
  const issue = grants.some((grant) => issues(grant, consortium));
  const edit = issue || grants.some((grant) => edits(grant, consortium));
  const see = edit || grants.some((grant) => reads(grant, consortium));
  if (!see) return { see, edit, issue, reason: null };
  return { see, edit, issue, reason: !edit ? 'READS_ONLY' : !issue ? 'LEADER_OR_PLACE_ISSUES' : null };
}

/** May somebody found a consortium for a centre in this municipality, and does an organisation come with it as leader? */
export function consortiumFounding(
  grants: readonly Grant[],
  actingFor: string | null,
  teryt: string,
): { create: boolean; leaderOrganisationId: string | null } {
  const coordinated = grants.filter((grant) => grant.role === 'COORDINATOR' && grant.organisationId !== null);
  const leading = coordinated.find((grant) => grant.organisationId === actingFor) ?? coordinated[0];
  if (grants.some((grant) => grant.role === 'ADMINISTRATOR' || officerOf(grant, teryt)))
    return { create: true, leaderOrganisationId: null };
  return { create: leading !== undefined, leaderOrganisationId: leading?.organisationId ?? null };
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
  const placed = grants.filter((grant) => grant.role === 'MUNICIPALITY_OFFICER' || grant.role === 'COUNTY_OPERATOR');
  const membered = grants.filter((grant) => grant.role === 'COORDINATOR' || grant.role === 'EDITOR');
  return {
    all: grants.some((grant) => grant.role === 'ADMINISTRATOR' || grant.role === 'AUDITOR'),
    terytPrefixes: placed.flatMap((grant) => prefixOf(grant)),
    organisationIds: membered.flatMap((grant) => grant.organisationId ?? []),
  };
}

const prefixOf = (grant: Grant): string[] => {
  if (!grant.teryt) return [];
  if (grant.role === 'COUNTY_OPERATOR') return [grant.teryt.slice(0, 4)];
  return grant.teryt.length === 7 ? [grant.teryt] : [];
};

const officerOf = (grant: Grant, teryt: string): boolean =>
  grant.role === 'MUNICIPALITY_OFFICER' && grant.teryt === teryt;

const issues = (grant: Grant, consortium: ConsortiumStanding): boolean =>
  grant.role === 'ADMINISTRATOR' ||
  officerOf(grant, consortium.teryt) ||
  (grant.role === 'COORDINATOR' && has(consortium.leaderOrganisationIds, grant.organisationId));

const edits = (grant: Grant, consortium: ConsortiumStanding): boolean =>
  (grant.role === 'COORDINATOR' || grant.role === 'EDITOR') &&
  has(consortium.memberOrganisationIds, grant.organisationId);

const reads = (grant: Grant, consortium: ConsortiumStanding): boolean =>
  grant.role === 'AUDITOR' ||
  (grant.role === 'COUNTY_OPERATOR' && prefixOf(grant).some((county) => consortium.teryt.startsWith(county)));

const has = (ids: readonly string[], id: string | null): boolean => id !== null && ids.includes(id);
