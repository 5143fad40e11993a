import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { Turns } from '../document/turns';
import { busy, tooMany } from '../http/problem-error';
import { sha256 } from './token';

/** Attempts count this long. */
export const WINDOW_MINUTES = 15;

/** Attempts that wait in one process; each takes a few milliseconds. */
const WAITING = 200;

/** At most so many attempts under this key in a quarter of an hour. */
export interface Allowance {
  key: string;
  most: number;
}

/** What has to be kept at once; attempts under the first key go one after another. */
export type Allowances = readonly [Allowance, ...Allowance[]];

/** An attempt that was let through, to be taken back when it turns out to be no guess. */
export type Attempt = readonly string[];

/** Counts attempts in PostgreSQL, so that all processes count together; keeps hashes of the keys only. */
@Injectable()
export class Limit {
  private readonly turns = new Turns(WAITING);

  constructor(private readonly door: Door) {}

  /**
   * Attempts under one key wait for each other here, not inside the database: a hundred guesses at one account hold
   * one connection, not all of them.
   * @throws 503 when too many wait
   */
  inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = this.turns.take(key, work);
    if (!turn) throw busy(5);
    return turn;
  }

  /**
   * Notes an attempt before it is judged, in a transaction of its own: what is judged afterwards cannot take it back.
   * @throws 429 when there were too many; a refused attempt is not judged and not counted
   */
  async spend(allowances: Allowances, refusal: (minutes: number) => string): Promise<Attempt> {
    const attempt = await this.inTurn(allowances[0].key, () =>
      this.door.gateFor('nobody', (manager) => spendIn(manager, allowances)),
    );
    return attempt ?? refuse(refusal);
  }

  /** The attempt was right: it counts no more, and neither does what failed before under these keys. */
  async forgive(attempt: Attempt, keys: readonly string[]): Promise<void> {
    await this.door.gateFor('nobody', (manager) => forgiveIn(manager, attempt, keys));
  }
}

export function refuse(refusal: (minutes: number) => string): never {
  throw tooMany(refusal(WINDOW_MINUTES), WINDOW_MINUTES * 60);
}

/**
 * The same within a transaction that judges nothing; null when there were too many. Attempts under the first key go
 * one after another, so that parallel ones count too.
 */
export async function spendIn(manager: EntityManager, allowances: Allowances): Promise<Attempt | null> {
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
