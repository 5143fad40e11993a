import { Injectable } from '@nestjs/common';
import type { DeclareConflict, DeclareImpartiality, EnterTie, OwnImpartiality, TieEntered } from '@zit/contracts';
import { commissionWords as words, impartialityClause } from '@zit/words.pl/commission';
import type { EntityManager } from 'typeorm';
import { openCall, type CallRecord } from '../call/open-call';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { utc } from '../database/instant-text';
import { isBlank } from '../http/blank';
import { duplicate, forbidden, notFound, validation } from '../http/problem-error';
import { note } from '../journal/note';
import { checkTie } from './check-tie';
import { deadlineText, isOver, partiesOf } from './parties';
import { seatOf, type Seat } from './seat-of';
import { tieOf, tiesOf } from './tie-rows';

interface Kept {
  id: string;
  callId: string;
  personId: string;
  kind: 'DECLARED' | 'CONFLICT';
  offerId: string | null;
  reason: string | null;
  at: string;
}

const KEPT = `select i.id, i.call_id as "callId", i.person_id as "personId", i.kind, i.offer_id as "offerId", i.reason,
  ${utc('i.at')} as at from impartiality i`;

/** What a person of the commission declares of themselves. */
@Injectable()
export class ImpartialityService {
  constructor(private readonly door: Door) {}

  read(who: Actor, callId: string): Promise<OwnImpartiality> {
    return this.door.read(who, async (manager) => {
      const { call, seat } = await openSeat(manager, who, callId, 'readImpartiality');
      return answer(manager, who, call, seat);
    });
  }

  /** On the list of parties, before any content is seen. @throws 403 before the deadline */
  declare(who: Actor, callId: string, { id, clause }: DeclareImpartiality): Promise<OwnImpartiality> {
    return this.door.write(who, async (manager) => {
      const { call, seat } = await openSeat(manager, who, callId, 'declareImpartiality');
      if (clause !== impartialityClause.version) throw validation([{ pointer: '/clause', message: words.otherClause }]);
      if (!isOver(call)) throw forbidden(words.notBeforeDeadline(deadlineText(call)));
      if (seat.declared) return answer(manager, who, call, seat);
      await keep(
        manager,
        `insert into impartiality (id, call_id, person_id, kind, clause)
        values ($1, $2, $3, 'DECLARED', $4) on conflict do nothing returning id`,
        [id, callId, who.personId, clause],
      );
      const details = { declaration: id, clause };
      await note(manager, who, { act: 'DECLARE_IMPARTIALITY', subject: { kind: 'call', id: callId }, details });
      await manager.query('select work_out_bars($1, $2)', [callId, who.personId]);
      return answer(manager, who, call, seat);
    });
  }

  /**
   * With one offer, at any time; nobody but the person decides it, and nothing of the offer is theirs to see from this
   * transaction on. Repeated under its id it is answered again, though the person has left the call by it.
   */
  conflict(who: Actor, callId: string, given: DeclareConflict): Promise<OwnImpartiality> {
    if (isBlank(given.reason)) throw validation([{ pointer: '/reason', message: words.blank }]);
    return this.door.write(who, async (manager) => {
      const done = await declaredBefore(manager, who, callId, given);
      if (done) return done;
      const { call, seat } = await openSeat(manager, who, callId, 'declareConflict');
      const parties = await partiesOf(manager, callId);
      if (!parties.some(({ offerId }) => offerId === given.offerId)) throw notFound();
      const { id, offerId, reason } = given;
      await keep(
        manager,
        `insert into impartiality (id, call_id, person_id, kind, offer_id, reason, clause)
        values ($1, $2, $3, 'CONFLICT', $4, $5, $6) on conflict do nothing returning id`,
        [id, callId, who.personId, offerId, reason, impartialityClause.version],
      );
      await note(manager, who, {
        act: 'DECLARE_CONFLICT',
        subject: { kind: 'offer', id: offerId },
        details: { declaration: id, call: callId },
      });
      await manager.query('select work_out_bars($1, $2)', [callId, who.personId]);
      return answer(manager, who, call, seat);
    });
  }

