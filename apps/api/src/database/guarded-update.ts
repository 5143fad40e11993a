import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { stale } from '../http/problem-error';

/**
 * Writes only while the row still has the version that was read, and counts it up; TypeORM's own version column
 * does not guard. A row that somebody else changed in between answers 409 `STALE` and nothing is written.
 */
export async function guardedUpdate<Row extends ObjectLiteral & { id: string; version: number }>(
  manager: EntityManager,
  target: EntityTarget<Row>,
  seen: { id: string; version: number },
  values: QueryDeepPartialEntity<Row>,
): Promise<void> {
  const result = await manager
    .createQueryBuilder()
    .update(target)
    .set({ ...values, version: () => 'version + 1' })
    .where('id = :id and version = :version', { id: seen.id, version: seen.version })
    .execute();
  if (result.affected !== 1) throw stale([]);
}
