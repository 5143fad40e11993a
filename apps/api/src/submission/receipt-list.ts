import { Injectable } from '@nestjs/common';
import type { OfferAdmission, OfferReceipt, OfferReceipts } from '@zit/contracts';
import { submissionWords as words } from '@zit/words.pl/submission';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { notFound } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { openOffer } from '../offer/open-offer';
import { receiptNo, receiptsOf } from './receipt';

const ADMISSIONS = `select receipt_number as "receiptNumber", minutes,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from offer_admission where offer_id = $1 order by at`;

/** The consortium's own proofs. */
@Injectable()
export class ReceiptList {
  constructor(private readonly door: Door) {}

  list(who: SignedIn, id: string): Promise<OfferReceipts> {
    return this.door.read(who, async (manager) => {
      await openOffer(manager, who, id, 'readReceipts');
      const receipts = await receiptsOf(manager, id);
      return { receipts: receipts.map(({ receipt }) => receipt), admissions: await admissionsOf(manager, id) };
    });
  }

  /** @param no last digits of its number, e.g. `0007` @throws 404 */
  one(who: SignedIn, id: string, no: string): Promise<OfferReceipt> {
    return this.door.read(who, async (manager) => {
      await openOffer(manager, who, id, 'downloadReceipt');
      const found = /^\d{1,9}$/.test(no) ? await receiptNo(manager, id, Number(no)) : null;
      if (!found) throw notFound(words.notThere);
      return found.receipt;
    });
  }
}

/** Which late offers of this one were admitted. */
export const admissionsOf = (manager: EntityManager, offerId: string): Promise<OfferAdmission[]> =>
  manager.query<OfferAdmission[]>(ADMISSIONS, [offerId]);
