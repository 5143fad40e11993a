import type { EntityManager } from 'typeorm';
import { ProblemError } from '../http/problem-error';
import { newToken, sha256 } from '../session/token';
import { accountWords } from '@zit/words.pl/account';

export type TokenPurpose = 'RESET' | 'EMAIL';

/** Half an hour for a new password; a day for an address whose mail may be read at another desk. */
export const VALID_MINUTES: Readonly<Record<TokenPurpose, number>> = { RESET: 30, EMAIL: 24 * 60 };

/** A new token of 256 bits for this purpose only; older ones of the same purpose are void. Only its SHA-256 is kept. */
export async function issueToken(
  manager: EntityManager,
  personId: string,
  purpose: TokenPurpose,
  email: string | null = null,
): Promise<string> {
  const token = newToken();
  await voidTokens(manager, personId, purpose);
  await manager.query(
    `insert into person_token (token_sha256, person_id, purpose, email, expires_at)
     values ($1, $2, $3, $4, now() + $5 * interval '1 minute')`,
    [sha256(token), personId, purpose, email, VALID_MINUTES[purpose]],
  );
  return token;
}

export async function voidTokens(manager: EntityManager, personId: string, purpose: TokenPurpose): Promise<void> {
  await manager.query('delete from person_token where person_id = $1 and purpose = $2 and used_at is null', [
    personId,
    purpose,
  ]);
}

/**
 * Uses a token up; of many who come with it at once exactly one gets through (S-33).
 * @throws 410 when it was used, has expired or never was: the same for all
 */
export async function useToken(
  manager: EntityManager,
  token: string,
  purpose: TokenPurpose,
): Promise<{ personId: string; email: string | null }> {
  const [[used]] = await manager.query<[{ personId: string; email: string | null }[], number]>(
    `update person_token set used_at = now()
     where token_sha256 = $1 and purpose = $2 and used_at is null and expires_at > now()
       and exists (select from person where id = person_id and left_at is null)
     returning person_id as "personId", email`,
    [sha256(token), purpose],
  );
  return used ?? linkSpent();
}

/**
 * Leaves the token as it is.
 * @throws 410 when using it would be refused, also because the address has become somebody else's: the same for all
 */
export async function refuseSpent(manager: EntityManager, token: string, purpose: TokenPurpose): Promise<void> {
  const [open] = await manager.query<unknown[]>(
    `select from person_token t join person p on p.id = t.person_id
     where t.token_sha256 = $1 and t.purpose = $2 and t.used_at is null and t.expires_at > now() and p.left_at is null
       and not exists (select from person taken where taken.email = t.email and taken.id <> p.id)`,
    [sha256(token), purpose],
  );
  if (!open) linkSpent();
}

/** 410: a link from a mail that opens nothing (any more). */
export function linkSpent(): never {
  throw new ProblemError({ status: 410, code: 'LINK_SPENT', detail: accountWords.linkSpent });
}
