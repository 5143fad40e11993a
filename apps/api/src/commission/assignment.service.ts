import { Injectable } from '@nestjs/common';
import type { AssignedOffer, AssignmentResponse, ConfirmAssignment } from '@zit/contracts';
import { assignOffers, type Assignment } from '@zit/domain';
import { commissionWords as words } from '@zit/words.pl/commission';
import type { EntityManager } from 'typeorm';
import { openCall, type CallRecord } from '../call/open-call';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { duplicate, forbidden, validation } from '../http/problem-error';
import { note } from '../journal/note';
import { AS_IT_CAME } from '../submission/as-it-came';
import { currentAssignment } from './current-assignment';
import { deadlineText, isOver } from './parties';
import { requireOffice } from './seat-of';

/** Who scores what: everybody everything, unless an assignment was confirmed. */
@Injectable()
export class AssignmentService {
  constructor(private readonly door: Door) {}

  read(who: Actor, callId: string): Promise<AssignmentResponse> {
    return this.door.read(who, async (manager) => board(manager, await openBoard(manager, who, callId)));
  }

  /**
   * What was shown is worked out again, and confirmed only if it is still the same. Everybody scoring everything is
   * confirmed without cards. @throws 403, 409 when something has changed since
   */
  confirm(who: Actor, callId: string, given: ConfirmAssignment): Promise<AssignmentResponse> {
    return this.door.write(who, async (manager) => {
      // One after another: each takes the next number.
      await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 26))`, [callId]);
      const call = await openBoard(manager, who, callId, 'confirmAssignment');
      const now = await board(manager, call);
      if (await confirmedBefore(manager, callId, given)) return now;
      const { id, each, reason } = given;
      if (now.current !== null && reason === null)
        throw validation([{ pointer: '/reason', message: words.reasonNeeded }]);
      const plan = each === null ? null : planOf(now, each, given.apart);
      if (!isSame(plan, given.offers)) throw duplicate([{ pointer: '/offers', message: words.assignmentMoved }]);
      const made = await manager.query<unknown[]>(
        `insert into assignment (id, call_id, no, each, reason, proof, confirmed_by)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing returning id`,
        [id, callId, (now.current?.no ?? 0) + 1, each, reason, plan && JSON.stringify(plan.proof), who.personId],
      );
      if (made.length === 0) throw duplicate([{ pointer: '/id', message: words.keyTaken }]);
      const cards = given.offers.flatMap(({ offerId, personIds }) =>
        personIds.map((personId) => ({ offerId, personId })),
      );
      await manager.query(
        `insert into assignment_card (assignment_id, offer_id, person_id)
         select $1, (c ->> 'offerId')::uuid, (c ->> 'personId')::uuid from jsonb_array_elements($2::jsonb) c`,
        [id, JSON.stringify(cards)],
      );
      const details = { assignment: id, each };
      await note(manager, who, { act: 'CONFIRM_ASSIGNMENT', subject: { kind: 'call', id: callId }, details });
      return board(manager, call);
    });
  }
}

/** For who leads the commission and is out of no offer: whoever balances the load sees all of it. @throws 403, 404 */
async function openBoard(
  manager: EntityManager,
  who: Actor,
  callId: string,
  act: 'readAssignment' | 'confirmAssignment' = 'readAssignment',
): Promise<CallRecord> {
  const call = await openCall(manager, who, callId, act);
  await requireOffice(manager, who, callId, ['CHAIR', 'SECRETARY']);
  if (!isOver(call)) throw forbidden(words.beforeDeadline(deadlineText(call)));
  const bars = await manager.query<unknown[]>(
    'select from offer_bar where call_id = $1 and person_id = $2 and lifted_at is null limit 1',
    [callId, who.personId],
  );
  if (bars.length > 0) throw forbidden(words.ownBar);
  return call;
}

/** What is scored: in time or admitted, and not rejected formally. */
const OFFERS = `
  select s.offer_id as "offerId", s.number as "receiptNumber", r.receipt::json ->> 'consortium' as consortium
  from offer_standing s join offer_receipt r on r.number = s.number ${AS_IT_CAME}
  where s.call_id = $1 and (b.late_ms = 0 or exists (select from offer_admission a where a.receipt_number = b.number))
    and not exists (select from formal_card f where f.offer_id = s.offer_id and f.receipt_number = s.number and f.state = 'REJECTED')
  order by r.no`;

async function board(manager: EntityManager, call: CallRecord): Promise<AssignmentResponse> {
  const ask = <Row>(sql: string): Promise<Row[]> => manager.query<Row[]>(sql, [call.id]);
  return {
    current: await currentAssignment(manager, call.id),
    assessors: await ask(
      `select s.person_id as "personId", p.name from commission_seat s join person p on p.id = s.person_id
       where s.call_id = $1 and s.left_at is null and s.office <> 'SECRETARY' order by s.seated_at, s.id`,
    ),
    offers: await ask(OFFERS),
    barred: await ask(
      `select offer_id as "offerId", person_id as "personId" from offer_bar
       where call_id = $1 and lifted_at is null order by offer_id, person_id`,
    ),
    serverTime: call.now,
  };
}

/** The same as the page has shown: equal input gives equal output. */
function planOf(
  { offers, assessors, barred }: AssignmentResponse,
  each: number,
  apart: readonly AssignedOffer[],
): Assignment {
  const pairs = apart.flatMap(({ offerId, personIds }) => personIds.map((personId) => ({ offerId, personId })));
  return assignOffers({
    offers: offers.map(({ offerId }) => offerId),
    assessors: assessors.map(({ personId }) => personId),
    each,
    barred: [...barred, ...pairs].map(({ offerId, personId }) => ({ offer: offerId, assessor: personId })),
  });
}

const isSame = (plan: Assignment | null, given: readonly AssignedOffer[]): boolean => {
  const planned = [...(plan?.byOffer ?? new Map<string, string[]>())];
  return (
    planned.length === given.length &&
    planned.every(
      ([offerId, personIds], at) => given[at]?.offerId === offerId && isSameList(personIds, given[at].personIds),
    )
  );
};
const isSameList = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

/** Was the same confirmed under this key? @throws 409 with other contents */
async function confirmedBefore(
  manager: EntityManager,
  callId: string,
  { id, each, reason }: ConfirmAssignment,
): Promise<boolean> {
  const [kept] = await manager.query<{ callId: string; each: number | null; reason: string | null }[]>(
    `select call_id as "callId", each, reason from assignment where id = $1`,
    [id],
  );
  if (!kept) return false;
  if (kept.callId !== callId || kept.each !== each || kept.reason !== reason)
    throw duplicate([{ pointer: '/id', message: words.keyTaken }]);
  return true;
}
