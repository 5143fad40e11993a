import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { accountWords } from '@zit/words.pl/account';
import { Door } from '../database/door';
import { Limit, refuse, spendIn, type Allowances } from '../session/limit';
import { askForReset, ResetWriter } from './reset-writer';

/** Enough for who mistypes the address; too few to flood a mailbox. */
const PER_ACCOUNT = 5;
/** A whole office may sit behind one address. */
const PER_ADDRESS = 50;

/** Asking for a new password. Whether the address is known shows neither in the answer nor in its time (S-27). */
@Injectable()
export class PasswordResetService implements OnModuleDestroy {
  constructor(
    private readonly door: Door,
    private readonly limit: Limit,
    private readonly writer: ResetWriter,
  ) {}

  /**
   * Counts, writes the request down, answers; the person is looked up only afterwards. Once it is answered the mail
   * comes, whatever happens to this process.
   * @throws 429 after too many, known or not
   */
  async ask(given: string, address: string): Promise<void> {
    const email = given.trim().toLowerCase();
    const account = { key: `reset:${email}`, most: PER_ACCOUNT };
    const allowances: Allowances = [account, { key: `reset-address:${address}`, most: PER_ADDRESS }];
    const asked = await this.limit.inTurn(account.key, () =>
      this.door.gateFor('nobody', async (manager) => {
        const attempt = await spendIn(manager, allowances);
        if (attempt) await askForReset(manager, email);
        return attempt !== null;
      }),
    );
    if (!asked) refuse(accountWords.tooManyResets);
    this.writer.soon();
  }

  /** What was asked for before the end is still written. */
  onModuleDestroy(): Promise<void> {
    return this.writer.settled();
  }
}
