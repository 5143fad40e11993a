import type { Invite } from '@zit/contracts';
import { grantPlace, type GrantedFor, type GrantFault, type Granter } from '@zit/domain';
import { peopleWords } from '@zit/words.pl/people';
import type { EntityManager } from 'typeorm';
import { duplicate, tooMany, validation } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';

/** Nobody invites more people in an hour than an office has; more would be mails to strangers. */
const PER_HOUR = 60;

const POINTER: Record<GrantFault, string> = { ORGANISATION: '/organisationId', ROLE: '/role', PLACE: '/teryt' };

/** @throws 429 */
export async function limitInvitations(manager: EntityManager, who: SignedIn): Promise<void> {
  const [row] = await manager.query<{ n: number }[]>(
    `select count(*)::int as n from invitation where invited_by = $1 and invited_at > now() - interval '1 hour'`,
    [who.personId],
  );
  if ((row?.n ?? 0) >= PER_HOUR) throw tooMany(peopleWords.tooManyInvitations(PER_HOUR), 3600);
}

/** The place that the role will have. @throws 400 at the field that does not fit */
export async function placeOf(
  manager: EntityManager,
  granter: Granter,
  { role, organisationId, teryt }: Pick<Invite, 'role' | 'organisationId' | 'teryt'>,
): Promise<string | null> {
  const organisation = organisationId === null ? null : await organisationOf(manager, organisationId);
  const place = grantPlace(granter, role, organisation, teryt ?? null);
  if ('fault' in place)
    throw validation([{ pointer: POINTER[place.fault], message: peopleWords.grantFault[place.fault] }]);
  const known =
    place.teryt === null ||
    (
      await manager.query<unknown[]>(
        'select from municipality where teryt = $1 union all select from county where teryt = $1',
        [place.teryt],
      )
    ).length > 0;
  if (!known) throw validation([{ pointer: POINTER.PLACE, message: peopleWords.grantFault.PLACE }]);
  return place.teryt;
}

async function organisationOf(manager: EntityManager, id: string): Promise<GrantedFor> {
  const [organisation] = await manager.query<GrantedFor[]>('select sector, teryt from organisation where id = $1', [
    id,
  ]);
  if (!organisation) throw validation([{ pointer: POINTER.ORGANISATION, message: peopleWords.noSuchOrganisation }]);
  return organisation;
}

/** One open invitation for one role: a second one would only make two links. @throws 409 */
export async function refuseSecond(
  manager: EntityManager,
  email: string,
  { role, organisationId, teryt }: Pick<Invite, 'role' | 'organisationId' | 'teryt'>,
): Promise<void> {
  const open = await manager.query<unknown[]>(
    `select from invitation
     where email = $1 and role = $2 and organisation_id is not distinct from $3 and teryt is not distinct from $4
       and state in ('PROPOSED', 'SENT') and expires_at > now()`,
    [email, role, organisationId, teryt],
  );
  if (open.length > 0) throw duplicate([{ pointer: '/email', message: peopleWords.alreadyInvited }]);
}
