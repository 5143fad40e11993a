import { Injectable } from '@nestjs/common';
import type { ScoringOffer, ScoringResponse } from '@zit/contracts';
import { automaticPoints, MOST_POINTS } from '@zit/domain';
import { Door } from '../database/door';
import { utc } from '../database/instant-text';
import type { SignedIn } from '../http/signed-in';
import { ASSIGNED, frozenAtOf, openScoring, SCORED_OFFERS } from './open-scoring';

// What was received, as it was received; of cards only one's own, whole, in one question.
const OFFERS = `
  select s.offer_id as "offerId", s.number as "receiptNumber",
    coalesce((select k.contents::json #>> '{contents,basics,title}' from offer_content k
      where k.offer_id = r.offer_id and k.sha256 = r.sha256), '') as title,
    r.receipt::json ->> 'consortium' as consortium, r.receipt::json ->> 'leader' as leader,
    n.id is not null as recommended, appeal_opens(s.offer_id, 'SCORES') as reopened,
    (select json_build_object('id', c.id, 'rev', x.rev, 'closed', x.closed,
        'fields', (select coalesce(json_agg(json_build_object('path', f.path, 'value', f.value, 'rev', f.rev)
          order by f.path), '[]') from sheet_field f where f.sheet_id = c.id),
        'handedIn', (select json_build_object('no', v.no, 'handedAt', ${utc('v.handed_at')}, 'sha256', v.sha256)
          from score_version v where v.card_id = c.id order by v.no desc limit 1))
      from score_card c join sheet x on x.id = c.id where c.offer_id = s.offer_id and c.person_id = $2) as card
  from ${SCORED_OFFERS} and ${ASSIGNED}
  order by r.no`;

/** What somebody of the commission scores, with their own cards: as many questions for two hundred offers as for two. */
@Injectable()
export class ScoringList {
  constructor(private readonly door: Door) {}

  of(who: SignedIn, callId: string): Promise<ScoringResponse> {
    return this.door.read(who, async (manager) => {
      const { call, seat, contents, criteria } = await openScoring(manager, who, callId, 'readScoring');
      const rows = await manager.query<Omit<ScoringOffer, 'automaticPoints'>[]>(OFFERS, [callId, who.personId]);
      return {
        callId,
        number: call.number ?? '',
        title: call.title,
        criteria,
        mostPoints: MOST_POINTS,
        thresholdPoints: contents.rules.thresholdPoints,
        frozenAt: await frozenAtOf(manager, callId),
        scores: seat.office !== 'SECRETARY',
        offers: rows.map((row) => ({ ...row, automaticPoints: automaticPoints(row.recommended) })),
      };
    });
  }
}
