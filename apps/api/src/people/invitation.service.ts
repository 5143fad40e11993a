import { Inject, Injectable } from '@nestjs/common';
import type { InvitationItem, InvitationList, Invite } from '@zit/contracts';
import { peopleWords } from '@zit/words.pl/people';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { forbidden, notFound } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import { actsAs, type SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { linkTo, pageAt } from '../mail/link-to';
import { writeMail } from '../mail/write-mail';
import { newToken, sha256 } from '../session/token';
import { granterOf, lockGrants, mayDo, mustBeConfirmed, otherAdministrators } from './granter';
import { limitInvitations, placeOf, refuseSecond } from './invitation-checks';
import { readInvitations } from './invitation-list';

/** How long an invitation is good for, in days; a proposed one begins anew when it is approved. */
const VALID_DAYS = 7;

/** Asking people to take a role: by an owner at once, by an administrator under four eyes. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async list(who: SignedIn): Promise<InvitationList> {
    return this.door.gateFor({ hat: who }, async (manager) => ({
      items: await readInvitations(manager, who),
      approvers: actsAs(who, 'ADMINISTRATOR') ? (await otherAdministrators(manager, who)).length : null,
    }));
  }

  async invite(who: SignedIn, given: Invite): Promise<InvitationItem> {
    const organisationId = given.organisationId ?? null;
    mayDo(who, 'invite', { organisationId });
    mustBeConfirmed(who);
    const email = given.email.trim().toLowerCase();
    return this.door.gateFor({ hat: who }, async (manager) => {
      await lockGrants(manager);
      await limitInvitations(manager, who);
      const granter = await granterOf(manager, who);
      const teryt = await placeOf(manager, granter, { ...given, organisationId });
      await refuseSecond(manager, email, { role: given.role, organisationId, teryt });
      const approvers = granter.as === 'ADMINISTRATOR' ? await otherAdministrators(manager, who) : [];
      // Of all that an administrator invites to, only the second administrator may come in by the first one alone.
      const alone = granter.as === 'ADMINISTRATOR' && approvers.length === 0 && given.role === 'ADMINISTRATOR';
      const state = granter.as === 'ADMINISTRATOR' && !alone ? 'PROPOSED' : 'SENT';
      const [row] = await manager.query<{ id: string }[]>(
        `insert into invitation (email, role, organisation_id, teryt, state, invited_by, expires_at)
         values ($1, $2, $3, $4, $5, $6, now() + ${VALID_DAYS} * interval '1 day') returning id`,
        [email, given.role, organisationId, teryt, state, who.personId],
      );
      const id = row?.id ?? '';
      await note(manager, who, {
        act: 'INVITE',
        subject: { kind: 'invitation', id },
        details: { role: given.role, organisationId, teryt, state, ...(alone ? { alone } : {}) },
        changes: [{ field: 'state', before: null, after: state }],
      });
      const item = await one(manager, who, id);
      if (state === 'SENT') await this.send(manager, item);
      else await this.announce(manager, item, approvers);
      return item;
    });
  }

  /** The second pair of eyes: only now the mail goes out. */
  async approve(who: SignedIn, id: string): Promise<InvitationItem> {
    mustBeConfirmed(who);
    return this.door.gateFor({ hat: who }, async (manager) => {
      await lockGrants(manager);
      const proposed = await one(manager, who, id);
      mayDo(who, 'approveInvitation', proposed, peopleWords.noApprovalNeeded);
      if (!proposed.may.approve) throw forbidden(peopleWords.secondEyes);
      await manager.query(
        `update invitation set state = 'SENT', approved_by = $2, expires_at = now() + ${VALID_DAYS} * interval '1 day'
         where id = $1`,
        [id, who.personId],
      );
      const item = await one(manager, who, id);
      await note(manager, who, {
        act: 'APPROVE_INVITATION',
        subject: { kind: 'invitation', id },
        details: about(item),
        changes: [{ field: 'state', before: proposed.state, after: item.state }],
      });
      await this.send(manager, item);
      return item;
    });
  }

  async withdraw(who: SignedIn, id: string): Promise<void> {
    await this.door.gateFor({ hat: who }, async (manager) => {
      await lockGrants(manager);
      const item = await one(manager, who, id);
      mayDo(who, 'withdrawInvitation', item, peopleWords.notOpen);
      await manager.query(
        `update invitation set state = 'WITHDRAWN', ended_at = now(), token_sha256 = null where id = $1`,
        [id],
      );
      await note(manager, who, {
        act: 'WITHDRAW_INVITATION',
        subject: { kind: 'invitation', id },
        details: about(item),
        changes: [{ field: 'state', before: item.state, after: 'WITHDRAWN' }],
      });
    });
  }

  /** Whoever can approve hears of it; whom it is for shows only in the portal. */
  private async announce(
    manager: EntityManager,
    { role, teryt, organisationName, invitedBy }: InvitationItem,
    approvers: readonly { email: string | null }[],
  ): Promise<void> {
    const link = pageAt(this.settings, '/osoby/zaproszenia');
    for (const { email } of approvers) {
      if (email === null) continue;
      const about = { role, teryt, organisationName, invitedBy, link, validDays: VALID_DAYS };
      await writeMail(manager, { template: 'APPROVAL_ASKED', to: email, ...about });
    }
  }

  /** A new token for each mail; only its SHA-256 stays. */
  private async send(manager: EntityManager, item: InvitationItem): Promise<void> {
    const token = newToken();
    await manager.query('update invitation set token_sha256 = $2 where id = $1', [item.id, sha256(token)]);
    await writeMail(manager, {
      template: 'INVITATION',
      to: item.email,
      link: linkTo(this.settings, 'zaproszenie', token),
      role: item.role,
      teryt: item.teryt,
      organisationName: item.organisationName,
      invitedBy: item.invitedBy,
      validDays: VALID_DAYS,
    });
  }
}

const about = ({ role, organisationId, teryt }: InvitationItem): Record<string, unknown> => ({
  role,
  organisationId,
  teryt,
});

/** @throws 404 when it is not there or not within reach */
async function one(manager: EntityManager, who: SignedIn, id: string): Promise<InvitationItem> {
  const [item] = await readInvitations(manager, who, id);
  if (!item) throw notFound();
  return item;
}
