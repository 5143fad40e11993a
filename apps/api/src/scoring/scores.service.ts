import { Injectable } from '@nestjs/common';
import type { AssessorCard, OfferScores, ScoreNote, WriteScoreNote } from '@zit/contracts';
import { divergencesOf, type CardContents } from '@zit/domain';
import { scoringWords as words } from '@zit/words.pl/scoring';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { utc } from '../database/instant-text';
import { forbidden, ProblemError } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { openScoring, ownCard, type OpenScoring } from './open-scoring';

const CARDS = `
  select p.name, c.person_id = $2 as mine,
    (select v.contents from score_version v where v.card_id = c.id order by v.no desc limit 1) as contents,
    (select json_agg(json_build_object('no', v.no, 'handedAt', ${utc('v.handed_at')}, 'sha256', v.sha256,
        'reason', v.reason) order by v.no) from score_version v where v.card_id = c.id) as versions
  from score_card c left join person p on p.id = c.person_id
  where c.offer_id = $1 and c.state = 'HANDED_IN' order by p.name, c.id`;

const NOTES = `select n.no, n.text, p.name as by, ${utc('n.written_at')} as at
  from score_note n left join person p on p.id = n.person_id where n.offer_id = $1 order by n.no`;

/** How an offer was scored by all, for who has handed in their own card; and what the commission writes about it together. */
@Injectable()
export class ScoresService {
  constructor(private readonly door: Door) {}

  read(who: SignedIn, callId: string, offerId: string): Promise<OfferScores> {
    return this.door.read(who, async (manager) => {
      const scoring = await openScoring(manager, who, callId, 'readOfferScores');
      return this.scores(manager, who, scoring, offerId);
    });
  }

  /** A further state of the common note. @throws 409 `STALE`: somebody was quicker; 403 before one's own card */
  write(who: SignedIn, callId: string, offerId: string, { after, text }: WriteScoreNote): Promise<OfferScores> {
    return this.door.write(who, async (manager) => {
      const scoring = await openScoring(manager, who, callId, 'writeScoreNote', { hold: true });
      const { open, notes } = await this.scores(manager, who, scoring, offerId);
      if (!open && scoring.seat.office === 'MEMBER') throw forbidden(words.noteHidden);
      const newest = notes.at(-1);
      // The same text once more, as a repeated request sends it.
      if (newest?.text === text && newest.no === after + 1) return this.scores(manager, who, scoring, offerId);
      const made =
        (newest?.no ?? 0) === after
          ? await manager.query<unknown[]>(
              `insert into score_note (offer_id, no, text, person_id) values ($1, $2, $3, $4)
               on conflict (offer_id, no) do nothing returning no`,
              [offerId, after + 1, text, who.personId],
            )
          : [];
      if (made.length === 0) throw new ProblemError({ status: 409, code: 'STALE', detail: words.noteChanged });
      // Of no card, and yet nobody else's to read in the journal.
      const subject = { kind: 'card', id: offerId } as const;
      await note(manager, who, { act: 'WRITE_SCORE_NOTE', subject, details: { call: callId, no: after + 1 } });
      return this.scores(manager, who, scoring, offerId);
    });
  }

  private async scores(
    manager: EntityManager,
    who: SignedIn,
    { call, criteria, seat }: OpenScoring,
    offerId: string,
  ): Promise<OfferScores> {
    const { state } = await ownCard(manager, who, call.id, offerId);
    const open = state === 'HANDED_IN' && seat.office !== 'SECRETARY';
    const cards = open ? await cardsOf(manager, who, offerId) : [];
    const codes = criteria.map(({ code }) => code);
    return {
      offerId,
      open,
      cards,
      divergences: divergencesOf(
        codes,
        cards.map(({ points }) => points),
      ),
      notes: open || seat.office !== 'MEMBER' ? await manager.query<ScoreNote[]>(NOTES, [offerId]) : [],
    };
  }
}

async function cardsOf(manager: EntityManager, who: SignedIn, offerId: string): Promise<AssessorCard[]> {
  const rows = await manager.query<(Pick<AssessorCard, 'name' | 'mine' | 'versions'> & { contents: string })[]>(CARDS, [
    offerId,
    who.personId,
  ]);
  return rows.map(({ contents, ...card }) => {
    const { points, reasons } = JSON.parse(contents) as CardContents;
    return { ...card, points, reasons };
  });
}
