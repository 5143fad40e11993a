import type { AssignmentResponse } from '@zit/contracts';
import type { EntityManager } from 'typeorm';
import { utc } from '../database/instant-text';

/**
 * The newest confirmed assignment of a call, of the offers that who asks sees; null: none, so everybody scores
 * everything. Without cards it says the same.
 */
export async function currentAssignment(
  manager: EntityManager,
  callId: string,
): Promise<AssignmentResponse['current']> {
  const [current] = await manager.query<NonNullable<AssignmentResponse['current']>[]>(
    `select a.no, a.each, a.reason, ${utc('a.confirmed_at')} as "confirmedAt",
       (select coalesce(json_agg(json_build_object('offerId', o.offer_id, 'personIds', o.people) order by o.offer_id), '[]')
        from (select c.offer_id, json_agg(c.person_id order by c.person_id) as people from assignment_card c
              where c.assignment_id = a.id group by c.offer_id) o) as offers
     from assignment a where a.call_id = $1 order by a.no desc limit 1`,
    [callId],
  );
  return current ?? null;
}
