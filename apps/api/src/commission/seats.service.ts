import { Injectable } from '@nestjs/common';
import type {
  CommissionResponse,
  FormCommission,
  LeaveSeat,
  OwnCommissions,
  PeopleToSeat,
  SeatPerson,
} from '@zit/contracts';
import { parseNip } from '@zit/domain';
import { commissionWords as words } from '@zit/words.pl/commission';
import type { EntityManager } from 'typeorm';
import { lockCall, openCall } from '../call/open-call';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { duplicate, forbidden, notFound, validation } from '../http/problem-error';
import { note } from '../journal/note';
import { partyNamed } from './parties';
import { ownCommissions, readCommission } from './read-commission';

/** Who sits in the commission of a call; seated by who writes the call. */
@Injectable()
export class SeatsService {
  constructor(private readonly door: Door) {}

  own(who: Actor): Promise<OwnCommissions> {
    return this.door.read(who, async (manager) => ({ items: await ownCommissions(manager, who) }));
  }

  read(who: Actor, callId: string): Promise<CommissionResponse> {
    return this.door.read(who, async (manager) =>
      readCommission(manager, who, await openCall(manager, who, callId, 'readCommission')),
    );
  }

  people(who: Actor, callId: string): Promise<PeopleToSeat> {
    return this.door.read(who, async (manager) => {
      await openCall(manager, who, callId, 'listPeopleToSeat');
      return { items: await peopleToSeat(manager, callId) };
    });
  }

  /** Forms the commission, or says its basis anew; the same again changes nothing. */
  form(who: Actor, callId: string, { basis }: FormCommission): Promise<CommissionResponse> {
    if (isBlank(basis)) throw validation([{ pointer: '/basis', message: words.blank }]);
    return this.door.write(who, async (manager) => {
      await lockCall(manager, callId);
      const call = await openCall(manager, who, callId, 'formCommission');
      const before = await readCommission(manager, who, call);
      if (before.basis === basis) return before;
      await manager.query(
        `insert into commission (call_id, basis, formed_by) values ($1, $2, $3)
         on conflict (call_id) do update set basis = excluded.basis, updated_at = clock_timestamp()`,
        [callId, basis, who.personId],
      );
      const details = { again: before.basis !== null };
      await note(manager, who, { act: 'FORM_COMMISSION', subject: { kind: 'call', id: callId }, details });
      return readCommission(manager, who, call);
    });
  }

  /** @throws 400, 403, 409 with what stands in the way: above all that an organisation that takes part named the person */
  seat(who: Actor, callId: string, given: SeatPerson): Promise<CommissionResponse> {
    return this.door.write(who, async (manager) => {
      await lockCall(manager, callId);
      const call = await openCall(manager, who, callId, 'seatPerson');
      const now = await readCommission(manager, who, call);
      const done = now.seats.find(({ id }) => id === given.id);
      if (done && isSame(done, given)) return now;
      if (now.basis === null) throw forbidden(words.formFirst);
      await requireFree(manager, now, given);
      const { id, personId, office, namedBy, namedByNip } = given;
      const made = await manager.query<unknown[]>(
        `insert into commission_seat (id, call_id, person_id, office, named_by, named_by_nip, seated_by)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing returning id`,
        [id, callId, personId, office, namedBy, namedByNip, who.personId],
      );
      if (made.length === 0) throw duplicate([{ pointer: '/id', message: words.keyTaken }]);
      const details = { seat: id, person: personId, office };
      await note(manager, who, { act: 'SEAT_PERSON', subject: { kind: 'call', id: callId }, details });
      await manager.query('select work_out_bars($1, $2)', [callId, personId]);
      return readCommission(manager, who, call);
    });
  }

  /** @throws 404, 409 when they have left already */
  leave(who: Actor, callId: string, seatId: string, { reason }: LeaveSeat): Promise<CommissionResponse> {
    if (isBlank(reason)) throw validation([{ pointer: '/reason', message: words.blank }]);
    return this.door.write(who, async (manager) => {
      await lockCall(manager, callId);
      const call = await openCall(manager, who, callId, 'leaveSeat');
      await manager.query('select from commission_seat where id = $1 for update', [seatId]);
      const before = await readCommission(manager, who, call);
      const seat = before.seats.find(({ id }) => id === seatId);
      if (!seat) throw notFound();
      if (seat.leftAt !== null && seat.leftReason === reason) return before;
      if (seat.leftAt !== null) throw duplicate([{ pointer: '', message: words.leftSeat }]);
      await manager.query(
        `update commission_seat set left_at = clock_timestamp(), left_cause = 'UNSEATED', left_reason = $2 where id = $1`,
        [seatId, reason],
      );
      const details = { seat: seatId, person: seat.personId, office: seat.office };
      await note(manager, who, { act: 'LEAVE_SEAT', subject: { kind: 'call', id: callId }, details });
      return readCommission(manager, who, call);
    });
  }
}

const peopleToSeat = (manager: EntityManager, callId: string): Promise<PeopleToSeat['items']> =>
  manager.query('select person_id as "personId", name, chairs from people_to_seat($1) order by name, person_id', [
    callId,
  ]);

const isSame = (seat: CommissionResponse['seats'][number], given: SeatPerson): boolean =>
  (['personId', 'office', 'namedBy', 'namedByNip'] as const).every((key) => seat[key] === given[key]);

/** @throws 400, 409 */
async function requireFree(manager: EntityManager, now: CommissionResponse, given: SeatPerson): Promise<void> {
  const { personId, office, namedBy, namedByNip } = given;
  if (isBlank(namedBy)) throw validation([{ pointer: '/namedBy', message: words.blank }]);
  const person = (await peopleToSeat(manager, now.callId)).find((one) => one.personId === personId);
  if (!person) throw validation([{ pointer: '/personId', message: words.notSteering }]);
  if (office === 'CHAIR' && !person.chairs) throw validation([{ pointer: '/office', message: words.notChair }]);
  const sitting = now.seats.filter(({ leftAt }) => leftAt === null);
  if (sitting.some((seat) => seat.personId === personId))
    throw duplicate([{ pointer: '/personId', message: words.sitsAlready }]);
  if (office === 'CHAIR' && sitting.some((seat) => seat.office === 'CHAIR'))
    throw duplicate([{ pointer: '/office', message: words.chairAlready }]);
  if (now.seats.some((seat) => seat.personId === personId && seat.leftCause === 'CONFLICT'))
    throw validation([{ pointer: '/personId', message: words.leftByConflict }]);
  if (namedByNip === null) return;
  if (!parseNip(namedByNip).ok) throw validation([{ pointer: '/namedByNip', message: words.badNip(namedByNip) }]);
  const party = await partyNamed(manager, now.callId, namedByNip);
  if (party !== null) throw validation([{ pointer: '/namedByNip', message: words.namedByParty(party) }]);
}
