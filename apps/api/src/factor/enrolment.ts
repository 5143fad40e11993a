import { factorWords } from '@zit/words.pl/factor';
import type { EntityManager } from 'typeorm';
import { confirmFirst, notYet, ProblemError } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { factorRequired, personStanding } from '../session/person-standing';

/**
 * Who may change factors: somebody who signed in for good and has just proved who they are, or somebody whose role
 * demands the first factor and who has just given the password. A password alone never adds a factor beside another.
 * @throws ProblemError 403 `SECOND_FACTOR`, `CONFIRM_FIRST`
 */
export function requireEnrolment(who: SignedIn): void {
  if (who.level === 'PASSWORD') throw notYet('SECOND_FACTOR');
  if (who.level === 'FULL' && !who.confirmed) throw confirmFirst();
}

/** @throws ProblemError 403 `CONFIRM_FIRST`, for what takes a factor away */
export function requireConfirmed(who: SignedIn): void {
  if (!who.confirmed) throw confirmFirst();
}

/**
 * After a factor went: where it was the last, the recovery codes go too, for they stand for a factor. Call it in the
 * person's turn (`inPersonsTurn`), so that two factors cannot go at once.
 * @throws ProblemError 409 `LAST_FACTOR` when a role demands one: nothing goes
 */
export async function afterRemoval(manager: EntityManager, personId: string): Promise<void> {
  const { grants, passkey, totp } = await personStanding(manager, personId);
  if (passkey || totp) return;
  if (factorRequired(grants))
    throw new ProblemError({ status: 409, code: 'LAST_FACTOR', detail: factorWords.lastFactor });
  await manager.query('delete from recovery_code where person_id = $1', [personId]);
}

/** 403: what was shown is no factor of this person, or not any more. */
export const wrongFactor = (detail: string): ProblemError =>
  new ProblemError({ status: 403, code: 'WRONG_FACTOR', detail });

/** The person's address, to which notices about their factors go. */
export async function addressOf(manager: EntityManager, personId: string): Promise<string> {
  const [person] = await manager.query<{ email: string }[]>('select email from person where id = $1', [personId]);
  if (!person) throw new Error('the session has no person');
  return person.email;
}
