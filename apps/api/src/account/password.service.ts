import { Injectable } from '@nestjs/common';
import type { ChangePassword, ResetPassword } from '@zit/contracts';
import { accountWords } from '@zit/words.pl/account';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { confirmFirst, validation } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { writeMail } from '../mail/write-mail';
import { ConfirmationService } from '../session/confirmation.service';
import { hashPassword } from '../session/password';
import { SessionService } from '../session/session.service';
import { sha256 } from '../session/token';
import { checkPassword, type PasswordContext } from './password-rules';
import { linkSpent, useToken, voidTokens } from './person-token';

/** Setting a new password: with the old one, or with a link from a mail. Either ends all other sessions. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly door: Door,
    private readonly sessions: SessionService,
    private readonly confirmations: ConfirmationService,
  ) {}

  /** The present session goes on, under a new token. */
  async change(who: SignedIn, given: ChangePassword, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (await this.confirmations.hasPassword(who)) {
      if (!given.current) throw validation([{ pointer: '/current', message: accountWords.currentMissing }]);
      await this.confirmations.prove(who, given.current, '/current');
    } else if (!who.confirmed) throw confirmFirst();
    await this.refuseWeak(
      given.password,
      await this.door.gateFor({ person: who.personId }, (manager) => contextOf(manager, who.personId)),
    );
    const hash = await hashPassword(given.password);
    await this.door.gateFor({ person: who.personId }, async (manager) => {
      await setPassword(manager, who.personId, hash);
      await manager.query('delete from session where person_id = $1 and id <> $2', [who.personId, who.sessionId]);
      await note(manager, who, {
        act: 'CHANGE_PASSWORD',
        subject: { kind: 'person', id: who.personId },
        details: {},
      });
    });
    await this.sessions.raise(who, request, reply);
  }

  /** Ends all sessions; a second factor stays. @throws 410 when the link is spent */
  async reset({ token, password }: ResetPassword): Promise<void> {
    const context = await this.door.gateFor({ link: sha256(token) }, async (manager) => {
      const [known] = await manager.query<{ personId: string }[]>(
        `select person_id as "personId" from person_token
         where token_sha256 = $1 and purpose = 'RESET' and used_at is null and expires_at > now()`,
        [sha256(token)],
      );
      return known ? contextOf(manager, known.personId) : linkSpent();
    });
    await this.refuseWeak(password, context);
    const hash = await hashPassword(password);
    await this.door.gateFor({ link: sha256(token) }, async (manager) => {
      const { personId } = await useToken(manager, token, 'RESET');
      await setPassword(manager, personId, hash);
      // The mail arrived: the address is theirs.
      await manager.query('update person set email_confirmed_at = coalesce(email_confirmed_at, now()) where id = $1', [
        personId,
      ]);
      await manager.query('delete from session where person_id = $1', [personId]);
      const who = { personId, actingFor: null };
      await note(manager, who, { act: 'RESET_PASSWORD', subject: { kind: 'person', id: personId }, details: {} });
    });
  }

  private async refuseWeak(password: string, context: PasswordContext): Promise<void> {
    const message = await checkPassword(password, context);
    if (message) throw validation([{ pointer: '/password', message }]);
  }
}

async function setPassword(manager: EntityManager, personId: string, hash: string): Promise<void> {
  const [[person]] = await manager.query<[{ email: string }[], number]>(
    'update person set password_hash = $2, version = version + 1 where id = $1 returning email',
    [personId, hash],
  );
  await voidTokens(manager, personId, 'RESET');
  if (person) await writeMail(manager, { template: 'NOTICE_PASSWORD_CHANGED', to: person.email });
}

async function contextOf(manager: EntityManager, personId: string): Promise<PasswordContext> {
  const [context] = await manager.query<PasswordContext[]>(
    `select name, email, coalesce((select json_agg(distinct o.name) from role_grant g
                                   join organisation o on o.id = g.organisation_id
                                   where g.person_id = person.id), '[]') as "organisationNames"
     from person where id = $1`,
    [personId],
  );
  return context ?? {};
}
