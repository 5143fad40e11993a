import { RETENTION, retentionLimit, type RetentionClass } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { soleRoles } from './last-of-role';

/** A refused proposal is not made again before that. */
const QUIET_DAYS = 30;

const lastUsed = ({ lastUsed: columns }: RetentionClass): string => `coalesce(${columns.join(', ')})`;

/** Accounts that are there and that somebody could follow; of the rest every row. */
const mayGo = ({ kind }: RetentionClass): string =>
  kind === 'ACCOUNT' ? `and erased_at is null and not exists (select ${soleRoles('person.id')})` : '';

/**
 * Proposes, class by class, to let go what is past its time; a class whose proposal still waits gets no second one.
 * @param now ISO instant
 * @param accountDays period of accounts where another one is set, in days
 * @returns number of proposals made
 */
export async function proposeRetention(
  manager: EntityManager,
  now: string,
  accountDays: number | null = null,
): Promise<number> {
  let made = 0;
  for (const each of RETENTION) {
    const before = retentionLimit({ days: (each.kind === 'ACCOUNT' && accountDays) || each.days }, now);
    const rows = await manager.query<unknown[]>(
      `insert into retention_proposal (kind, rows, before, proposed_at)
       select $1, count(*)::int, $2::timestamptz, $3::timestamptz from ${each.table}
       where ${lastUsed(each)} < $2 ${mayGo(each)}
         and not exists (select from retention_proposal p where p.kind = $1 and (p.state = 'PROPOSED'
           or p.state = 'REFUSED' and p.decided_at > $3::timestamptz - $4 * interval '1 day'))
       having count(*) > 0 returning id`,
      [each.kind, before, now, QUIET_DAYS],
    );
    made += rows.length;
  }
  return made;
}

/** Deletes what was last used before this instant. @returns number of rows */
export async function removeOutdated(manager: EntityManager, each: RetentionClass, before: Date): Promise<number> {
  const [, removed] = await manager.query<[unknown[], number]>(
    `delete from ${each.table} where ${lastUsed(each)} < $1`,
    [before],
  );
  return removed;
}
