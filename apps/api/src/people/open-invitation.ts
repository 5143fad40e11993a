import type { Role } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { sha256 } from '../session/token';

/** An invitation that can be accepted. */
export interface OpenInvitation {
  id: string;
  email: string;
  role: Role;
  organisationId: string | null;
  organisationName: string | null;
  teryt: string | null;
  invitedById: string;
  invitedBy: string;
  expiresAt: Date;
  hasAccount: boolean;
}

/** For `invitation i`: sent, not expired, and who invited (or who approved) still holds the right to. */
const STANDS = `i.state = 'SENT' and i.expires_at > now() and exists (
  select from role_grant g join person granter on granter.id = g.person_id
  where granter.left_at is null and g.person_id in (i.invited_by, i.approved_by)
    and (g.role = 'ADMINISTRATOR' or (g.role = 'OWNER' and g.organisation_id = i.organisation_id
                                      and (i.teryt is null or i.teryt = g.teryt))))`;

/** The invitation of a token; null when it is used, withdrawn, expired, made up, or its inviter may no longer invite. */
export async function findOpen(manager: EntityManager, token: string): Promise<OpenInvitation | null> {
  const [open] = await manager.query<OpenInvitation[]>(
    `select i.id, i.email, i.role, i.organisation_id as "organisationId", o.name as "organisationName", i.teryt,
                i.invited_by as "invitedById", p.name as "invitedBy", i.expires_at as "expiresAt",
                exists (select from person where email = i.email) as "hasAccount"
         from invitation i join person p on p.id = i.invited_by left join organisation o on o.id = i.organisation_id
         where i.token_sha256 = $1 and ${STANDS}`,
    [sha256(token)],
  );
  return open ?? null;
}

/** Uses the token up; of many who come with it at once, one gets past this line (S-33). False: too late. */
export async function useToken(manager: EntityManager, open: OpenInvitation, token: string): Promise<boolean> {
  const [, used] = await manager.query<[unknown[], number]>(
    `update invitation i set state = 'ACCEPTED', ended_at = now() where i.id = $1 and i.token_sha256 = $2 and ${STANDS}`,
    [open.id, sha256(token)],
  );
  return used > 0;
}
