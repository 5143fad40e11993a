import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { sqlStateOf } from './sql-state';

/** Serialization failure and deadlock: PostgreSQL asks to begin again. */
const RETRY = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

/**
 * One visible transaction: all or nothing. When PostgreSQL chose this transaction as a victim, the work runs
 * again from the start in a new one, so it may do nothing outside the database. `opening` is the statement text that
 * begins it, with whatever has to hold from its first moment.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
  opening = 'START TRANSACTION',
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(dataSource, work, opening);
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRY.has(sqlStateOf(error) ?? '')) throw error;
      await pause(Math.random() * 25 * 2 ** attempt);
    }
  }
}

async function once<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
  opening: string,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(opening);
    // TypeORM would begin with a statement, and so a round trip, of its own; from here on it keeps the books.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    const result = await work(runner.manager);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await rollBack(runner);
    throw error;
  } finally {
    await runner.release();
  }
}

/** The fault that led here is the one to tell; a connection that is gone has rolled back by itself. */
async function rollBack(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return;
  await runner.rollbackTransaction().catch(() => undefined);
}
