import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { tooMany } from '../http/problem-error';
import { sha256 } from './token';

/** Attempts count this long. */
export const WINDOW_MINUTES = 15;

/** At most so many attempts under this key in a quarter of an hour. */
export interface Allowance {
  key: string;
  most: number;
}

/** An attempt that was let through, to be taken back when it turns out to be no guess. */
export type Attempt = readonly string[];

/** Counts attempts in PostgreSQL, so that all processes count together; keeps hashes of the keys only. */
@Injectable()
export class Limit {
  constructor(private readonly door: Door) {}

  /**
   * Notes an attempt before it is judged, in a transaction of its own: what is judged afterwards cannot take it back.
   * @throws 429 when there were too many; a refused attempt is not judged and not counted
   */
  async spend(allowances: readonly Allowance[], refusal: (minutes: number) => string): Promise<Attempt> {
    const attempt = await this.door.gate((manager) => spendIn(manager, allowances));
    return attempt ?? refuse(refusal);
  }

  /** The attempt was right: it counts no more, and neither does what failed before under these keys. */
  async forgive(attempt: Attempt, keys: readonly string[]): Promise<void> {
    await this.door.gate((manager) => forgiveIn(manager, attempt, keys));
  }
}

export function refuse(refusal: (minutes: number) => string): never {
  throw tooMany(refusal(WINDOW_MINUTES), WINDOW_MINUTES * 60);
}

/**
 * The same within a transaction that judges nothing; null when there were too many. Attempts under the first key go
 * one after another, so that parallel ones count too.
 */
export async function spendIn(manager: EntityManager, allowances: readonly Allowance[]): Promise<Attempt | null> {
  const keys = allowances.map(({ key }) => sha256(key));
  await manager.query(`select pg_advisory_xact_lock(hashtext('zit-portal limit ' || encode($1, 'hex')))`, [keys[0]]);
  const noted = await manager.query<{ id: string }[]>(
    `insert into sign_in_attempt (key_sha256)
     select key from unnest($1::bytea[]) key
     where not exists (
       select from unnest($1::bytea[], $2::int[]) as allowance (key, most)
       where (select count(*) from sign_in_attempt a
              where a.key_sha256 = allowance.key and a.at > now() - $3 * interval '1 minute') >= allowance.most)
     returning id`,
    [keys, allowances.map(({ most }) => most), WINDOW_MINUTES],
  );
  return noted.length > 0 ? noted.map(({ id }) => id) : null;
}

export async function forgiveIn(manager: EntityManager, attempt: Attempt, keys: readonly string[]): Promise<void> {
  await manager.query('delete from sign_in_attempt where id = any($1) or key_sha256 = any($2)', [
    attempt,
    keys.map(sha256),
  ]);
}
