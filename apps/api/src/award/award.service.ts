import { Inject, Injectable } from '@nestjs/common';
import type { AwardResponse, AwardRow, CallAwards, EndAward, GiveAward, PublicAwards } from '@zit/contracts';
import { awardTurns, callDecision, type ListedOffer, type PolicyAct, type ResultDocument } from '@zit/domain';
import { awardWords as words } from '@zit/words.pl/award';
import type { EntityManager } from 'typeorm';
import { lockCall, openCall, type CallRecord } from '../call/open-call';
import { requireDeclared } from '../commission/seat-of';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { duplicate, forbidden, notFound, stale, validation } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { readVersions } from '../result/result-rows';
import { sendAwardLetter } from './award-letter';
import { awardsOfCall, awardsPublished } from './award-rows';
import { amountsOf, frozenOffer, type FrozenOffer } from './frozen-offer';

/** Awards after a published result (decision 16): in its order, one act each, and nothing beyond what the call has. */
@Injectable()
export class AwardService {
  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws 404: also for whom something of the call is barred (decision 14) */
  read(who: SignedIn, callId: string): Promise<CallAwards> {
    return this.door.read(who, async (manager) => this.answer(manager, who, await open(manager, who, callId)));
  }

  /** For anybody. @throws 404: there is no such call */
  readPublic(slug: string): Promise<PublicAwards> {
    return this.door.open(async (manager) => {
      const [call] = await manager.query<{ id: string }[]>(`select id from call where slug = $1 and state <> 'DRAFT'`, [
        slug,
      ]);
      if (!call) throw notFound();
      return { items: await awardsPublished(manager, call.id) };
    });
  }

  /**
   * Awards the offer whose turn it is. Acts on a call follow one another, so of two at once one finds the turn taken.
   * @throws 404, 403 with what is in the way, 409 STALE: the result is not the newest, DUPLICATE: the key is used
   */
  give(who: SignedIn, callId: string, given: GiveAward): Promise<CallAwards> {
    return this.door.write(who, async (manager) => {
      await lockCall(manager, callId);
      const call = await open(manager, who, callId, 'giveAward');
      const [done] = await manager.query<KeyUsed[]>(USED, [given.id]);
      if (done) {
        requireSame(done, callId, given);
        return this.answer(manager, who, call);
      }
      const state = await readState(manager, callId);
      if (!state.published) throw forbidden(words.noResult);
      if (state.newerFrozen) throw forbidden(words.newerFrozen);
      if (state.published.no !== given.resultNo) throw stale([]);
      const row = state.rows.find(({ offer }) => offer === given.offer);
      if (!row) throw notFound();
      if (row.turn !== 'NEXT') throw forbidden(words.turn[row.turn]);
      const offer = await received(manager, row);
      await keep(manager, who, { callId, offer, row, given });
      await this.tell(manager, who, call, offer, given.id);
      return this.answer(manager, who, call);
    });
  }

  /** The award falls through; repeated with the same reason it is answered. @throws 404, 403, 409 DUPLICATE */
  end(who: SignedIn, callId: string, id: string, { reason }: EndAward): Promise<CallAwards> {
    if (isBlank(reason)) throw validation([{ pointer: '/reason', message: words.reasonNeeded }]);
    return this.door.write(who, async (manager) => {
      await lockCall(manager, callId);
      const call = await open(manager, who, callId, 'endAward');
      const award = (await awardsOfCall(manager, callId)).find((each) => each.id === id);
      if (!award) throw notFound();
      if (award.endedAt !== null) {
        if (award.endedReason !== reason) throw duplicate([{ pointer: '/reason', message: words.endedOtherwise }]);
        return this.answer(manager, who, call);
      }
      await manager.query(
        `update award set ended_at = clock_timestamp(), ended_by = $2, ended_reason = $3 where id = $1`,
        [id, who.personId, reason],
      );
      await note(manager, who, { act: 'END_AWARD', subject: { kind: 'call', id: callId }, details: { awardId: id } });
      const offer = await frozenOffer(manager, award.offer);
      if (offer) await this.tell(manager, who, call, offer, id);
      return this.answer(manager, who, call);
    });
  }

  private async tell(manager: EntityManager, who: SignedIn, call: CallRecord, offer: FrozenOffer, id: string) {
    const award = (await awardsOfCall(manager, call.id)).find((each) => each.id === id);
    if (award) await sendAwardLetter(manager, who, this.settings, { call, offer, award });
  }

  private async answer(manager: EntityManager, who: SignedIn, call: CallRecord): Promise<CallAwards> {
    const { published, newerFrozen, rows, standing, limits } = await readState(manager, call.id);
    return {
      ...{ number: call.number, title: call.title, newerFrozen, ...limits, rows },
      result: published && { no: published.no, publishedAt: published.publishedAt },
      standing: { count: standing.length, zitGrosze: standing.reduce((sum, { zitGrosze }) => sum + zitGrosze, 0) },
      mayAward: callDecision(who, 'giveAward', call).allow,
    };
  }
}

