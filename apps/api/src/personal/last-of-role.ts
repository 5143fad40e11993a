import { personalWords } from '@zit/words.pl/personal';
import type { EntityManager } from 'typeorm';
import { blocked } from '../http/problem-error';

/**
 * SQL: the roles that a person would leave empty.
 * @param person expression for the person's id
 */
export const soleRoles = (person: string): string => `
  from role_grant g left join organisation o on o.id = g.organisation_id
  where g.person_id = ${person} and g.role in ('OWNER', 'ADMINISTRATOR') and not exists (
    select from role_grant other join person op on op.id = other.person_id
    where other.role = g.role and other.organisation_id is not distinct from g.organisation_id
      and op.left_at is null and other.person_id <> g.person_id)`;

/** Why this person cannot go before somebody follows them, with the way out; null: they can. */
export async function lastOfRole(manager: EntityManager, personId: string): Promise<string | null> {
  const grants = await manager.query<{ role: string; organisation: string | null }[]>(
    `select g.role, o.name as organisation ${soleRoles('$1')} order by o.name collate "pl-x-icu"`,
    [personId],
  );
  if (grants.some(({ role }) => role === 'ADMINISTRATOR')) return personalWords.lastAdministrator;
  const organisations = [...new Set(grants.map(({ organisation }) => organisation ?? ''))];
  return organisations.length > 0 ? personalWords.lastOwner(organisations.join(', ')) : null;
}

/** @throws 422 with the way out */
export async function mustHaveSuccessor(manager: EntityManager, personId: string): Promise<void> {
  const reason = await lastOfRole(manager, personId);
  if (reason) throw blocked(reason, []);
}
