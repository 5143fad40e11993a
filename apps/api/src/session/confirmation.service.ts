import { Injectable } from '@nestjs/common';
import { sessionWords } from '@zit/words.pl/session';
import { Door } from '../database/door';
import { validation } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { Limit } from './limit';
import { passwordFits } from './password';

/** Wrong passwords of somebody who is signed in: whoever found an open screen does not guess on. */
const PER_PERSON = 10;

/** Proving once more who sits there, before a sensitive change. */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly door: Door,
    private readonly limit: Limit,
  ) {}

  async hasPassword(who: SignedIn): Promise<boolean> {
    return (await this.hashOf(who)) !== null;
  }

  /** @throws 400 at the field when the password is wrong, 429 after too many */
  async prove(who: SignedIn, password: string, pointer: string): Promise<void> {
    const key = `confirmation:${who.personId}`;
    const attempt = await this.limit.spend([{ key, most: PER_PERSON }], sessionWords.tooManyConfirmations);
    if (!(await passwordFits(await this.hashOf(who), password)))
      throw validation([{ pointer, message: sessionWords.wrongPassword }]);
    await this.limit.forgive(attempt, [key]);
  }

  private hashOf(who: SignedIn): Promise<string | null> {
    return this.door.gateFor({ person: who.personId }, async (manager) => {
      const [person] = await manager.query<{ hash: string | null }[]>(
        'select password_hash as hash from person where id = $1',
        [who.personId],
      );
      return person?.hash ?? null;
    });
  }
}
