import type { SessionResponse } from '@zit/contracts';

/** A whole session as the API answers it: an officer of a municipality. For specs only. */
export function sessionOf(change: Partial<SessionResponse> = {}): SessionResponse {
  return {
    person: { id: 'p', name: 'Pracownik Gminy Miasta Sopotu', email: 'gmina@example.org' },
    level: 'FULL',
    factors: { passkey: false, totp: false, recoveryCodes: 0 },
    grants: [
      {
        organisationId: 'gmina',
        organisationName: 'Gmina Miasta Sopotu',
        teryt: '2264011',
        role: 'MUNICIPALITY_OFFICER',
      },
      { organisationId: 'kompas', organisationName: 'Stowarzyszenie „Kompas”', teryt: '2264011', role: 'COORDINATOR' },
      { organisationId: null, organisationName: null, teryt: null, role: 'AUDITOR' },
    ],
    actingFor: 'kompas',
    actingBody: null,
    viewer: null,
    expiresAt: '2030-01-01T01:00:00.000Z',
    endsAt: '2030-01-01T12:00:00.000Z',
    serverTime: '2030-01-01T00:00:00.000Z',
    ...change,
  };
}
