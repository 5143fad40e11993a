import { factorWords } from '@zit/words.pl/factor';
import type { EntityManager } from 'typeorm';
import { tooMany } from '../http/problem-error';
import { sha256 } from '../session/token';

const WINDOW_MINUTES = 15;
/** An office behind one address, each page of which may ask once; the table of challenges stays small all the same. */
const PER_ADDRESS = 300;

/** Counts challenges given to one network address. @throws ProblemError 429 */
export async function limitChallenges(manager: EntityManager, address: string): Promise<void> {
  const key = sha256(`passkey:${address}`);
  await manager.query('insert into sign_in_attempt (key_sha256) values ($1)', [key]);
  const [counted] = await manager.query<{ asked: number }[]>(
    `select count(*)::int as asked from sign_in_attempt where key_sha256 = $1 and at > now() - $2 * interval '1 minute'`,
    [key, WINDOW_MINUTES],
  );
  if ((counted?.asked ?? 0) > PER_ADDRESS)
    throw tooMany(factorWords.tooManyPasskeys(WINDOW_MINUTES), WINDOW_MINUTES * 60);
}