  /** A tie of one's own, or of another, which the chair enters with its source; it counts at once, in every call. */
  enterTie(who: Actor, callId: string, given: EnterTie): Promise<TieEntered> {
    checkTie(given);
    return this.door.write(who, async (manager) => {
      const before = await tieOf(manager, given.id);
      if (before) {
        if (!isSameTie(before, given)) throw duplicate([{ pointer: '/id', message: words.keyTaken }]);
        return { tie: before, left: (await seatOf(manager, who, callId)) === null };
      }
      const { seat } = await openSeat(manager, who, callId, 'enterTie');
      const own = given.personId === who.personId;
      if (!own) await requireOther(manager, callId, seat, given);
      const { id, personId, kind, nip, krs, from, to, note: told } = given;
      await keep(
        manager,
        `insert into tie (id, person_id, kind, nip, krs, from_day, to_day, source, note, entered_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
        [id, personId, kind, nip, krs, from, to, own ? 'DECLARED' : 'CHAIR', told, who.personId],
      );
      const details = { tie: id, call: callId, kind };
      await note(manager, who, { act: 'ENTER_TIE', subject: { kind: 'person', id: personId }, details });
      await manager.query('select work_out_person($1)', [personId]);
      const tie = await tieOf(manager, id);
      if (!tie) throw new Error('a tie that was written is not there');
      return { tie, left: (await seatOf(manager, who, callId)) === null };
    });
  }
}

type SeatAct = 'readImpartiality' | 'declareImpartiality' | 'declareConflict' | 'enterTie';

/** @throws 404, 403 */
async function openSeat(
  manager: EntityManager,
  who: Actor,
  callId: string,
  act: SeatAct,
): Promise<{ call: CallRecord; seat: Seat }> {
  const call = await openCall(manager, who, callId, act);
  const seat = await seatOf(manager, who, callId);
  if (!seat) throw notFound();
  return { call, seat };
}

/** @throws 409 when the key stands for something else */
async function keep(manager: EntityManager, insert: string, values: readonly unknown[]): Promise<void> {
  const made = await manager.query<unknown[]>(insert, [...values]);
  if (made.length === 0) throw duplicate([{ pointer: '/id', message: words.keyTaken }]);
}

/** What was declared under this key before, or about this offer; null: nothing. @throws 409 with other contents */
async function declaredBefore(
  manager: EntityManager,
  who: Actor,
  callId: string,
  { id, offerId, reason }: DeclareConflict,
): Promise<OwnImpartiality | null> {
  const [kept] = await manager.query<Kept[]>(`${KEPT} where i.id = $1 and i.person_id = $2`, [id, who.personId]);
  if (!kept) return null;
  if (kept.callId !== callId || kept.offerId !== offerId || kept.reason !== reason)
    throw duplicate([{ pointer: '/id', message: words.keyTaken }]);
  const [call] = await manager.query<CallRecord[]>(
    `select id, ${utc('deadline_at')} as "deadlineAt", ${utc('clock_timestamp()')} as now from call where id = $1`,
    [callId],
  );
  const [seat] = await manager.query<Seat[]>(
    `select office, true as declared from commission_seat where call_id = $1 and person_id = $2
     order by seated_at desc limit 1`,
    [callId, who.personId],
  );
  return call && seat ? answer(manager, who, call, seat) : null;
}

/** @throws 403 unless it is the chair's, 400 when the person does not sit there or the source is missing */
async function requireOther(
  manager: EntityManager,
  callId: string,
  { office, declared }: Seat,
  { personId, note: source }: EnterTie,
): Promise<void> {
  if (office !== 'CHAIR') throw forbidden(words.ofOthersByChair);
  if (!declared) throw forbidden(words.declareFirst);
  const seats = await manager.query<unknown[]>(
    'select from commission_seat where call_id = $1 and person_id = $2 limit 1',
    [callId, personId],
  );
  if (seats.length === 0) throw validation([{ pointer: '/personId', message: words.notInCommission }]);
  if (source === null || isBlank(source)) throw validation([{ pointer: '/note', message: words.sourceNeeded }]);
}

const isSameTie = (kept: TieEntered['tie'], given: EnterTie): boolean =>
  (['personId', 'kind', 'nip', 'krs', 'from', 'to', 'note'] as const).every((key) => kept[key] === given[key]);

async function answer(
  manager: EntityManager,
  who: Actor,
  call: Pick<CallRecord, 'id' | 'deadlineAt' | 'now'>,
  { office }: Pick<Seat, 'office'>,
): Promise<OwnImpartiality> {
  const personId = who.personId ?? '';
  const kept = await manager.query<Kept[]>(`${KEPT} where i.call_id = $1 and i.person_id = $2 order by i.at, i.id`, [
    call.id,
    personId,
  ]);
  const left = (await seatOf(manager, who, call.id)) === null;
  return {
    office,
    left,
    declaredAt: kept.find(({ kind }) => kind === 'DECLARED')?.at ?? null,
    parties: isOver(call) && !left ? await partiesOf(manager, call.id) : null,
    conflicts: kept.flatMap(({ id, offerId, reason, at }) =>
      offerId === null ? [] : [{ id, offerId, reason: reason ?? '', at }],
    ),
    ties: await tiesOf(manager, [personId]),
    serverTime: call.now,
  };
}
