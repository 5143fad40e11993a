import { Injectable } from '@nestjs/common';
import type {
  LendPart,
  OfferResponse,
  SaveSheet,
  SheetHistory,
  SheetHistoryQuery,
  SheetQuery,
  SheetResponse,
  SheetSaved,
} from '@zit/contracts';
import { OFFER_FORM, refusedChanges } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { note } from '../journal/note';
import { SheetService } from '../sheet/sheet.service';
import { closedPaths } from './correction-open';
import { checkLoan, writeLoan } from './loan';
import { lockOffer, openOffer, requireOfferAct, type OfferRecord } from './open-offer';
import { meIn, readOffer } from './read-offer';

/** Offers as they are being written. */
@Injectable()
export class OfferService {
  constructor(
    private readonly door: Door,
    private readonly sheets: SheetService,
  ) {}

  read(who: Actor, id: string): Promise<OfferResponse> {
    return this.door.read(who, async (manager) =>
      readOffer(manager, who, await openOffer(manager, who, id, 'readOffer')),
    );
  }

  sheet(who: Actor, id: string, { after = 0 }: SheetQuery): Promise<SheetResponse> {
    return this.door.read(who, async (manager) => {
      await openOffer(manager, who, id, 'readOfferSheet');
      return this.sheets.read(manager, id, after);
    });
  }

  history(who: Actor, id: string, query: SheetHistoryQuery): Promise<SheetHistory> {
    return this.door.read(who, async (manager) => {
      await openOffer(manager, who, id, 'readOfferChanges');
      return this.sheets.history(manager, id, query);
    });
  }

  /**
   * Saves fields, each by whose it is: what belongs to another member, or what a correction does not open, comes back
   * as `NOT_YOURS`, everything else is taken. An offer that was handed in meanwhile refuses with 409 `SHEET_CLOSED` and says field by field what was not
   * taken; a save that was answered before is answered again.
   */
  save(who: Actor, id: string, request: SaveSheet): Promise<SheetSaved> {
    return this.door.write(who, async (manager) => {
      await lockOffer(manager, id);
      const offer = await openOffer(manager, who, id, 'readOffer');
      // Whether the sheet is open the sheet itself knows: the right is asked as if it were.
      requireOfferAct(who, 'changeOffer', { ...offer, state: 'DRAFT' });
      const { loans, memberIds } = offer;
      const writer = meIn(who, offer);
      const isClosed = await closedPaths(manager, offer);
      const saved = await this.sheets.save(manager, who, id, OFFER_FORM, request, (changes, stored) => {
        const foreign = refusedChanges(changes, writer, loans, stored, memberIds);
        return new Set([...foreign, ...changes.map(({ path }) => path).filter(isClosed)]);
      });
      await touch(manager, id, saved);
      return saved;
    });
  }

  /** Lends a part to exactly these members. The same again changes nothing. @throws 400, 403, 404 */
  lend(who: Actor, id: string, given: LendPart): Promise<OfferResponse> {
    return this.door.write(who, async (manager) => {
      await lockOffer(manager, id);
      const offer = await openOffer(manager, who, id, 'readOffer');
      requireOfferAct(who, 'lendPart', offer);
      const members = checkLoan(meIn(who, offer), offer, given);
      if (await writeLoan(manager, offer, given.part, members))
        await note(manager, who, {
          act: 'LEND_PART',
          subject: { kind: 'offer', id },
          details: { part: given.part, members: members.length, to: members },
        });
      return this.answer(manager, who, id);
    });
  }

  private async answer(manager: EntityManager, who: Actor, id: string): Promise<OfferResponse> {
    const record: OfferRecord = await openOffer(manager, who, id, 'readOffer');
    return readOffer(manager, who, record);
  }
}

/** Lists know an offer by the title that stands in its sheet; emptied, it is the consortium's again. */
export async function touch(manager: EntityManager, id: string, { taken }: SheetSaved): Promise<void> {
  if (taken.length === 0) return;
  const typed = taken.find(({ path }) => path === 'basics.title')?.value;
  const title = typeof typed === 'string' && !isBlank(typed) ? typed : null;
  const keeps = typed === undefined || (typed !== null && typeof typed !== 'string');
  await manager.query(
    'update offer set title = case when $3 then title else $2 end, updated_at = clock_timestamp() where id = $1',
    [id, title, keeps],
  );
}
