import { Injectable } from '@nestjs/common';
import type { FreezeResult, ResultVersion, ResultVersions } from '@zit/contracts';
import type { MinutesFacts } from '@zit/documents/builders/minutes';
import { canonicalJson, resultFile, type Instant, type ResultFile, type Stability } from '@zit/domain';
import { answerWords } from '@zit/words.pl/answers';
import { resultWords as words } from '@zit/words.pl/result';
import type { EntityManager } from 'typeorm';
import { openCall, type CallRecord } from '../call/open-call';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { duplicate, forbidden, notFound, stale, validation } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { sha256 } from '../journal/sha256';
import { exclusionsOf, rankingNow, type RankingNow, type UpheldAppeal } from './ranking-now';
import { isRejected, type RankingFacts } from './ranking-facts';
import { ResultKey } from './result-key';
import { readVersions } from './result-rows';
import { StabilityPool } from './stability-pool';

/** What the minutes say beside the result; kept as it was said. */
export type KeptMinutes = Omit<MinutesFacts, 'result' | 'sha256'>;

/** Freezes a ranking: from then on no card is handed in, and what was frozen never changes. */
@Injectable()
export class FreezeService {
  constructor(
    private readonly door: Door,
    private readonly key: ResultKey,
    private readonly pool: StabilityPool,
  ) {}

  /**
   * One transaction; of two at once one is frozen, and the other is told so.
   * @throws 409 `STALE`: it is another ranking by now; 409 `DUPLICATE`: frozen already; 403 with what stands in the way
   */
  async freeze(who: SignedIn, callId: string, given: FreezeResult): Promise<ResultVersions> {
    requireText(given);
    const seen = await this.door.read(who, async (manager) =>
      rankingNow(manager, await openCall(manager, who, callId, 'freezeResult')),
    );
    // Worked out before anything is locked; what is frozen below is the very ranking it is about.
    const stability = seen.blocks.length === 0 ? await this.pool.of(seen.call, seen.checked) : null;
    return this.door.write(who, async (manager) => {
      const record = await openCall(manager, who, callId, 'freezeResult');
      await rankingNow(manager, record);
      const [lock] = await manager.query<{ frozenAt: Instant }[]>(
        `select to_char(freeze_scoring($1) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "frozenAt",
           hold_commission($1)`,
        [callId],
      );
      if (!lock) throw notFound();
      const before = await readVersions(manager, callId);
      if (await isDone(manager, callId, given)) return { versions: before };
      requireReason(before, given.reason);
      const now = await rankingNow(manager, record);
      requireNamed(now.appeals, given.reason);
      if (now.checked !== given.checked || seen.checked !== given.checked) throw stale([]);
      if (now.blocks.length > 0 || !stability) throw forbidden(now.blocks.map(({ text }) => text).join(' '));
      await this.keep(manager, who, record, { given, now, stability, before });
      return { versions: await readVersions(manager, callId) };
    });
  }

  private async keep(
    manager: EntityManager,
    who: SignedIn,
    record: CallRecord,
    { given, now, stability, before }: Freezing,
  ): Promise<void> {
    const no = before.length + 1;
    const [{ at }] = await manager.query<[{ at: Instant }]>(
      `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
    );
    const minutes = minutesOf(record, { given, now, stability, no, at });
    const file = fileAt(now, at);
    await manager.query(
      `insert into call_result (call_id, no, document, sha256, digests, signature, frozen_at, frozen_by, request_id,
         replaces_no, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[record.id, no, canonicalJson(file.document), file.sha256, JSON.stringify(file.digests)],
        ...[JSON.stringify(this.key.sign(file.sha256)), at, who.personId, given.id],
        ...[no > 1 ? no - 1 : null, given.reason ?? null],
      ],
    );
    await manager.query('insert into result_minutes (call_id, no, facts) values ($1, $2, $3)', [
      ...[record.id, no, JSON.stringify(minutes)],
    ]);
    const details = { no, sha256: file.sha256, offers: now.facts.offers.length, cards: now.facts.cards.length };
    await note(manager, who, { act: 'FREEZE_RESULT', subject: { kind: 'call', id: record.id }, details });
  }
}

interface Freezing {
  given: FreezeResult;
  now: RankingNow;
  stability: Stability;
  before: readonly ResultVersion[];
}

function fileAt({ call, about }: RankingNow, frozenAt: Instant): ResultFile {
  const { file } = resultFile(call, { ...about, frozenAt }, sha256);
  if (!file) throw new Error('a ranking that nothing blocks has no file');
  return file;
}

