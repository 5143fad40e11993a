import { Injectable } from '@nestjs/common';
import type { AskReasons, EnterReasons, OwnRequests, ReasonsChannel, ReasonsRequest } from '@zit/contracts';
import { dayAfter, inWarsaw, isLocalDate, REASONS_DAYS, type LocalDate } from '@zit/domain';
import { answerWords as words } from '@zit/words.pl/answers';
import type { EntityManager } from 'typeorm';
import { openCall, openPublished } from '../call/open-call';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { duplicate, notFound, tooMany, validation } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { requireSight } from './answers.service';
import { offerNamed, publishedVersions, resultOn, today } from './published-result';
import { ownRequests, readRequest } from './read-requests';

/** Requests of one person that may wait at a call. */
const MAX_WAITING = 20;
const DAY_SECONDS = 86_400;

interface Asked {
  given: AskReasons;
  channel: ReasonsChannel;
  receivedOn: LocalDate;
  asker: string | null;
}

/** Requests for the reasons of a published result: from anybody, counted in days of Europe/Warsaw. */
@Injectable()
export class ReasonsService {
  constructor(private readonly door: Door) {}

  /** One's own requests, and until when one may ask in time. @throws 404 */
  own(who: SignedIn, callId: string): Promise<OwnRequests> {
    return this.door.read(who, async (manager) => {
      await openPublished(manager, who, callId, 'readOwnReasons');
      const [newest] = await publishedVersions(manager, callId);
      const lastDay = newest
        ? dayAfter(newest.publishedAt, inWarsaw(newest.publishedAt).date, REASONS_DAYS).lastDay
        : null;
      return { requests: await ownRequests(manager, callId, who.personId), lastDay };
    });
  }

  /** Asked in the portal, today. A repeated request asks once. @throws 403: nothing is published; 429 */
  ask(who: SignedIn, callId: string, given: AskReasons): Promise<ReasonsRequest> {
    requireText(given);
    return this.door.write(who, async (manager) => {
      await openPublished(manager, who, callId, 'askReasons');
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${callId} ${who.personId}`]);
      const asked = { given, channel: 'PORTAL' as const, receivedOn: await today(manager), asker: null };
      const before = await readRequest(manager, callId, given.id);
      if (before) return sameAsked(before, asked);
      await requireFew(manager, callId, who.personId);
      return this.keep(manager, who, callId, asked, 'ASK_REASONS');
    });
  }

  /** Written down by the office: it came by post, by mail or in person. @throws 400: not on that day */
  enter(who: SignedIn, callId: string, given: EnterReasons): Promise<ReasonsRequest> {
    requireText(given);
    const { channel, receivedOn, asker } = given;
    if (!isLocalDate(receivedOn)) throw validation([{ pointer: '/receivedOn', message: words.notOnThatDay }]);
    if (isBlank(asker)) throw validation([{ pointer: '/asker', message: words.blank }]);
    return this.door.write(who, async (manager) => {
      await openCall(manager, who, callId, 'enterReasons');
      await requireSight(manager, callId);
      const asked = { given, channel, receivedOn, asker };
      const before = await readRequest(manager, callId, given.id);
      if (before) return sameAsked(before, asked);
      const published = (await publishedVersions(manager, callId)).at(-1);
      if (receivedOn > (await today(manager)) || (published && receivedOn < inWarsaw(published.publishedAt).date))
        throw validation([{ pointer: '/receivedOn', message: words.notOnThatDay }]);
      return this.keep(manager, who, callId, asked, 'ENTER_REASONS');
    });
  }

  private async keep(
    manager: EntityManager,
    who: SignedIn,
    callId: string,
    { given, channel, receivedOn, asker }: Asked,
    act: 'ASK_REASONS' | 'ENTER_REASONS',
  ): Promise<ReasonsRequest> {
    const { version, document } = await resultOn(manager, callId, receivedOn);
    const offerId = given.offer === undefined ? null : await offerNamed(manager, callId, given.offer);
    if (given.offer !== undefined && (offerId === null || !Object.hasOwn(document.offers, given.offer)))
      throw validation([{ pointer: '/offer', message: words.noSuchOffer(given.offer) }]);
    const { day } = dayAfter(version.publishedAt, receivedOn, REASONS_DAYS);
    const kept = await manager.query<unknown[]>(
      `insert into reasons_request (id, call_id, result_no, asked_by, asker, entered_by, channel, offer_id, text, received_on, day)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing returning id`,
      [
        ...[given.id, callId, version.no, asker === null ? who.personId : null, asker, who.personId],
        ...[channel, offerId, given.text, receivedOn, day],
      ],
    );
    if (kept.length === 0) throw duplicate([{ pointer: '/id', message: words.keyTaken }]);
    const details = { call: callId, request: given.id, no: version.no, day };
    await note(manager, who, { act, subject: { kind: 'call', id: callId }, details });
    const row = await readRequest(manager, callId, given.id);
    if (!row) throw notFound();
    return row;
  }
}

/** Said under this key before. @throws 409 when something else was */
function sameAsked(before: ReasonsRequest, { given, channel, receivedOn, asker }: Asked): ReasonsRequest {
  const same =
    before.channel === channel &&
    before.text === given.text &&
    before.offer === (given.offer ?? null) &&
    (channel === 'PORTAL' || (before.receivedOn === receivedOn && before.asker === asker));
  if (!same) throw duplicate([{ pointer: '/id', message: words.keyTaken }]);
  return before;
}

async function requireFew(manager: EntityManager, callId: string, personId: string): Promise<void> {
  const [{ waiting }] = await manager.query<[{ waiting: number }]>(
    `select count(*)::int as waiting from reasons_request
     where call_id = $1 and asked_by = $2 and answered_at is null`,
    [callId, personId],
  );
  if (waiting >= MAX_WAITING) throw tooMany(words.manyRequests(MAX_WAITING), DAY_SECONDS);
}

function requireText({ text }: AskReasons): void {
  if (isBlank(text)) throw validation([{ pointer: '/text', message: words.blank }]);
}
