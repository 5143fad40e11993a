import { Injectable } from '@nestjs/common';
import type { AdmitOffer, OfferAdmission, ReceivedOfferFile } from '@zit/contracts';
import { submissionWords as words } from '@zit/words.pl/submission';
import type { EntityManager } from 'typeorm';
import { newestEdition } from '../call/edition';
import { openCall } from '../call/open-call';
import { requireDeclared } from '../commission/seat-of';
import { Door } from '../database/door';
import { forbidden, notFound } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { standingReceipt } from './receipt';
import { admissionsOf } from './receipt-list';
import { readContent } from './signing';

/** What who works on a call reads of an offer after the deadline, and the chair's decision about a late one. */
@Injectable()
export class ReceivedService {
  constructor(private readonly door: Door) {}

  /** Exactly what was handed in and stands. @throws 404: not theirs to see, before the deadline too */
  read(who: SignedIn, callId: string, offerId: string): Promise<ReceivedOfferFile> {
    return this.door.read(who, async (manager) => {
      await openCall(manager, who, callId, 'readReceivedOffer');
      await requireDeclared(manager, who, callId);
      if ((await callOf(manager, offerId)) !== callId) throw notFound();
      const standing = await standingReceipt(manager, offerId);
      if (!standing) throw notFound();
      const { number, sha256 } = standing.receipt;
      const document = await readContent(manager, offerId, sha256);
      return { format: 'zit-offer/1', document, receiptNumber: number };
    });
  }

  /**
   * The chair admits a late offer by a minuted decision. Repeated under its id it is answered.
   * @throws 403 when it was not late, is admitted already, or the call's rule admits none
   */
  admit(who: SignedIn, offerId: string, { id: requestId, minutes }: AdmitOffer): Promise<OfferAdmission> {
    return this.door.write(who, async (manager) => {
      const callId = await callOf(manager, offerId);
      if (callId === null) throw notFound();
      await openCall(manager, who, callId, 'admitOffer');
      const done = await byRequest(manager, offerId, requestId);
      if (done) return done;
      const edition = await newestEdition(manager, callId);
      if (edition?.contents.deadline.admitsLate !== true) throw forbidden(words.admitsNone);
      const standing = await standingReceipt(manager, offerId);
      const number = standing?.receipt.number ?? '';
      const before = await admissionsOf(manager, offerId);
      if (!standing || standing.receipt.lateMs === 0 || before.some(({ receiptNumber }) => receiptNumber === number))
        throw forbidden(words.notLate);
      await manager.query(
        `insert into offer_admission (receipt_number, offer_id, minutes, admitted_by, request_id)
         values ($1, $2, $3, $4, $5)`,
        [number, offerId, minutes, who.personId, requestId],
      );
      const details = { number, lateMs: standing.receipt.lateMs };
      await note(manager, who, { act: 'ADMIT_OFFER', subject: { kind: 'offer', id: offerId }, details });
      const [admitted] = (await admissionsOf(manager, offerId)).filter((each) => each.receiptNumber === number);
      if (!admitted) throw new Error('an admission that was written is not there');
      return admitted;
    });
  }
}

/** Call of an offer in sight, and not barred to who asks; null: it is not there. */
async function callOf(manager: EntityManager, offerId: string): Promise<string | null> {
  const [row] = await manager.query<{ callId: string }[]>(
    'select call_id as "callId" from offer where id = $1 and id <> all (scope_offers_barred())',
    [offerId],
  );
  return row?.callId ?? null;
}

async function byRequest(manager: EntityManager, offerId: string, requestId: string): Promise<OfferAdmission | null> {
  const [row] = await manager.query<{ number: string }[]>(
    'select receipt_number as number from offer_admission where offer_id = $1 and request_id = $2',
    [offerId, requestId],
  );
  if (!row) return null;
  return (await admissionsOf(manager, offerId)).find(({ receiptNumber }) => receiptNumber === row.number) ?? null;
}