/** A key that was used with other contents, or for something else, is refused; the same again is answered. */
async function isDone(manager: EntityManager, callId: string, given: FreezeResult): Promise<boolean> {
  const [row] = await manager.query<{ callId: string; reason: string | null; facts: KeptMinutes }[]>(
    `select r.call_id as "callId", r.reason, m.facts from call_result r join result_minutes m using (call_id, no)
     where r.request_id = $1`,
    [given.id],
  );
  if (!row) return false;
  const { place, began, ended, dissent } = row.facts;
  const kept = [row.callId, row.reason, place, began, ended, dissent];
  const asked = [callId, given.reason ?? null, given.place, ...spanOf(given), given.dissent];
  if (canonicalJson(kept) !== canonicalJson(asked)) throw duplicate([{ pointer: '/id', message: words.frozenAlready }]);
  return true;
}

/** When the commission began and ended, as they are kept. */
const spanOf = ({ beganAt, endedAt }: FreezeResult): [Instant, Instant] => [
  new Date(beganAt).toISOString(),
  new Date(endedAt).toISOString(),
];

function requireReason(before: readonly ResultVersion[], reason: string | undefined): void {
  if (before.length > 0 && reason === undefined)
    throw duplicate([{ pointer: '/reason', message: words.frozenAlready }]);
  if (before.length === 0 && reason !== undefined)
    throw validation([{ pointer: '/reason', message: words.nothingReplaced }]);
}

/** The reason of a further version names each appeal that led to it. @throws 400 */
function requireNamed(appeals: readonly UpheldAppeal[], reason = ''): void {
  const said = reason.toLowerCase();
  const missing = appeals.map(({ no }) => answerWords.name(no)).filter((name) => !new RegExp(`${name}\\b`).test(said));
  if (missing.length > 0) throw validation([{ pointer: '/reason', message: answerWords.reasonNames(missing) }]);
}

function requireText({ place, dissent, reasons, reason }: FreezeResult): void {
  const texts: [string, string][] = [
    ['/place', place],
    ...dissent.map((text, at): [string, string] => [`/dissent/${at}`, text]),
    ...reasons.map(({ reason: text }, at): [string, string] => [`/reasons/${at}/reason`, text]),
    ...(reason === undefined ? [] : [['/reason', reason] satisfies [string, string]]),
  ];
  const blank = texts.filter(([, text]) => isBlank(text));
  if (blank.length > 0) throw validation(blank.map(([pointer]) => ({ pointer, message: words.blank })));
}

interface Minuting extends Omit<Freezing, 'before'> {
  no: number;
  at: Instant;
}

function minutesOf(record: CallRecord, { given, now, stability, no, at }: Minuting): KeptMinutes {
  const { facts } = now;
  const [began, ended] = spanOf(given);
  if (began >= ended || ended > at) throw validation([{ pointer: '/endedAt', message: words.endsBeforeItBegan }]);
  const unknown = given.present.findIndex((id) => !facts.seats.some(({ personId }) => personId === id));
  if (unknown >= 0) throw validation([{ pointer: `/present/${unknown}`, message: words.notSeated }]);
  return {
    number: words.minutesNumber(record.number ?? '', no),
    callTitle: record.title,
    basis: facts.basis,
    ...{ place: given.place, began, ended },
    commission: facts.seats.map(({ personId, name, office }) => ({
      ...{ name, office },
      present: given.present.includes(personId),
    })),
    exclusions: exclusionsOf(facts).map(({ name, offer, reason }) => ({ person: name, offer, reason })),
    offers: facts.offers.map((each) => ({
      ...{ offer: each.offer, title: each.title, consortium: each.consortium, late: each.lateMs > 0 },
      admitted: each.admitted,
      rejection: rejectionOf(each),
    })),
    onTheLine: lineOf(stability, given),
    dissent: given.dissent,
    attachments: words.attachments,
  };
}

/** Each offer on the line with its reason. @throws 400: one is missing, or of an offer that is not on it */
function lineOf({ trials, offers }: Stability, { reasons }: FreezeResult): KeptMinutes['onTheLine'] {
  const line = offers.filter(({ verdict }) => verdict === 'line');
  const strange = reasons.findIndex((given) => !line.some(({ offer }) => offer === given.offer));
  if (strange >= 0)
    throw validation([{ pointer: `/reasons/${strange}`, message: words.noSuchOnLine(reasons[strange]?.offer ?? '') }]);
  const missing = line.filter(({ offer }) => !reasons.some((given) => given.offer === offer));
  if (missing.length > 0)
    throw validation(missing.map(({ offer }) => ({ pointer: '/reasons', message: words.missingReason(offer) })));
  return {
    trials,
    offers: line.map(({ offer, selected }) => ({
      ...{ offer, selected },
      reason: reasons.find((given) => given.offer === offer)?.reason ?? '',
    })),
  };
}

/** Why an offer was not scored: lateness first, whatever else its card says; null: it was. */
function rejectionOf(offer: RankingFacts['offers'][number]): string | null {
  if (!isRejected(offer)) return null;
  return offer.lateMs > 0 && !offer.admitted ? words.late : words.rejected;
}
