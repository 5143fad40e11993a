import type { TableMark } from '@zit/domain';
import type { EntityManager } from 'typeorm';

/** A person as tables know them: by id, and by addresses that are proved to be theirs. */
export interface Whose {
  personId: string;
  addresses: readonly string[];
}

export interface Condition {
  sql: string;
  values: readonly unknown[];
}

/** Rows that are the person's own; null: the table has none. */
export function ownRows({ own, byEmail }: TableMark, { personId, addresses }: Whose): Condition | null {
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const parts = [
    ...(own.length > 0 ? [`${value(personId)}::uuid in (${own.join(', ')})`] : []),
    ...(byEmail ? [`lower(${byEmail}) = any (${value(addresses)}::text[])`] : []),
  ];
  return parts.length > 0 ? { sql: `coalesce(${parts.join(' or ')}, false)`, values } : null;
}

/** Rows of others, or of nobody, that point to the person; null: the table has none. */
export function tracedRows(mark: TableMark, whose: Whose): Condition | null {
  if (mark.traces.length === 0) return null;
  const own = ownRows(mark, whose);
  const values = [...(own?.values ?? []), whose.personId];
  const points = `coalesce($${values.length}::uuid in (${mark.traces.join(', ')}), false)`;
  return { sql: own ? `${points} and not ${own.sql}` : points, values };
}

/**
 * The present address and those that the person confirmed before; without any that is another person's by now. An
 * address that only waits for its confirmation may be a stranger's.
 */
export async function whoseRows(manager: EntityManager, personId: string): Promise<Whose> {
  const rows = await manager.query<{ address: string }[]>(
    `with known as (
       select p.email as address from person p where p.id = $1
       union
       select lower(v.value #>> '{}') from journal j cross join lateral json_array_elements(j.changes) change
         join journal_personal v on v.sha256 in (change -> 'before' ->> 'sha256', change -> 'after' ->> 'sha256')
       where j.subject_kind = 'person' and j.subject_id = $1 and j.act = 'CONFIRM_EMAIL' and change ->> 'field' = 'email')
     select address from known where address is not null
       and not exists (select from person other where other.email = known.address and other.id <> $1)`,
    [personId],
  );
  return { personId, addresses: rows.map(({ address }) => address) };
}
