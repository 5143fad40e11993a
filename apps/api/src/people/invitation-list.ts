import type { InvitationItem } from '@zit/contracts';
import type { Role } from '@zit/domain';
import { peopleWords } from '@zit/words.pl/people';
import type { EntityManager } from 'typeorm';
import { actsAs, type SignedIn } from '../http/signed-in';
import { otherAdministrators } from './granter';

interface InvitationRecord {
  id: string;
  email: string;
  role: Role;
  organisationId: string | null;
  organisationName: string | null;
  teryt: string | null;
  state: InvitationItem['state'];
  inviterId: string;
  invitedBy: string;
  invitedAt: Date;
  expiresAt: Date;
}

/** More than an office looks through at once; older ones are history and stand in the journal. */
const MOST = 200;

/** Invitations that one may take back, those that wait for an approval first, then the newest: all, or those of the organisation acted for; or one by its id. */
export async function readInvitations(
  manager: EntityManager,
  who: SignedIn,
  id: string | null = null,
): Promise<InvitationItem[]> {
  const all = actsAs(who, 'ADMINISTRATOR');
  const records = await manager.query<InvitationRecord[]>(
    `select i.id, i.email, i.role, i.organisation_id as "organisationId", o.name as "organisationName", i.teryt,
            case when i.state in ('PROPOSED', 'SENT') and i.expires_at <= now() then 'EXPIRED' else i.state end as state,
            i.invited_by as "inviterId", coalesce(p.name, '') as "invitedBy", i.invited_at as "invitedAt",
            i.expires_at as "expiresAt"
     from invitation i join person p on p.id = i.invited_by left join organisation o on o.id = i.organisation_id
     where ($1 or i.organisation_id = $2) and ($3::uuid is null or i.id = $3)
     order by (i.state = 'PROPOSED' and i.expires_at > now()) desc, i.invited_at desc, i.id limit ${MOST}`,
    [all, who.actingFor, id],
  );
  const alone = all && (await otherAdministrators(manager, who)).length === 0;
  return records.map((record) => itemOf(record, who, alone));
}

function itemOf(
  { inviterId, invitedAt, expiresAt, ...item }: InvitationRecord,
  who: SignedIn,
  alone: boolean,
): InvitationItem {
  const proposed = item.state === 'PROPOSED';
  const own = inviterId === who.personId;
  return {
    ...item,
    invitedAt: invitedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    may: {
      withdraw: proposed || item.state === 'SENT',
      approve: proposed && !own && actsAs(who, 'ADMINISTRATOR'),
      reason: proposed && own ? (alone ? peopleWords.nobodyElse : peopleWords.secondEyes) : null,
    },
  };
}
