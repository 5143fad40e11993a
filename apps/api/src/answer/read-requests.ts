import type { ReasonsRequest } from '@zit/contracts';
import type { EntityManager } from 'typeorm';
import { utc } from '../database/instant-text';

const REQUESTS = `
  select q.id, q.result_no as "resultNo", q.channel, coalesce(q.asker, p.name) as asker, n.offer, q.text,
    to_char(q.received_on, 'YYYY-MM-DD') as "receivedOn", q.day, q.late, ${utc('q.answered_at')} as "answeredAt",
    q.answer, (select l.id from offer_letter l where l.request_id = q.id) as letter
  from reasons_request q
  left join person p on p.id = q.asked_by
  left join published_parties($1) n on n.offer_id = q.offer_id
  where q.call_id = $1`;

/** Requests of a call in sight, the newest first. */
export const readRequests = (manager: EntityManager, callId: string): Promise<ReasonsRequest[]> =>
  manager.query<ReasonsRequest[]>(`${REQUESTS} order by q.entered_at desc, q.id limit 500`, [callId]);

/** One's own, the newest first. */
export const ownRequests = (manager: EntityManager, callId: string, personId: string): Promise<ReasonsRequest[]> =>
  manager.query<ReasonsRequest[]>(`${REQUESTS} and q.asked_by = $2 order by q.entered_at desc, q.id limit 100`, [
    ...[callId, personId],
  ]);

export async function readRequest(manager: EntityManager, callId: string, id: string): Promise<ReasonsRequest | null> {
  const [row] = await manager.query<ReasonsRequest[]>(`${REQUESTS} and q.id = $2`, [callId, id]);
  return row ?? null;
}
