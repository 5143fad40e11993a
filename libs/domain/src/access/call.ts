import type { Grant } from './grant';
import { countyOfGrant, decide, relationsOf, type Asker, type Decision } from './policy';
import { POLICY, type PolicyAct, type Relation } from './policy-rows';

/** What a decision about access needs to know of a call. */
export interface CallStanding {
  /** Municipality of the call, 7 digits. */
  teryt: string;
  /** `DRAFT`, `PUBLISHED`, `ANNEX` or `ANNULLED`. */
  state: string;
  /** People who sit in its commission now; left out: nobody. */
  seatedPersonIds?: readonly string[];
}

/** May this person do the act to this call? The policy, read for the server and the screens. */
export const callDecision = (asker: Asker, act: PolicyAct, { state, ...standing }: CallStanding): Decision =>
  decide(asker, act, { teryt: standing.teryt, seatedPersonIds: standing.seatedPersonIds }, state);

/** Whose drafts a list may show; what was published it shows to everybody. */
export function callScope(grants: readonly Grant[]): { all: boolean; terytPrefixes: string[] } {
  const by = (relation: Relation) =>
    grants.filter((grant) => relationsOf(POLICY.readCall, grant.role).includes(relation));
  return {
    all: by('ANY').length > 0,
    terytPrefixes: [
      ...by('PLACE').flatMap((grant) => (grant.teryt?.length === 7 ? [grant.teryt] : [])),
      ...by('COUNTY').flatMap((grant) => countyOfGrant(grant) ?? []),
    ],
  };
}
