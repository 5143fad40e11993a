import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { accountWords } from '@zit/words.pl/account';
import { Door } from '../database/door';
import { SETTINGS, type Settings } from '../http/settings';
import { linkTo } from '../mail/link-to';
import { writeMail } from '../mail/write-mail';
import { Limit } from '../session/limit';
import { issueToken, VALID_MINUTES } from './person-token';

/** Enough for who mistypes the address; too few to flood a mailbox. */
const PER_ACCOUNT = 5;
/** A whole office may sit behind one address. */
const PER_ADDRESS = 50;

/** Asking for a new password. Whether the address is known shows neither in the answer nor in its time (S-27). */
@Injectable()
export class PasswordResetService implements OnModuleDestroy {
  private readonly log = new Logger('password-reset');
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly door: Door,
    private readonly limit: Limit,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Counts, then answers; the person is looked up only afterwards. Somebody who gets no mail because the process ended
   * in between asks again.
   * @throws 429 after too many, known or not
   */
  async ask(given: string, address: string): Promise<void> {
    const email = given.trim().toLowerCase();
    await this.limit.spend(
      [
        { key: `reset:${email}`, most: PER_ACCOUNT },
        { key: `reset-address:${address}`, most: PER_ADDRESS },
      ],
      accountWords.tooManyResets,
    );
    const work = this.write(email)
      .catch((error: unknown) => this.log.error(error instanceof Error ? error.message : String(error)))
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  /** What was asked for before the end is still written. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private write(email: string): Promise<void> {
    return this.door.gate(async (manager) => {
      const [person] = await manager.query<{ id: string }[]>(
        'select id from person where email = $1 and left_at is null',
        [email],
      );
      if (!person) return;
      const token = await issueToken(manager, person.id, 'RESET');
      const link = linkTo(this.settings, 'nowe-haslo', token);
      await writeMail(manager, { template: 'RESET', to: email, link, validMinutes: VALID_MINUTES.RESET });
    });
  }
}
