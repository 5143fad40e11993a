import type { ConsortiumResponse } from '@zit/contracts';
import { consortiumAccess, type ConsortiumAccess, type ConsortiumStanding } from '@zit/domain';
import { consortiumActWords } from '@zit/words.pl/consortium-acts';
import type { EntityManager } from 'typeorm';
import { forbidden, notFound } from '../http/problem-error';
import type { Actor } from './actor';

const STANDING = `
  select c.teryt,
    array(select organisation_id from member where consortium_id = c.id and left_at is null) as "memberOrganisationIds",
    array(select organisation_id from member where consortium_id = c.id and left_at is null and role = 'LEADER')
      as "leaderOrganisationIds"
  from consortium c where c.id = $1`;

/** What the person may do with this consortium; one that is not theirs to see is not there (404). */
export async function openConsortium(manager: EntityManager, who: Actor, id: string): Promise<ConsortiumAccess> {
  const [standing] = await manager.query<ConsortiumStanding[]>(STANDING, [id]);
  const access = standing && accessOf(who, standing);
  if (!access?.see) throw notFound();
  return access;
}

/**
 * Opens it for an act: the consortium's row is locked first, so that acts on one consortium follow one another,
 * and the right is asked after the lock, so that a member who has just left acts no more.
 */
export async function lockConsortium(
  manager: EntityManager,
  who: Actor,
  id: string,
  right: 'edit' | 'issue',
): Promise<ConsortiumAccess> {
  await manager.query('select 1 from consortium where id = $1 for update', [id]);
  const access = await openConsortium(manager, who, id);
  if (!access[right]) throw forbidden(refusalOf(access));
  return access;
}

/** The policy's answer about a consortium. */
export const accessOf = (who: Actor, standing: ConsortiumStanding): ConsortiumAccess =>
  consortiumAccess(who.grants, standing, who.viewer);

/** The same standing, from a consortium that has been read. */
export const standingOf = ({
  centre,
  members,
}: Pick<ConsortiumResponse, 'centre' | 'members'>): ConsortiumStanding => ({
  teryt: centre.teryt,
  memberOrganisationIds: members.map((member) => member.organisationId),
  leaderOrganisationIds: members.filter(({ role }) => role === 'LEADER').map((member) => member.organisationId),
});

export const mayOf = ({ edit, issue, ...access }: ConsortiumAccess): ConsortiumResponse['may'] => ({
  edit,
  issue,
  reason: access.reason && consortiumActWords.refusal[access.reason],
});

const refusalOf = (access: ConsortiumAccess): string | undefined => mayOf(access).reason ?? undefined;
