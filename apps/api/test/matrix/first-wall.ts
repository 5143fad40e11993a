import type * as Domain from '@zit/domain';

/**
 * Is the first wall down? Up while a world is built, so that everybody builds by the rules. With `deciding` the policy
 * itself says yes as well, to whoever looks after people; then nothing can be asked of it any more.
 */
export const firstWall = { down: false, deciding: false };

/**
 * The domain with every decision about access saying yes once the wall is down; what `decide` says stays, for the
 * tests ask it what should have been. For `jest.mock('@zit/domain', …)`.
 */
export function domainWithFallingWall(real: typeof Domain): typeof Domain {
  const all = { see: true, edit: true, issue: true, reason: null };
  return {
    ...real,
    decide: (...given) => (firstWall.deciding ? { see: true, allow: true, reason: null } : real.decide(...given)),
    mayAnywhere: (...given) => firstWall.down || real.mayAnywhere(...given),
    consortiumAccess: (...given) => (firstWall.down ? all : real.consortiumAccess(...given)),
    consortiumScope: (...given) =>
      firstWall.down ? { all: true, terytPrefixes: [], organisationIds: [] } : real.consortiumScope(...given),
    consortiumFounding: (...given) =>
      firstWall.down ? { create: true, leaderOrganisationId: given[1] } : real.consortiumFounding(...given),
    callDecision: (...given) =>
      firstWall.down ? { see: true, allow: true, reason: null } : real.callDecision(...given),
    callScope: (...given) => (firstWall.down ? { all: true, terytPrefixes: [] } : real.callScope(...given)),
    offerDecision: (...given) =>
      firstWall.down ? { see: true, allow: true, reason: null } : real.offerDecision(...given),
    offerScope: (...given) => (firstWall.down ? { all: true, organisationIds: [] } : real.offerScope(...given)),
    offerPart: (...given) =>
      firstWall.down ? { edits: true, confirms: 'SIGNER', submits: true } : real.offerPart(...given),
    councilDecision: (...given) =>
      firstWall.down ? { see: true, allow: true, reason: null } : real.councilDecision(...given),
    organisationEditing: (...given) =>
      firstWall.down ? { edit: true, reason: null } : real.organisationEditing(...given),
  };
}
