import { Injectable } from '@nestjs/common';
import type { Role } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { forbidden, notFound } from '../http/problem-error';
import { actsAs, type SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { writeMail } from '../mail/write-mail';
import { lockGrants, mayDo, mustBeConfirmed } from './granter';
import { revocationFault } from './people-list';

interface HeldGrant {
  personId: string;
  email: string | null;
  role: Role;
  organisationId: string | null;
  organisationName: string | null;
  teryt: string | null;
  last: boolean;
}

/** Taking a role away; rights are read with every request, so it holds from the next one on. */
@Injectable()
export class GrantService {
  constructor(private readonly door: Door) {}

  async revoke(who: SignedIn, id: string): Promise<void> {
    const programme = actsAs(who, 'ADMINISTRATOR');
    await this.door.gateFor({ hat: who }, async (manager) => {
      await lockGrants(manager);
      const grant = await held(manager, id, programme ? null : who.actingFor);
      mayDo(who, 'revokeGrant', grant);
      mustBeConfirmed(who);
      const fault = revocationFault(grant.role, grant.last, programme);
      if (fault) throw forbidden(fault);
      await manager.query('delete from role_grant where id = $1', [id]);
      const { email, personId, role, organisationId, organisationName, teryt } = grant;
      await note(manager, who, {
        act: 'REVOKE_ROLE',
        subject: { kind: 'grant', id },
        details: { personId, role, organisationId, teryt },
        changes: [{ field: 'role', before: role, after: null }],
      });
      if (email)
        await writeMail(manager, { template: 'NOTICE_ROLE_REVOKED', to: email, role, teryt, organisationName });
    });
  }
}

/** A grant of this organisation (null: any). @throws 404 when there is none */
async function held(manager: EntityManager, id: string, organisationId: string | null): Promise<HeldGrant> {
  const [grant] = await manager.query<HeldGrant[]>(
    `select g.person_id as "personId", p.email, g.role, g.organisation_id as "organisationId",
            o.name as "organisationName", g.teryt,
            g.role in ('OWNER', 'ADMINISTRATOR') and not exists (
              select from role_grant other join person op on op.id = other.person_id
              where other.role = g.role and other.organisation_id is not distinct from g.organisation_id
                and op.left_at is null and other.person_id <> g.person_id) as last
     from role_grant g join person p on p.id = g.person_id left join organisation o on o.id = g.organisation_id
     where g.id = $1 and ($2::uuid is null or g.organisation_id = $2)`,
    [id, organisationId],
  );
  if (!grant) throw notFound();
  return grant;
}
