import { Injectable } from '@nestjs/common';
import type { ReceivedOffer, ReceivedOffers } from '@zit/contracts';
import { isInTime } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { openCall } from '../call/open-call';
import { requireDeclared } from '../commission/seat-of';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { AS_IT_CAME } from '../submission/as-it-came';

// What was received, as it was received: its own text says title, consortium and leader, whatever changed since.
const RECEIVED = `
  select s.offer_id as "offerId", s.number as "receiptNumber", coalesce(x.contents #>> '{contents,basics,title}', '') as title,
    r.receipt::json ->> 'consortium' as consortium, r.receipt::json ->> 'leader' as leader,
    to_char(b.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt",
    b.late_ms::float8 as "lateMs", a.receipt_number is not null as admitted, r.sha256,
    (select coalesce(json_agg(json_build_object('id', f ->> 'id', 'name', f ->> 'name', 'size', (f ->> 'size')::float8)), '[]')
      from json_array_elements(x.contents -> 'attachments') f) as attachments
  from offer_standing s join offer_receipt r on r.number = s.number ${AS_IT_CAME}
  join lateral (select contents::json as contents from offer_content
    where offer_id = r.offer_id and sha256 = r.sha256) x on true
  left join offer_admission a on a.receipt_number = b.number
  where s.call_id = $1 and s.offer_id <> all (scope_offers_barred())
  order by r.no`;

/**
 * Offers to a call for who works on it: a number until the deadline, a list afterwards (decision 11). Neither knows of
 * an offer that is barred to who asks (decision 14).
 */
@Injectable()
export class ReceivedList {
  constructor(private readonly door: Door) {}

  of(who: Actor, callId: string): Promise<ReceivedOffers> {
    return this.door.read(who, async (manager) => {
      const { deadlineAt, now } = await openCall(manager, who, callId, 'countOffers');
      const over = deadlineAt !== null && !isInTime(now, deadlineAt);
      const count = await counted(manager, callId);
      if (over) await requireDeclared(manager, who, callId);
      const offers = over ? (who.viewer ? [] : await manager.query<ReceivedOffer[]>(RECEIVED, [callId])) : null;
      return { count, offers, serverTime: now };
    });
  }
}

async function counted(manager: EntityManager, callId: string): Promise<number> {
  const [{ count }] = await manager.query<[{ count: number }]>('select count_offers($1) as count', [callId]);
  return count;
}