/** @throws 404, 403; who may not know all of the call learns nothing here, in whatever hat */
async function open(
  manager: EntityManager,
  who: SignedIn,
  callId: string,
  act: PolicyAct = 'readAwards',
): Promise<CallRecord> {
  const call = await openCall(manager, who, callId, 'readAwards');
  await requireDeclared(manager, who, callId);
  const [hidden] = await manager.query<unknown[]>(
    `select where exists (select from call_result where call_id = $1) and $1 <> all (scope_results_seen())`,
    [callId],
  );
  if (hidden) throw notFound();
  return act === 'readAwards' ? call : openCall(manager, who, callId, act);
}

interface State {
  published: { no: number; publishedAt: string } | null;
  newerFrozen: boolean;
  rows: AwardRow[];
  standing: AwardResponse[];
  limits: { centres: number | null; moneyGrosze: number | null };
}

async function readState(manager: EntityManager, callId: string): Promise<State> {
  const versions = await readVersions(manager, callId);
  const newest = versions.find(({ publishedAt }) => publishedAt !== null);
  const awards = await awardsOfCall(manager, callId);
  const standing = awards.filter(({ endedAt }) => endedAt === null);
  const newerFrozen = newest !== undefined && newest !== versions[0];
  if (!newest?.publishedAt)
    return { published: null, newerFrozen, rows: [], standing, limits: { centres: null, moneyGrosze: null } };
  const [row] = await manager.query<{ document: string }[]>(
    'select document from call_result where call_id = $1 and no = $2',
    [callId, newest.no],
  );
  const document = JSON.parse(row?.document ?? 'null') as ResultDocument;
  const { centres, moneyGrosze } = document.rules;
  const limits = { centres, moneyGrosze };
  const published = { no: newest.no, publishedAt: newest.publishedAt };
  return { published, newerFrozen, rows: rowsOf(document, awards, limits), standing, limits };
}

function rowsOf(document: ResultDocument, awards: readonly AwardResponse[], limits: State['limits']): AwardRow[] {
  const ranked = document.ranking.flatMap(({ offer, status, place, shown }) =>
    (status === 'selected' || status === 'reserve') && place !== null ? [{ offer, status, place, shown }] : [],
  );
  const listed = ranked.map((row) => ({ ...row, zitGrosze: document.offers[row.offer]?.zitGrosze ?? 0 }));
  const given = awards.map(({ offer, zitGrosze, endedAt }) => ({ offer, zitGrosze, ended: endedAt !== null }));
  const turns = awardTurns(listed satisfies ListedOffer[], given, limits);
  return listed.map((row, at) => ({
    ...row,
    title: document.offers[row.offer]?.title ?? row.offer,
    turn: turns[at] ?? 'EARLIER',
    awards: awards.filter(({ offer }) => offer === row.offer),
  }));
}

/** What was received, if its ZIT is still what was ranked. @throws 403 */
async function received(manager: EntityManager, row: AwardRow): Promise<FrozenOffer> {
  const offer = await frozenOffer(manager, row.offer);
  if (!offer) throw forbidden(words.offerGone(row.offer));
  const { zit } = amountsOf(offer.document);
  if (zit !== row.zitGrosze) throw forbidden(words.otherZit(row.offer, zit, row.zitGrosze));
  return offer;
}

async function keep(
  manager: EntityManager,
  who: SignedIn,
  { callId, offer, row, given }: { callId: string; offer: FrozenOffer; row: AwardRow; given: GiveAward },
): Promise<void> {
  const fromReserve = row.status === 'reserve';
  const reason = given.reason ?? null;
  if (fromReserve && (reason === null || isBlank(reason)))
    throw validation([{ pointer: '/reason', message: words.reserveNeedsReason }]);
  if (!fromReserve && reason !== null) throw validation([{ pointer: '/reason', message: words.onlyReserveHasReason }]);
  const { total, zit, own } = amountsOf(offer.document);
  await manager.query(
    `insert into award (id, call_id, offer_id, consortium_id, result_no, receipt_number, place, from_reserve,
       total_grosze, zit_grosze, own_grosze, reason, awarded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[given.id, callId, offer.offerId, offer.consortiumId, given.resultNo, row.offer, row.place, fromReserve],
      ...[total, zit, own, reason, who.personId],
    ],
  );
  const details = { awardId: given.id, offerId: offer.offerId, resultNo: given.resultNo, place: row.place };
  await note(manager, who, { act: 'GIVE_AWARD', subject: { kind: 'call', id: callId }, details });
}

interface KeyUsed {
  callId: string;
  offer: string;
  resultNo: number;
  reason: string | null;
}

const USED = `select call_id as "callId", receipt_number as offer, result_no as "resultNo", reason from award where id = $1`;

function requireSame(done: KeyUsed, callId: string, { offer, resultNo, reason }: GiveAward): void {
  const same =
    done.callId === callId && done.offer === offer && done.resultNo === resultNo && done.reason === (reason ?? null);
  if (!same) throw duplicate([{ pointer: '/id', message: words.idTaken }]);
}
