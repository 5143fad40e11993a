import type { Appeal } from '@zit/contracts';
import type { EntityManager } from 'typeorm';
import { utc } from '../database/instant-text';

const APPEALS = `
  select a.id, a.no, a.offer_id as "offerId", s.number as offer,
    coalesce((select k.contents::json #>> '{contents,basics,title}' from offer_receipt r
      join offer_content k on k.offer_id = r.offer_id and k.sha256 = r.sha256 where r.number = s.number), '') as title,
    a.result_no as "resultNo", a.grounds, ${utc('a.lodged_at')} as "lodgedAt", to_char(a.due_on, 'YYYY-MM-DD') as "dueOn",
    a.late_days as "lateDays",
    (select json_build_object('text', t.text, 'at', ${utc('t.at')}) from appeal_statement t where t.appeal_id = a.id) as statement,
    (select json_build_object('upheld', d.upheld, 'effect', d.effect, 'reasons', d.reasons, 'basis', d.basis,
       'decidedAt', ${utc('d.decided_at')}) from appeal_decision d where d.appeal_id = a.id) as decision
  from appeal a join offer_standing s on s.offer_id = a.offer_id`;

/** Appeals of a call in sight, the newest first. */
export const appealsOfCall = (manager: EntityManager, callId: string): Promise<Appeal[]> =>
  manager.query<Appeal[]>(`${APPEALS} where a.call_id = $1 order by a.no desc`, [callId]);

export const appealsOfOffer = (manager: EntityManager, offerId: string): Promise<Appeal[]> =>
  manager.query<Appeal[]>(`${APPEALS} where a.offer_id = $1 order by a.no desc`, [offerId]);

/** One appeal of a call; null: it is not there for who asks. */
export async function appealOf(manager: EntityManager, callId: string, id: string): Promise<Appeal | null> {
  const [row] = await manager.query<Appeal[]>(`${APPEALS} where a.call_id = $1 and a.id = $2`, [callId, id]);
  return row ?? null;
}
