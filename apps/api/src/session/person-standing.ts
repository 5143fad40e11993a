import type { SessionLevel } from '@zit/contracts';
import { bodyOf, FACTOR_ROLES, type ActingBody, type Role } from '@zit/domain';
import type { EntityManager } from 'typeorm';

/** What signing in asks about a person who has shown the first proof. */
export interface PersonStanding {
  /** Oldest first, those of a body before those of an organisation. */
  grants: { role: Role; organisationId: string | null }[];
  passkey: boolean;
  totp: boolean;
  /** Recovery codes not used yet. */
  recoveryCodes: number;
}

export async function personStanding(manager: EntityManager, personId: string): Promise<PersonStanding> {
  const [standing] = await manager.query<PersonStanding[]>(
    `select exists (select from passkey where person_id = $1) as passkey,
            exists (select from totp where person_id = $1 and confirmed_at is not null) as totp,
            (select count(*)::int from recovery_code where person_id = $1 and used_at is null) as "recoveryCodes",
            coalesce((select json_agg(json_build_object('role', role, 'organisationId', organisation_id)
                        order by organisation_id is not null, granted_at, id)
                      from role_grant where person_id = $1), '[]') as grants`,
    [personId],
  );
  return standing ?? { grants: [], passkey: false, totp: false, recoveryCodes: 0 };
}

/** Does one of the roles demand a second factor? */
export const factorRequired = (grants: readonly { role: Role }[]): boolean =>
  grants.some(({ role }) => FACTOR_ROLES.includes(role));

/** How far the password alone leads: to the second factor, to its enrolment, or all the way. */
export function levelAfterPassword(standing: PersonStanding): SessionLevel {
  if (standing.passkey || standing.totp) return 'PASSWORD';
  return factorRequired(standing.grants) ? 'ENROL' : 'FULL';
}

/** For whom one acts right after signing in. */
export function firstHat({ grants: [first] }: PersonStanding): {
  actingFor: string | null;
  actingBody: ActingBody | null;
} {
  if (!first) return { actingFor: null, actingBody: null };
  const actingFor = first.organisationId;
  return { actingFor, actingBody: actingFor === null ? bodyOf(first.role) : null };
}
