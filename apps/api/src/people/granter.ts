import { decide, type Granter, type PolicyAct } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { confirmFirst, forbidden } from '../http/problem-error';
import { actsAs, type SignedIn } from '../http/signed-in';

/**
 * Roles are granted and taken away one after another: how many owners or administrators are left is counted under
 * this lock.
 */
export const lockGrants = (manager: EntityManager): Promise<unknown> =>
  manager.query(`select pg_advisory_xact_lock(hashtext('zit-portal grants'))`);

/**
 * Is the act open to this person for a thing of this organisation (null: of nobody) in this state?
 * @throws 403, with `ended` when only the state stands in the way
 */
export function mayDo(
  who: SignedIn,
  act: PolicyAct,
  thing: { organisationId: string | null; state?: string },
  ended?: string,
): void {
  const { allow, reason } = decide(who, act, thing, thing.state);
  if (!allow) throw reason === 'STATE' ? forbidden(ended) : forbidden();
}

/** Sensitive: who sits there has proved who they are within ten minutes. @throws 403 */
export function mustBeConfirmed(who: SignedIn): void {
  if (!who.confirmed) throw confirmFirst();
}

/** As whom somebody grants; the owner's place is the one that stands in the grant, never the seat in the register. */
export async function granterOf(manager: EntityManager, who: SignedIn): Promise<Granter> {
  if (actsAs(who, 'ADMINISTRATOR')) return { as: 'ADMINISTRATOR' };
  const [own] = await manager.query<{ teryt: string | null }[]>(
    `select teryt from role_grant where person_id = $1 and organisation_id = $2 and role = 'OWNER'
     order by teryt nulls last limit 1`,
    [who.personId, who.actingFor],
  );
  return { as: 'OWNER', teryt: own?.teryt ?? null };
}

/** Who else administers the programme now: the second eyes; none when this administrator is alone. */
export const otherAdministrators = (manager: EntityManager, who: SignedIn): Promise<{ email: string | null }[]> =>
  manager.query<{ email: string | null }[]>(
    `select p.email from person p
     where p.left_at is null and p.id <> $1
       and exists (select from role_grant g where g.person_id = p.id and g.role = 'ADMINISTRATOR')
     order by p.id`,
    [who.personId],
  );
