import { Injectable } from '@nestjs/common';
import type { CallAnswers } from '@zit/contracts';
import { callDecision, dayAfter, inWarsaw, REASONS_DAYS } from '@zit/domain';
import { answerWords as words } from '@zit/words.pl/answers';
import type { EntityManager } from 'typeorm';
import { openCall } from '../call/open-call';
import { requireDeclared, seatOf } from '../commission/seat-of';
import { Door } from '../database/door';
import { utc } from '../database/instant-text';
import { notFound } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { appealsOfCall } from './appeal-rows';
import { publishedResult, publishedVersions } from './published-result';
import { readRequests } from './read-requests';

const LETTERS = `
  select l.id, l.kind, ${utc('l.sent_at')} as "sentAt", l.sha256, l.result_no as "resultNo", s.number as offer
  from offer_letter l join offer_standing s on s.offer_id = l.offer_id
  where l.call_id = $1 order by l.sent_at desc, s.number limit 1000`;

/** What came after a published result: for who runs the call and its commission, with nothing of it barred to them. */
@Injectable()
export class AnswersService {
  constructor(private readonly door: Door) {}

  /** @throws 404 */
  read(who: SignedIn, callId: string): Promise<CallAnswers> {
    return this.door.read(who, async (manager) => {
      const call = await openCall(manager, who, callId, 'readAnswers');
      await requireDeclared(manager, who, callId);
      await requireSight(manager, callId);
      const versions = await publishedVersions(manager, callId);
      const document = versions[0] ? (await publishedResult(manager, callId, versions[0])).document : null;
      const office = (await seatOf(manager, who, callId))?.office;
      return {
        ...{ callId, callNumber: call.number, callTitle: call.title },
        results: versions.map(({ no, publishedAt }) => {
          const { lastDay } = dayAfter(publishedAt, inWarsaw(publishedAt).date, REASONS_DAYS);
          return { no, publishedAt, lastDay };
        }),
        offers: (document?.ranking ?? []).map(({ offer }) => ({ offer, title: document?.offers[offer]?.title ?? '' })),
        requests: await readRequests(manager, callId),
        appeals: await appealsOfCall(manager, callId),
        letters: await manager.query<CallAnswers['letters']>(LETTERS, [callId]),
        closed: {
          answer: callDecision(who, 'answerReasons', call).allow ? null : words.closedAnswer,
          state: office === 'CHAIR' || office === 'SECRETARY' ? null : words.closedState,
        },
      };
    });
  }
}

/** Something of the call is barred to who asks, or nothing was frozen: then nothing of this is there. @throws 404 */
export async function requireSight(manager: EntityManager, callId: string): Promise<void> {
  const [{ sees }] = await manager.query<[{ sees: boolean }]>('select $1 = any (scope_results_seen()) as sees', [
    callId,
  ]);
  if (!sees) throw notFound();
}
