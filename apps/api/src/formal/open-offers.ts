import type { EntityManager } from 'typeorm';
import { note } from '../journal/note';
import { computedCard, readUnchecked, type ReceivedRow } from './received-card';

/** Nobody did it: the deadline opens the offers (decision 14). */
const PORTAL = { personId: null, actingFor: null } as const;
/** Cards of one round; a round is one transaction. */
const AT_ONCE = 500;

interface Opened {
  callId: string;
  offers: number;
  inTime: number;
  late: number;
  numbers: string[];
  seal: { batch: number; hash: string } | null;
}

// The deadline is inclusive, and what is finer than a millisecond is cut (F.5 N7).
const OPEN = `
  insert into call_opening (call_id, deadline_at, offers, in_time, late, numbers, seal_batch, seal_hash)
  select c.id, c.deadline_at, count(r.number), count(r.number) filter (where r.late_ms = 0),
    count(r.number) filter (where r.late_ms > 0), coalesce(json_agg(r.number order by r.no) filter (where r.no > 0), '[]'),
    seal.batch, seal.hash
  from call c
  left join offer_standing s on s.call_id = c.id
  left join offer_receipt r on r.number = s.number
  left join (select batch, hash from journal_seal order by batch desc limit 1) seal on true
  where c.state in ('PUBLISHED', 'ANNEX') and c.deadline_at < date_trunc('milliseconds', clock_timestamp())
    and not exists (select from call_opening p where p.call_id = c.id)
  group by c.id, seal.batch, seal.hash
  on conflict (call_id) do nothing
  returning call_id as "callId", offers, in_time as "inTime", late, numbers,
    case when seal_batch is not null then json_build_object('batch', seal_batch, 'hash', seal_hash) end as seal`;

/**
 * Opens the offers of every call whose deadline is over, once, and computes the formal card of each standing receipt.
 * One that came after the opening, or was put right, is opened when it is found, with an entry of its own: the second
 * look. Any number of workers.
 */
export async function openOffers(manager: EntityManager): Promise<{ calls: number; cards: number }> {
  const opened = await manager.query<Opened[]>(OPEN);
  for (const { callId, ...details } of opened)
    await note(manager, PORTAL, { act: 'OPEN_OFFERS', subject: { kind: 'call', id: callId }, details });
  const unchecked = await readUnchecked(manager, AT_ONCE);
  let cards = 0;
  for (const row of unchecked) if (await keepCard(manager, row)) cards++;
  // Who may not see which offer is worked out for those who are seated already.
  const touched = new Set([...opened, ...unchecked].map(({ callId }) => callId));
  for (const callId of [...touched].sort()) await manager.query('select work_out_bars($1, null)', [callId]);
  return { calls: opened.length, cards };
}

const KEEP = `
  insert into formal_card as f (offer_id, call_id, receipt_number, items) values ($1, $2, $3, $4)
  on conflict (offer_id) do update set receipt_number = excluded.receipt_number, items = excluded.items, state = 'OPEN',
    computed_at = clock_timestamp(), decided_at = null, decided_by = null
    where f.receipt_number <> excluded.receipt_number
  returning (select not p.numbers::jsonb ? $3 from call_opening p where p.call_id = $2) as after`;

/** False: another worker was there first. */
async function keepCard(manager: EntityManager, row: ReceivedRow): Promise<boolean> {
  const { offerId, callId, number, lateMs, corrects } = row;
  const [kept] = await manager.query<{ after: boolean }[]>(KEEP, [
    offerId,
    callId,
    number,
    JSON.stringify(computedCard(row)),
  ]);
  if (!kept) return false;
  if (kept.after)
    await note(manager, PORTAL, {
      act: corrects ? 'OPEN_CORRECTED_OFFER' : 'OPEN_LATE_OFFER',
      subject: { kind: 'offer', id: offerId },
      details: corrects ? { number } : { number, lateMs },
    });
  return true;
}
