import type { ErasureItem } from '@zit/contracts';
import { tablesOfPeople, type TableMark } from '@zit/domain';
import { tableWords } from '@zit/words.pl/personal';
import type { EntityManager } from 'typeorm';
import { ownRows, tracedRows, type Condition, type Whose } from './own-rows';

type PlanRow = ErasureItem['plan'][number];

interface Counted {
  table: string;
  stays: boolean;
  condition: Condition;
}

/** What an erasure would take and leave, table by table, as this door sees it: one statement, whatever there is. */
export async function planErasure(
  manager: EntityManager,
  reader: TableMark['reader'],
  whose: Whose,
): Promise<PlanRow[]> {
  const parts = tablesOfPeople()
    .filter(([, mark]) => mark.reader === reader)
    .flatMap(([table, mark]): Counted[] => {
      const own = ownRows(mark, whose);
      const traced = tracedRows(mark, whose);
      return [
        ...(own ? [{ table, stays: mark.onErasure === 'KEEP', condition: own }] : []),
        ...(traced ? [{ table, stays: !mark.tracesEmptied?.length, condition: traced }] : []),
      ];
    });
  const values: unknown[] = [];
  const counts = parts.map(({ table, condition }, at) => {
    const from = values.length;
    values.push(...condition.values);
    const sql = condition.sql.replaceAll(/\$(\d+)/g, (_, n: string) => `$${from + Number(n)}`);
    return `select ${at} as at, count(*)::int as rows from ${table} where ${sql}`;
  });
  const counted = await manager.query<{ at: number; rows: number }[]>(
    `${counts.join(' union all ')} order by at`,
    values,
  );
  return parts.flatMap(({ table, stays }, at): PlanRow[] => {
    const rows = counted[at]?.rows ?? 0;
    const { title = table, ground = '', stays: why = null } = tableWords[table] ?? {};
    return rows === 0 ? [] : [{ table, title, rows, stays, ground: stays ? (why ?? ground) : ground }];
  });
}
