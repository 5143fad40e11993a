import { Injectable } from '@nestjs/common';
import type { AskRecommendation, OfferRecommendation, OfferResponse, RecommendationShown } from '@zit/contracts';
import { offerDecision } from '@zit/domain';
import { recommendationWords as words } from '@zit/words.pl/recommendation';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { duplicate, notFound, validation } from '../http/problem-error';
import { note } from '../journal/note';
import { lockOffer, openOffer, type OfferRecord } from '../offer/open-offer';
import { readOffer } from '../offer/read-offer';
import { ofOffer } from './read-recommendation';

/** What a consortium asks of the council of its county. */
@Injectable()
export class RequestService {
  constructor(private readonly door: Door) {}

  read(who: Actor, offerId: string): Promise<OfferRecommendation> {
    return this.door.read(who, async (manager) =>
      answer(manager, who, await openOffer(manager, who, offerId, 'readRecommendation')),
    );
  }

  /** Asks once: what is shown to the council is frozen here. @throws 409 when it was asked already */
  ask(who: Actor, offerId: string, { id, summary }: AskRecommendation): Promise<OfferRecommendation> {
    if (isBlank(summary)) throw validation([{ pointer: '/summary', message: words.blank }]);
    return this.door.write(who, async (manager) => {
      await lockOffer(manager, offerId);
      const record = await openOffer(manager, who, offerId, 'askRecommendation');
      const before = await ofOffer(manager, offerId);
      if (before?.id === id && before.shown.summary === summary) return answer(manager, who, record);
      if (before) throw duplicate([{ pointer: '/summary', message: words.already }]);
      const offer = await readOffer(manager, who, record);
      const made = await manager.query<unknown[]>(
        `insert into recommendation (id, offer_id, county, shown, asked_by) values ($1, $2, $3, $4, $5)
         on conflict (id) do nothing returning id`,
        [id, offerId, offer.call.teryt.slice(0, 4), JSON.stringify(shownOf(offer, summary)), who.personId],
      );
      if (made.length === 0) throw duplicate([{ pointer: '/id', message: words.idTaken }]);
      const details = { recommendation: id, county: offer.call.teryt.slice(0, 4) };
      await note(manager, who, { act: 'ASK_RECOMMENDATION', subject: { kind: 'offer', id: offerId }, details });
      return answer(manager, who, record);
    });
  }

  /** Takes the request back, as long as the council has not resolved. @throws 404, 409 */
  withdraw(who: Actor, offerId: string): Promise<OfferRecommendation> {
    return this.door.write(who, async (manager) => {
      await lockOffer(manager, offerId);
      const record = await openOffer(manager, who, offerId, 'withdrawRecommendation');
      const before = await ofOffer(manager, offerId);
      if (!before) throw notFound();
      await manager.query('select from recommendation where id = $1 for no key update', [before.id]);
      const now = await ofOffer(manager, offerId);
      if (now?.resolution) throw duplicate([{ pointer: '', message: words.resolved }]);
      await manager.query('update recommendation set withdrawn_at = clock_timestamp() where id = $1', [before.id]);
      const details = { recommendation: before.id };
      await note(manager, who, { act: 'WITHDRAW_RECOMMENDATION', subject: { kind: 'offer', id: offerId }, details });
      return answer(manager, who, record);
    });
  }
}

async function answer(manager: EntityManager, who: Actor, record: OfferRecord): Promise<OfferRecommendation> {
  const recommendation = await ofOffer(manager, record.id);
  return { recommendation, mayAsk: offerDecision(who, 'askRecommendation', record).allow };
}

const shownOf = ({ title, consortium, call, members }: OfferResponse, summary: string): RecommendationShown => ({
  title,
  consortium,
  callNumber: call.number,
  callTitle: call.title,
  members: members.map(({ name, sector, role }) => ({ name, sector, role })),
  summary,
});
