import { Injectable } from '@nestjs/common';
import { accountWords } from '@zit/words.pl/account';
import { Door } from '../database/door';
import { Limit } from '../session/limit';
import { sha256 } from '../session/token';
import { refuseSpent, type TokenPurpose } from './person-token';

/** Links that lead nowhere, from one address in a quarter of an hour; a whole office may sit behind one. */
const GUESSES = 100;

/** Says at once whether a link still opens something; opening it does not use it up. */
@Injectable()
export class MailedLinkService {
  constructor(
    private readonly door: Door,
    private readonly limit: Limit,
  ) {}

  /** @throws 410 when it was used, has expired, never was or is for something else: the same for all; 429 */
  async read(token: string, purpose: TokenPurpose, address: string): Promise<void> {
    const attempt = await this.limit.spend([{ key: `link:${address}`, most: GUESSES }], accountWords.tooManyLinks);
    await this.door.gateFor({ link: sha256(token) }, (manager) => refuseSpent(manager, token, purpose));
    await this.limit.forgive(attempt, []);
  }
}
