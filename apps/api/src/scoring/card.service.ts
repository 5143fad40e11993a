import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  CardVersion,
  HandInCard,
  SaveSheet,
  SheetHistory,
  SheetHistoryQuery,
  SheetQuery,
  SheetResponse,
  SheetSaved,
} from '@zit/contracts';
import { CARD_VERSION } from '@zit/domain';
import { scoringWords as words } from '@zit/words.pl/scoring';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { forbidden, notFound } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { SheetService } from '../sheet/sheet.service';
import { handInOnce } from './hand-in';
import { holdScoring, openScoring, ownCard, requireScorer, type OpenScoring, type OwnCard } from './open-scoring';

/**
 * One's own card of an offer: a sheet with one owner (decision 9). Whoever writes holds their seat and keeps the freeze
 * away first: a conflict or a freeze that is quicker refuses, one that is slower waits.
 */
@Injectable()
export class CardService {
  constructor(
    private readonly door: Door,
    private readonly sheets: SheetService,
  ) {}

  sheet(who: SignedIn, callId: string, offerId: string, { after = 0 }: SheetQuery): Promise<SheetResponse> {
    return this.door.read(who, async (manager) => {
      await openScoring(manager, who, callId, 'readCard');
      const { id } = await ownCard(manager, who, callId, offerId);
      // Nothing was written yet: the first save makes it.
      return id === null
        ? { form: CARD_VERSION, rev: 0, closed: false, fields: [] }
        : this.sheets.read(manager, id, after);
    });
  }

  history(who: SignedIn, callId: string, offerId: string, query: SheetHistoryQuery): Promise<SheetHistory> {
    return this.door.read(who, async (manager) => {
      await openScoring(manager, who, callId, 'readCardChanges');
      const { id } = await ownCard(manager, who, callId, offerId);
      return id === null ? { lines: [], before: null } : this.sheets.history(manager, id, query);
    });
  }

  /** @throws 409 `SHEET_CLOSED` once it was handed in; 403 once the result is frozen */
  save(who: SignedIn, callId: string, offerId: string, request: SaveSheet): Promise<SheetSaved> {
    return this.write(who, callId, offerId, 'changeCard', async (manager, { form }, card) => {
      await holdScoring(manager, callId, offerId);
      const id = card.id ?? (await this.begin(manager, who, callId, offerId));
      return this.sheets.save(manager, who, id, form, request);
    });
  }

  /** @throws 409 `STALE`: the card is another than the page shows; 422 `BLOCKED` with what is missing; `KEY_USED` */
  handIn(who: SignedIn, callId: string, offerId: string, given: HandInCard): Promise<CardVersion> {
    return this.write(who, callId, offerId, 'handInCard', (manager, scoring, card) =>
      handInOnce({ manager, sheets: this.sheets, who, scoring, card, given }),
    );
  }

  /** Opens a card that was handed in, to be handed in again with a reason; its newest version counts until then. */
  correct(who: SignedIn, callId: string, offerId: string): Promise<SheetResponse> {
    return this.write(who, callId, offerId, 'correctCard', async (manager, _, { id, state, closed }) => {
      await holdScoring(manager, callId, offerId);
      if (id === null || state !== 'HANDED_IN') throw forbidden(words.notHandedIn);
      if (closed) {
        await this.sheets.reopen(manager, id);
        await note(manager, who, {
          act: 'CORRECT_CARD',
          subject: { kind: 'card', id },
          details: { call: callId, offer: offerId },
        });
      }
      return this.sheets.read(manager, id, 0);
    });
  }

  private write<Answer>(
    who: SignedIn,
    callId: string,
    offerId: string,
    act: 'changeCard' | 'handInCard' | 'correctCard',
    work: (manager: EntityManager, scoring: OpenScoring, card: OwnCard) => Promise<Answer>,
  ): Promise<Answer> {
    return this.door.write(who, async (manager) => {
      const scoring = await openScoring(manager, who, callId, act, { hold: true });
      requireScorer(scoring.seat);
      return work(manager, scoring, await ownCard(manager, who, callId, offerId));
    });
  }

  /** The card of the first save; of two that come at once the second goes on with the first one's. */
  private async begin(manager: EntityManager, who: SignedIn, callId: string, offerId: string): Promise<string> {
    const id = randomUUID();
    const made = await manager.query<unknown[]>(
      `insert into score_card (id, call_id, offer_id, person_id, state) values ($1, $2, $3, $4, 'OPEN')
       on conflict (offer_id, person_id) do nothing returning id`,
      [id, callId, offerId, who.personId],
    );
    if (made.length > 0) {
      await this.sheets.create(manager, id, { version: CARD_VERSION, sections: {} });
      return id;
    }
    const { id: there } = await ownCard(manager, who, callId, offerId);
    if (there === null) throw notFound();
    return there;
  }
}
