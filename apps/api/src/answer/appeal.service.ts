import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Appeal, LodgeAppeal, OfferAppeals } from '@zit/contracts';
import { dayAfter, formatDatePl, inWarsaw, offerDecision, type LocalDate } from '@zit/domain';
import { answerWords as words } from '@zit/words.pl/answers';
import { appealPageWords } from '@zit/words.pl/appeal-page';
import type { EntityManager } from 'typeorm';
import { newestEdition } from '../call/edition';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { duplicate, forbidden, notFound, validation } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { standingOffers, type Published } from '../letter/result-letters';
import { sendOfferLetter } from '../letter/send-offer-letter';
import { openOffer, type OfferRecord } from '../offer/open-offer';
import { appealOf, appealsOfOffer } from './appeal-rows';
import { publishedVersions } from './published-result';

/** What an appeal may be lodged against now. */
interface Open {
  version: Published['version'] | null;
  days: number | null;
  dueOn: LocalDate | null;
}

/** Appeals of a consortium against a published result, where the call gives one; a late one is taken and flagged. */
@Injectable()
export class AppealService {
  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws 404 */
  read(who: SignedIn, offerId: string): Promise<OfferAppeals> {
    return this.door.read(who, async (manager) => {
      const offer = await openOffer(manager, who, offerId, 'readAppeals');
      return this.shown(manager, who, offer);
    });
  }

  /** A repeated request lodges once. @throws 403: no result, no appeal in this call; 409: lodged already */
  lodge(who: SignedIn, offerId: string, { id, grounds }: LodgeAppeal): Promise<OfferAppeals> {
    if (isBlank(grounds)) throw validation([{ pointer: '/grounds', message: words.blank }]);
    return this.door.write(who, async (manager) => {
      const offer = await openOffer(manager, who, offerId, 'lodgeAppeal');
      const before = await appealOf(manager, offer.callId, id);
      if (before) {
        if (before.offerId !== offerId || before.grounds !== grounds)
          throw duplicate([{ pointer: '/id', message: words.keyTaken }]);
        return this.shown(manager, who, offer);
      }
      const { version, dueOn } = await openTo(manager, offer.callId);
      if (!version) throw forbidden(words.noResult);
      if (dueOn === null) throw forbidden(words.noAppeal);
      const kept = await manager.query<unknown[]>(
        `insert into appeal (id, call_id, no, offer_id, result_no, grounds, lodged_by, due_on, late_days)
         values ($1, $2, 0, $3, $4, $5, $6, $7, 0) on conflict do nothing returning id`,
        [id, offer.callId, offerId, version.no, grounds, who.personId, dueOn],
      );
      if (kept.length === 0) throw duplicate([{ pointer: '/id', message: words.appealedAlready }]);
      const appeal = await appealOf(manager, offer.callId, id);
      if (!appeal) throw notFound();
      await this.acknowledge(manager, who, offer, appeal);
      const details = { call: offer.callId, appeal: id, no: appeal.no, lateDays: appeal.lateDays };
      await note(manager, who, { act: 'LODGE_APPEAL', subject: { kind: 'offer', id: offerId }, details });
      return this.shown(manager, who, offer);
    });
  }

  private async acknowledge(manager: EntityManager, who: SignedIn, offer: OfferRecord, appeal: Appeal): Promise<void> {
    const [standing] = await standingOffers(manager, offer.callId, offer.id);
    const [call] = await manager.query<{ number: string; title: string }[]>(
      'select number, title from call where id = $1',
      [offer.callId],
    );
    if (!standing || !call) throw notFound();
    const { no, dueOn, lateDays, lodgedAt, grounds } = appeal;
    const { date } = inWarsaw(lodgedAt);
    await sendOfferLetter(manager, who, this.settings, {
      ...{ id: randomUUID(), callId: offer.callId, offerId: offer.id, resultNo: appeal.resultNo },
      facts: {
        ...{ kind: 'APPEAL_RECEIVED', date, callNumber: call.number, callTitle: call.title },
        ...{ recipient: standing.recipient, offerTitle: standing.title, receiptNumber: standing.number },
        paragraphs: [words.received(no, dueOn), ...(lateDays > 0 ? [words.receivedLate(lateDays)] : [])],
        rows: [
          { label: words.rows.appeal, value: words.rows.appealNo(no, date) },
          { label: words.rows.version, value: String(appeal.resultNo) },
          { label: words.rows.dueOn, value: formatDatePl(dueOn) },
        ],
        reasons: [words.grounds(grounds)],
        instruction: [words.next],
      },
    });
  }

  private async shown(manager: EntityManager, who: SignedIn, offer: OfferRecord): Promise<OfferAppeals> {
    const { version, days, dueOn } = await openTo(manager, offer.callId);
    const appeals = await appealsOfOffer(manager, offer.id);
    return {
      result: version && { no: version.no, publishedAt: version.publishedAt },
      ...{ days, dueOn, appeals },
      closed: closedTo({ version, days, dueOn }, appeals, offerDecision(who, 'lodgeAppeal', offer).allow),
    };
  }
}

async function openTo(manager: EntityManager, callId: string): Promise<Open> {
  const [version = null] = await publishedVersions(manager, callId);
  const days = (await newestEdition(manager, callId))?.contents.rules.appealDays ?? null;
  if (!version || days === null) return { version, days, dueOn: null };
  const { date } = inWarsaw(version.publishedAt);
  return { version, days, dueOn: dayAfter(version.publishedAt, date, days).lastDay };
}

/** Why who asks lodges none now; null: they do. */
function closedTo({ version, days }: Open, appeals: readonly Appeal[], allowed: boolean): string | null {
  if (!version) return words.noResult;
  if (days === null) return words.noAppeal;
  if (appeals.some(({ resultNo }) => resultNo === version.no)) return words.appealedAlready;
  return allowed ? null : appealPageWords.byLeader;
}
