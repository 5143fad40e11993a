import { Inject, Injectable } from '@nestjs/common';
import type { AnswerReasons, ReasonsRequest } from '@zit/contracts';
import type { OfferLetterFacts } from '@zit/documents/builders/offer-letter';
import {
  dayAfter,
  formatDatePl,
  publishedCards,
  REASONS_DAYS,
  type CardContents,
  type ResultDocument,
} from '@zit/domain';
import { answerWords as words } from '@zit/words.pl/answers';
import { mailTexts } from '@zit/words.pl/mails';
import type { EntityManager } from 'typeorm';
import { openCall, type CallRecord } from '../call/open-call';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { duplicate, notFound, validation } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { pointsOf, rowsOf, type Published } from '../letter/result-letters';
import { keepOfferLetter } from '../letter/send-offer-letter';
import { pageAt } from '../mail/link-to';
import { requireSight } from './answers.service';
import { offerNamed, publishedResult, publishedVersions, today } from './published-result';
import { readRequest } from './read-requests';

interface Card {
  assessor: string;
  contents: CardContents;
}

/** Answers a request for reasons: with a letter that has the points and what the assessors wrote, by pseudonym. */
@Injectable()
export class ReasonsAnswerService {
  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Once; repeated with the same text it is answered. @throws 404, 409: answered otherwise */
  answer(who: SignedIn, callId: string, requestId: string, { id, text }: AnswerReasons): Promise<ReasonsRequest> {
    if (isBlank(text)) throw validation([{ pointer: '/text', message: words.blank }]);
    return this.door.write(who, async (manager) => {
      const call = await openCall(manager, who, callId, 'answerReasons');
      await requireSight(manager, callId);
      await manager.query('select from reasons_request where id = $1 for no key update', [requestId]);
      const request = await readRequest(manager, callId, requestId);
      if (!request) throw notFound();
      if (request.answeredAt !== null) {
        if (request.letter !== id || request.answer !== text)
          throw duplicate([{ pointer: '/text', message: words.answered }]);
        return request;
      }
      await this.send(manager, who, call, request, { id, text });
      await manager.query(
        'update reasons_request set answered_at = clock_timestamp(), answered_by = $2, answer = $3 where id = $1',
        [requestId, who.personId, text],
      );
      const details = { call: callId, request: requestId, letter: id };
      await note(manager, who, { act: 'ANSWER_REASONS', subject: { kind: 'call', id: callId }, details });
      const after = await readRequest(manager, callId, requestId);
      if (!after) throw notFound();
      return after;
    });
  }

  private async send(
    manager: EntityManager,
    who: SignedIn,
    call: CallRecord,
    request: ReasonsRequest,
    { id, text }: AnswerReasons,
  ): Promise<void> {
    const versions = await publishedVersions(manager, call.id);
    const version = versions.find(({ no }) => no === request.resultNo);
    if (!version) throw notFound();
    const published = await publishedResult(manager, call.id, version);
    const offerId = request.offer === null ? null : await offerNamed(manager, call.id, request.offer);
    const cards =
      offerId === null
        ? []
        : await manager.query<Card[]>('select assessor, contents from published_cards($1, $2, $3)', [
            ...[call.id, offerId, version.no],
          ]);
    const facts = factsOf(call, published, request, { text, cards, date: await today(manager) });
    const taken = await manager.query<unknown[]>('select from offer_letter where id = $1', [id]);
    if (taken.length > 0) throw duplicate([{ pointer: '/id', message: words.keyTaken }]);
    await keepOfferLetter(manager, who, {
      ...{ id, callId: call.id, offerId, facts, resultNo: version.no, requestId: request.id },
    });
    const link = pageAt(this.settings, `/ogloszenia/${call.slug ?? ''}/wynik`);
    const mail = mailTexts.REASONS_ANSWERED({ callNumber: call.number ?? '', link });
    await manager.query('select tell_asker($1, $2, $3, $4)', [request.id, 'REASONS_ANSWERED', mail.subject, mail.text]);
  }
}

function factsOf(
  call: CallRecord,
  published: Published,
  request: ReasonsRequest,
  { text, cards, date }: { text: string; cards: readonly Card[]; date: string },
): OfferLetterFacts {
  const { version, document } = published;
  const { offer, asker, receivedOn } = request;
  const { lastDay, day } = dayAfter(version.publishedAt, receivedOn, REASONS_DAYS);
  const row = document.ranking.find((each) => each.offer === offer);
  const asked = { label: words.rows.asked, value: formatDatePl(receivedOn) };
  return {
    ...{ kind: 'REASONS' as const, date, callNumber: call.number ?? '', callTitle: call.title },
    recipient: { name: asker ?? words.office, address: null },
    offerTitle: offer === null ? null : (document.offers[offer]?.title ?? null),
    receiptNumber: offer,
    paragraphs: [
      words.reasonsLead(formatDatePl(receivedOn), version.no),
      ...(request.late ? [words.lateReasons(day, lastDay)] : []),
      ...text.split(/\n\s*\n/).map((each) => each.trim()),
    ],
    rows: [asked, ...(row ? rowsOf(published, row) : [])],
    points: offer === null || !row ? [] : pointsOf(document, offer),
    reasons: row
      ? [row.because, ...criteriaOf(document, row.offer, cards)]
      : document.ranking.map((each) =>
          words.placeLine(each.offer, document.offers[each.offer]?.title ?? '', each.because),
        ),
    instruction: [],
  };
}

/** What each counted assessor gave in a criterion, with the reasons they wrote. */
function criteriaOf(document: ResultDocument, offer: string, cards: readonly Card[]): string[] {
  const counted = publishedCards(document, offer);
  return document.rules.criteria.map(({ code, name }) =>
    words.criterionLine(
      code,
      name,
      counted.map(([assessor, points]) => {
        const card = cards.find((each) => each.assessor === assessor);
        return words.cardPoints(assessor, points[code] ?? 0, card?.contents.reasons[code]);
      }),
    ),
  );
}
