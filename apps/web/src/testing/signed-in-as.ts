import type { SessionGrant, SessionResponse } from '@zit/contracts';
import type { ActingBody, Role } from '@zit/domain';
import { sessionOf } from './session';

/** A grant for an organisation named by its key; without one, for the body of the role. */
export const grantOf = (role: Role, organisation: string | null = null, teryt: string | null = null): SessionGrant => ({
  organisationId: organisation,
  organisationName: organisation === null ? null : `Organizacja „${organisation}”`,
  teryt,
  role,
});

/** The session of somebody with these grants alone; the hat of the first one is worn. */
export const signedInAs = (
  grants: SessionGrant[],
  actingBody: ActingBody | null = null,
  change: Partial<SessionResponse> = {},
): SessionResponse =>
  sessionOf({
    grants,
    actingFor: actingBody === null ? (grants[0]?.organisationId ?? null) : null,
    actingBody,
    ...change,
  });
