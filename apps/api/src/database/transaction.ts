import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { sqlStateOf } from './sql-state';

/** Serialization failure and deadlock: PostgreSQL asks to begin again. */
const RETRY = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

/**
 * One visible transaction: all or nothing. When PostgreSQL chose this transaction as a victim, the work runs
 * again from the start in a new one, so it may do nothing outside the database.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await dataSource.transaction(work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRY.has(sqlStateOf(error) ?? '')) throw error;
      await pause(Math.random() * 25 * 2 ** attempt);
    }
  }
}
