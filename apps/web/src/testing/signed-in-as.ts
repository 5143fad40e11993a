import type { SessionGrant, SessionResponse } from '@zit/contracts';
import type { ActingBody, Role } from '@zit/domain';

/** A grant for an organisation named by its key; without one, for the body of the role. */
export const grantOf = (role: Role, organisation: string | null = null, teryt: string | null = null): SessionGrant => ({
  organisationId: organisation,
  organisationName: organisation === null ? null : `Organizacja „${organisation}”`,
  teryt,
  role,
});

/** What the server answers of a session in full order; the first grant is the hat that is worn. */
export const sessionOf = (
  grants: SessionGrant[],
  actingBody: ActingBody | null = null,
  more: Partial<SessionResponse> = {},
): SessionResponse => ({
  person: { id: 'p', name: 'Osoba zalogowana', email: 'osoba@example.org' },
  level: 'FULL',
  factors: { passkey: true, totp: false, recoveryCodes: 10 },
  grants,
  actingFor: actingBody === null ? (grants[0]?.organisationId ?? null) : null,
  actingBody,
  viewer: null,
  expiresAt: '2030-01-01T00:30:00Z',
  endsAt: '2030-01-01T12:00:00Z',
  serverTime: '2030-01-01T00:00:00Z',
  ...more,
});
