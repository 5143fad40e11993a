import { Injectable } from '@nestjs/common';
import { Door } from '../database/door';
import { tooMany } from '../http/problem-error';
import { sessionWords } from '@zit/words.pl/session';
import { sha256 } from './token';

const WINDOW_MINUTES = 15;
/** Ten for one e-mail from one address: nobody can lock out a person who sits elsewhere. */
const PER_EMAIL_AND_ADDRESS = 10;
/** A whole office may sit behind one address. */
const PER_ADDRESS = 100;

/** Counts attempts in PostgreSQL, so that all processes count together; keeps hashes only. */
@Injectable()
export class SignInLimit {
  constructor(private readonly door: Door) {}

  /**
   * Notes an attempt before it is judged. Attempts on one e-mail from one address go one after another, so that
   * parallel ones count too.
   * @returns the attempt's id, for `succeed`
   * @throws 429 when there were too many
   */
  async attempt(email: string, address: string): Promise<string> {
    const pair = pairKey(email, address);
    const place = sha256(`address:${address}`);
    const count = await this.door.gate(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('zit-portal sign-in ' || encode($1, 'hex')))`, [pair]);
      await manager.query('insert into sign_in_attempt (key_sha256) values ($1)', [pair]);
      const [noted] = await manager.query<{ id: string }[]>(
        'insert into sign_in_attempt (key_sha256) values ($1) returning id',
        [place],
      );
      const [counted] = await manager.query<{ pair: number; place: number }[]>(
        `select (count(*) filter (where key_sha256 = $1))::int as pair,
                (count(*) filter (where key_sha256 = $2))::int as place
         from sign_in_attempt
         where key_sha256 in ($1, $2) and at > now() - $3 * interval '1 minute'`,
        [pair, place, WINDOW_MINUTES],
      );
      return noted && counted && { ...noted, ...counted };
    });
    if (!count || count.pair > PER_EMAIL_AND_ADDRESS || count.place > PER_ADDRESS)
      throw tooMany(sessionWords.tooMany(WINDOW_MINUTES), WINDOW_MINUTES * 60);
    return count.id;
  }

  /**
   * The right password wipes the slate of this e-mail at this address. Of the address only this attempt is taken
   * back: an office that signs in is no attack, and an attacker with one account still counts.
   */
  async succeed(email: string, address: string, attempt: string): Promise<void> {
    await this.door.gate((manager) =>
      manager.query('delete from sign_in_attempt where key_sha256 = $1 or id = $2', [pairKey(email, address), attempt]),
    );
  }
}

const pairKey = (email: string, address: string): Buffer => sha256(`pair:${email}\n${address}`);
