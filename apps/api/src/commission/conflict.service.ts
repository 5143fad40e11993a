import { Injectable } from '@nestjs/common';
import type { BarCause, ConflictItem, ConflictList, DecideConflict, EndTie, TieFound } from '@zit/contracts';
import { commissionWords as words } from '@zit/words.pl/commission';
import type { EntityManager } from 'typeorm';
import { openCall, type CallRecord } from '../call/open-call';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { utc } from '../database/instant-text';
import { isBlank } from '../http/blank';
import { duplicate, forbidden, notFound, validation } from '../http/problem-error';
import { note } from '../journal/note';
import { partiesOf } from './parties';
import { requireOffice, type Office } from './seat-of';
import { tieOf, tiesOf } from './tie-rows';

type Pair = Pick<ConflictItem, 'offerId' | 'personId'>;
type Of<Part> = Pair & Part;
interface Decision {
  id: string;
  bars: boolean;
  reason: string;
  at: string;
}

/** Conflicts of a whole commission, for who leads it, and the chair's decisions about the soft ones. */
@Injectable()
export class ConflictService {
  constructor(private readonly door: Door) {}

  list(who: Actor, callId: string): Promise<ConflictList> {
    return this.door.read(who, async (manager) => {
      const call = await openCall(manager, who, callId, 'listConflicts');
      const { office } = await requireOffice(manager, who, callId, ['CHAIR', 'SECRETARY']);
      return listOf(manager, who, call, office);
    });
  }

