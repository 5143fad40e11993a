import { Inject, Injectable } from '@nestjs/common';
import type { OfferFile } from '@zit/contracts';
import type { PaperFacts } from '@zit/documents/render/worker';
import { canonicalJson, type PolicyAct } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { RenderPool } from '../document/render-pool';
import { notFound } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import { sha256 } from '../journal/sha256';
import { pageAt } from '../mail/link-to';
import { openOffer } from '../offer/open-offer';
import { readOffer } from '../offer/read-offer';
import { SheetService } from '../sheet/sheet.service';
import { receiptNo } from '../submission/receipt';
import { copyNow, copyReceived, fileOf, printOf } from './offer-print';

export type PaperFormat = 'pdf' | 'html';

/** A paper that is asked for: what would stand on it, and what it is called. */
export interface AskedPaper {
  facts: PaperFacts;
  /** Changes whenever the paper would. */
  tag: string;
  /** Number of the receipt, or of the call for a draft. */
  number: string;
}

/** Files and papers of an offer, for its members: what stands now, what was received, and the receipts. */
@Injectable()
export class OfferPaperService {
  constructor(
    private readonly door: Door,
    private readonly sheets: SheetService,
    private readonly pool: RenderPool,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws 404 */
  file(who: Actor, id: string): Promise<OfferFile> {
    return this.door.read(who, async (manager) => {
      const offer = await this.open(manager, who, id, 'downloadOfferFile');
      return fileOf(await copyNow(manager, this.sheets, offer));
    });
  }

  /** @param no last digits of the receipt's number. @throws 404 */
  receivedFile(who: Actor, id: string, no: string): Promise<OfferFile> {
    return this.door.read(who, async (manager) => {
      const { id: offerId } = await openOffer(manager, who, id, 'downloadReceivedFile');
      const copy = await copyReceived(manager, offerId, no);
      if (!copy) throw notFound();
      return fileOf(copy);
    });
  }

  /** @throws 404 */
  paper(who: Actor, id: string, format: PaperFormat): Promise<AskedPaper> {
    return this.door.read(who, async (manager) => {
      const offer = await this.open(manager, who, id, format === 'pdf' ? 'downloadOfferPaper' : 'openOfferPaper');
      const print = await printOf(manager, offer, await copyNow(manager, this.sheets, offer));
      return asked({ offer: print }, print.receipt?.number ?? offer.call.number);
    });
  }

  /** @param no last digits of the receipt's number. @throws 404 */
  receipt(who: Actor, id: string, no: string, format: PaperFormat): Promise<AskedPaper> {
    return this.door.read(who, async (manager) => {
      const { id: offerId } = await openOffer(
        manager,
        who,
        id,
        format === 'pdf' ? 'downloadReceiptPaper' : 'openReceiptPaper',
      );
      const found = /^\d{1,9}$/.test(no) ? await receiptNo(manager, offerId, Number(no)) : null;
      if (!found) throw notFound();
      const { digests: _, ...receipt } = found.receipt;
      const verifyAddress = pageAt(this.settings, '/sprawdz');
      const verifyLink = `${verifyAddress}#${receipt.number}`;
      return asked({ receipt: { receipt, verifyAddress, verifyLink } }, receipt.number);
    });
  }

  /** @throws 503 BUSY */
  render({ facts }: AskedPaper, format: PaperFormat): Promise<Uint8Array | string> {
    return this.pool.print(facts, format);
  }

  private async open(manager: EntityManager, who: Actor, id: string, act: PolicyAct) {
    return readOffer(manager, who, await openOffer(manager, who, id, act));
  }
}

const asked = (facts: PaperFacts, number: string): AskedPaper => ({
  facts,
  tag: sha256(canonicalJson(facts)),
  number,
});
