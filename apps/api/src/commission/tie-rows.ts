import type { Tie } from '@zit/contracts';
import type { EntityManager } from 'typeorm';
import { utc } from '../database/instant-text';

const TIE = `
  select t.id, t.person_id as "personId", t.kind, t.nip, t.krs, to_char(t.from_day, 'YYYY-MM-DD') as "from",
    to_char(t.to_day, 'YYYY-MM-DD') as "to", t.source, t.note, ${utc('t.entered_at')} as "enteredAt"
  from tie t where t.ended_at is null`;

/** Ties of these people that count, as far as who asks may see them. */
export const tiesOf = (manager: EntityManager, personIds: readonly string[]): Promise<Tie[]> =>
  manager.query(`${TIE} and t.person_id = any ($1) order by t.entered_at, t.id`, [personIds]);

/** One of them; null: it is not there, or no longer counts. */
export async function tieOf(manager: EntityManager, id: string): Promise<Tie | null> {
  const [tie] = await manager.query<Tie[]>(`${TIE} and t.id = $1`, [id]);
  return tie ?? null;
}