  /** The newest decision about a pair counts. @throws 403 when there is nothing soft to decide, 404 */
  decide(who: Actor, callId: string, given: DecideConflict): Promise<ConflictList> {
    if (isBlank(given.reason)) throw validation([{ pointer: '/reason', message: words.blank }]);
    return this.door.write(who, async (manager) => {
      const call = await openCall(manager, who, callId, 'decideConflict');
      const { office } = await requireOffice(manager, who, callId, ['CHAIR']);
      const { id, personId, offerId, bars, reason } = given;
      if (await decidedBefore(manager, callId, given)) return listOf(manager, who, call, office);
      const { items } = await listOf(manager, who, call, office);
      const item = items.find((one) => one.personId === personId && one.offerId === offerId);
      if (!item) throw notFound();
      if (personId === who.personId) throw forbidden(words.notAboutYourself);
      if (!item.mayDecide) throw forbidden(words.nothingToDecide);
      await manager.query(
        `insert into conflict_decision (id, call_id, person_id, offer_id, bars, reason, decided_by)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, callId, personId, offerId, bars, reason, who.personId],
      );
      const details = { decision: id, call: callId, person: personId, bars };
      await note(manager, who, { act: 'DECIDE_CONFLICT', subject: { kind: 'offer', id: offerId }, details });
      await manager.query('select work_out_bars($1, $2)', [callId, personId]);
      return listOf(manager, who, call, office);
    });
  }

  /** The chair takes back an entry that was wrong, of somebody else. @throws 403, 404 */
  endTie(who: Actor, callId: string, tieId: string, { reason }: EndTie): Promise<ConflictList> {
    if (isBlank(reason)) throw validation([{ pointer: '/reason', message: words.blank }]);
    return this.door.write(who, async (manager) => {
      const call = await openCall(manager, who, callId, 'endTie');
      const { office } = await requireOffice(manager, who, callId, ['CHAIR']);
      const tie = await tieOf(manager, tieId);
      if (!tie || !(await sits(manager, callId, tie.personId))) throw notFound();
      if (tie.personId === who.personId) throw forbidden(words.ownTie);
      if (tie.source === 'PORTAL') throw forbidden(words.portalTie);
      await manager.query(
        'update tie set ended_at = clock_timestamp(), ended_by = $2, ended_reason = $3 where id = $1',
        [tieId, who.personId, reason],
      );
      const details = { tie: tieId, call: callId };
      await note(manager, who, { act: 'END_TIE', subject: { kind: 'person', id: tie.personId }, details });
      await manager.query('select work_out_person($1)', [tie.personId]);
      return listOf(manager, who, call, office);
    });
  }
}

const sits = async (manager: EntityManager, callId: string, personId: string): Promise<boolean> =>
  (
    await manager.query<unknown[]>('select from commission_seat where call_id = $1 and person_id = $2 limit 1', [
      callId,
      personId,
    ])
  ).length > 0;

/** Was the same decided under this key? @throws 409 with other contents */
async function decidedBefore(manager: EntityManager, callId: string, given: DecideConflict): Promise<boolean> {
  const [kept] = await manager.query<(Of<Decision> & { callId: string })[]>(
    `select call_id as "callId", person_id as "personId", offer_id as "offerId", bars, reason
     from conflict_decision where id = $1`,
    [given.id],
  );
  if (!kept) return false;
  const same = (['personId', 'offerId', 'bars', 'reason'] as const).every((key) => kept[key] === given[key]);
  if (!same || kept.callId !== callId) throw duplicate([{ pointer: '/id', message: words.keyTaken }]);
  return true;
}

const keyOf = ({ offerId, personId }: Pair): string => `${offerId} ${personId}`;

const BARS = `select offer_id as "offerId", person_id as "personId", cause, ${utc('since')} as since
  from offer_bar where call_id = $1 and lifted_at is null`;
const FOUND = `select offer_id as "offerId", person_id as "personId", weight, kind, party, through, source,
  tie_id as "tieId" from commission_conflicts($1) order by weight, kind, party`;
const DECLARED = `select offer_id as "offerId", person_id as "personId", reason, ${utc('at')} as at
  from impartiality where call_id = $1 and kind = 'CONFLICT'`;
const DECIDED = `select offer_id as "offerId", person_id as "personId", bars, reason, ${utc('at')} as at
  from conflict_decision where call_id = $1 order by conflict_decision.at`;

/** All that is known of each pair, of the offers that who asks sees. */
async function listOf(manager: EntityManager, who: Actor, call: CallRecord, office: Office): Promise<ConflictList> {
  const ask = <Row>(sql: string): Promise<Row[]> => manager.query<Row[]>(sql, [call.id]);
  const people = await ask<{ personId: string; name: string }>(
    `select distinct s.person_id as "personId", p.name from commission_seat s join person p on p.id = s.person_id
     where s.call_id = $1`,
  );
  const offers = new Map(
    (await partiesOf(manager, call.id)).flatMap(({ offerId, consortium, cause }) =>
      cause === null ? [[offerId, consortium] as const] : [],
    ),
  );
  const bars = await ask<Of<{ cause: BarCause; since: string }>>(BARS);
  const found = await ask<Of<TieFound>>(FOUND);
  const declared = await ask<Of<{ reason: string; at: string }>>(DECLARED);
  const decided = await ask<Of<Decision>>(DECIDED);
  const pairs = new Map<string, Pair>();
  for (const pair of [...bars, ...found, ...declared, ...decided])
    if (offers.has(pair.offerId)) pairs.set(keyOf(pair), pair);
  const items = [...pairs].map(([key, { offerId, personId }]): ConflictItem => {
    const of = <Row extends Pair>(rows: readonly Row[]): Row[] => rows.filter((row) => keyOf(row) === key);
    const bar = of(bars)[0];
    const said = of(declared)[0];
    const last = of(decided).at(-1);
    const ties = of(found).map(({ offerId: _offer, personId: _person, ...tie }) => tie);
    const soft = !said && ties.length > 0 && ties.every(({ weight }) => weight === 'SOFT');
    return {
      offerId,
      personId,
      consortium: offers.get(offerId) ?? '',
      name: people.find((one) => one.personId === personId)?.name ?? '',
      cause: bar?.cause ?? null,
      since: bar?.since ?? null,
      found: ties,
      declared: said ? { reason: said.reason, at: said.at } : null,
      decision: last ? { bars: last.bars, reason: last.reason, at: last.at } : null,
      mayDecide: office === 'CHAIR' && personId !== who.personId && soft,
    };
  });
  const byName = (a: ConflictItem, b: ConflictItem): number =>
    `${a.consortium} ${a.name}`.localeCompare(`${b.consortium} ${b.name}`, 'pl');
  const ties = await tiesOf(
    manager,
    people.map(({ personId }) => personId),
  );
  return { items: items.sort(byName), ties, serverTime: call.now };
}
