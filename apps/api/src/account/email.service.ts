import { Inject, Injectable } from '@nestjs/common';
import { Door } from '../database/door';
import { sqlStateOf } from '../database/sql-state';
import { confirmFirst } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { linkTo } from '../mail/link-to';
import { writeMail } from '../mail/write-mail';
import { issueToken, linkSpent, useToken, VALID_MINUTES, voidTokens } from './person-token';
import { Limit } from '../session/limit';
import { sha256 } from '../session/token';
import { accountWords } from '@zit/words.pl/account';

/** Mails to addresses that somebody typed: enough for typing errors. */
const PER_PERSON = 5;

/** A new e-mail address holds only when the link sent to it was opened; the old address hears of both steps. */
@Injectable()
export class EmailService {
  constructor(
    private readonly door: Door,
    private readonly limit: Limit,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Whether the address belongs to somebody already does not show: then the link leads nowhere. */
  async ask(who: SignedIn, given: string): Promise<void> {
    if (!who.confirmed) throw confirmFirst();
    const email = given.trim().toLowerCase();
    await this.limit.spend([{ key: `email:${who.personId}`, most: PER_PERSON }], accountWords.tooManyMails);
    await this.door.gateFor({ person: who.personId }, async (manager) => {
      const token = await issueToken(manager, who.personId, 'EMAIL', email);
      const link = linkTo(this.settings, 'potwierdzenie', token);
      const validHours = VALID_MINUTES.EMAIL / 60;
      await writeMail(manager, { template: 'EMAIL_CONFIRMATION', to: email, link, validHours });
      await writeMail(manager, { template: 'NOTICE_EMAIL_ASKED', to: who.email });
      await note(manager, who, { act: 'ASK_EMAIL', subject: { kind: 'person', id: who.personId }, details: {} });
    });
  }

  /** @throws 410 when the link is spent, or the address has become somebody else's */
  async confirm(token: string): Promise<void> {
    try {
      await this.door.gateFor({ link: sha256(token) }, async (manager) => {
        const { personId, email } = await useToken(manager, token, 'EMAIL');
        const [before] = await manager.query<{ email: string }[]>('select email from person where id = $1 for update', [
          personId,
        ]);
        await manager.query(
          'update person set email = $2, email_confirmed_at = now(), version = version + 1 where id = $1',
          [personId, email],
        );
        // Links for a new password lie in the old mailbox.
        await voidTokens(manager, personId, 'RESET');
        if (before) await writeMail(manager, { template: 'NOTICE_EMAIL_CHANGED', to: before.email });
        await note(
          manager,
          { personId, actingFor: null },
          {
            act: 'CONFIRM_EMAIL',
            subject: { kind: 'person', id: personId },
            details: {},
            changes: [{ field: 'email', before: before?.email ?? null, after: email, personal: true }],
          },
        );
      });
    } catch (error) {
      // Unique violation: the address has an account of its own by now.
      if (sqlStateOf(error) === '23505') linkSpent();
      throw error;
    }
  }
}
