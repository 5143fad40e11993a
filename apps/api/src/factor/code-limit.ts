import { factorWords } from '@zit/words.pl/factor';
import type { EntityManager } from 'typeorm';
import { tooMany } from '../http/problem-error';
import { sha256 } from '../session/token';

const WINDOW_MINUTES = 15;
/** Three of a million codes fit at any moment: who guesses five times in 15 minutes needs over a year for an even chance. */
const WRONG_CODES = 5;

const keyOf = (personId: string): Buffer => sha256(`factor:${personId}`);

/**
 * One person's proofs go one after another, whatever the process: parallel wrong codes count too. Holds the person's
 * row until the transaction ends.
 */
export async function inPersonsTurn(manager: EntityManager, personId: string): Promise<void> {
  await manager.query('select id from person where id = $1 for no key update', [personId]);
}

/**
 * How many codes, one-time or recovery, may still be wrong; counted in the database.
 * @throws ProblemError 429 when none
 */
export async function wrongCodesLeft(manager: EntityManager, personId: string): Promise<number> {
  const [counted] = await manager.query<{ wrong: number }[]>(
    `select count(*)::int as wrong from sign_in_attempt
     where key_sha256 = $1 and at > now() - $2 * interval '1 minute'`,
    [keyOf(personId), WINDOW_MINUTES],
  );
  const left = WRONG_CODES - (counted?.wrong ?? 0);
  if (left <= 0) throw tooMany(factorWords.tooManyCodes(WINDOW_MINUTES), WINDOW_MINUTES * 60);
  return left;
}

export async function noteWrongCode(manager: EntityManager, personId: string): Promise<void> {
  await manager.query('insert into sign_in_attempt (key_sha256) values ($1)', [keyOf(personId)]);
}

export async function forgetWrongCodes(manager: EntityManager, personId: string): Promise<void> {
  await manager.query('delete from sign_in_attempt where key_sha256 = $1', [keyOf(personId)]);
}
