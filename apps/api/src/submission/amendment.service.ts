import { Injectable } from '@nestjs/common';
import type { OfferResponse } from '@zit/contracts';
import { isInTime, type Instant, type OfferDocumentFacts, type PolicyAct } from '@zit/domain';
import { correctionWords } from '@zit/words.pl/correction';
import { submissionWords as words } from '@zit/words.pl/submission';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { forbidden } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { readOpened, whyShut } from '../offer/correction-open';
import { lockOffer, openOffer, type OfferRecord } from '../offer/open-offer';
import { readOffer } from '../offer/read-offer';
import { SheetService } from '../sheet/sheet.service';
import { standingReceipt, type FoundReceipt } from './receipt';
import { restoreOffer } from './restore-offer';
import { readContent } from './signing';

/** Opens what was handed in for writing again; it stands until a later one is received. */
@Injectable()
export class AmendmentService {
  constructor(
    private readonly door: Door,
    private readonly sheets: SheetService,
  ) {}

  /** @throws 403 after the deadline: nothing may replace what was handed in */
  begin(who: SignedIn, id: string, receivedAt: Instant): Promise<OfferResponse> {
    return this.act(who, id, 'amendOffer', async (manager, record) => {
      const { call } = await readOffer(manager, who, record);
      if (!isInTime(receivedAt, call.deadlineAt)) throw forbidden(words.tooLate);
      await this.sheets.reopen(manager, id);
      await manager.query(`update offer set state = 'AMENDING', updated_at = clock_timestamp() where id = $1`, [id]);
      const { number } = (await standing(manager, id)).receipt;
      await note(manager, who, { act: 'AMEND_OFFER', subject: { kind: 'offer', id }, details: { number } });
    });
  }

  /**
   * Opens what was handed in for a correction, in the fields that the call for it names. The same again changes nothing.
   * @throws 403: nobody called for one, it was handed in, decided otherwise, or its last day is over
   */
  correct(who: SignedIn, id: string): Promise<OfferResponse> {
    return this.act(who, id, 'correctOffer', async (manager, { state, now }) => {
      const opened = await readOpened(manager, id);
      if (!opened) throw forbidden(correctionWords.none);
      const why = whyShut(opened, now);
      if (why !== null) throw forbidden(why);
      if (state === 'CURING') return;
      // Whoever was still changing it when the deadline passed begins with what was handed in.
      if (state === 'AMENDING') await this.restore(manager, who, id);
      await this.sheets.reopen(manager, id);
      await manager.query(`update offer set state = 'CURING', updated_at = clock_timestamp() where id = $1`, [id]);
      const details = { number: opened.receiptNumber };
      await note(manager, who, { act: 'CORRECT_OFFER', subject: { kind: 'offer', id }, details });
    });
  }

  /** The sheet says again what was handed in, and closes. What was written stays in its history. */
  abandon(who: SignedIn, id: string): Promise<OfferResponse> {
    return this.act(who, id, 'abandonAmendment', async (manager) => {
      const details = { number: await this.restore(manager, who, id) };
      await note(manager, who, { act: 'ABANDON_AMENDMENT', subject: { kind: 'offer', id }, details });
    });
  }

  /** @returns number of the receipt whose content it says again */
  private async restore(manager: EntityManager, who: SignedIn, id: string): Promise<string> {
    const { receipt } = await standing(manager, id);
    const document: OfferDocumentFacts = await readContent(manager, id, receipt.sha256);
    await restoreOffer(manager, this.sheets, who, document);
    await this.sheets.freeze(manager, id);
    await manager.query(
      `update offer set state = 'SUBMITTED', title = $2, updated_at = clock_timestamp() where id = $1`,
      [id, document.contents.basics.title],
    );
    return receipt.number;
  }

  private act(
    who: SignedIn,
    id: string,
    act: PolicyAct,
    work: (manager: EntityManager, record: OfferRecord) => Promise<void>,
  ): Promise<OfferResponse> {
    return this.door.write(who, async (manager) => {
      await lockOffer(manager, id);
      await work(manager, await openOffer(manager, who, id, act));
      return readOffer(manager, who, await openOffer(manager, who, id, 'readOffer'));
    });
  }
}

async function standing(manager: EntityManager, id: string): Promise<FoundReceipt> {
  const receipt = await standingReceipt(manager, id);
  if (!receipt) throw new Error(`offer ${id} was handed in without a receipt`);
  return receipt;
}
