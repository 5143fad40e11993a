import type { OfferFile, OfferReceipt, OfferResponse } from '@zit/contracts';
import type { OfferConfirmationPrint, OfferPrint } from '@zit/documents/builders/offer';
import { coverOf, inWarsaw, type Instant, type OfferDocumentFacts } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { sha256 } from '../journal/sha256';
import { documentNow } from '../submission/document-now';
import { receiptNo, standingReceipt } from '../submission/receipt';
import type { SheetService } from '../sheet/sheet.service';

/** An offer's content at one moment: as it stands now, or as a receipt has it. */
export interface OfferCopy {
  document: OfferDocumentFacts;
  sha256: string;
  /** Of what was handed in; null: what stands now was not. */
  receipt: OfferReceipt | null;
  /** 64 hex digits. */
  salt: string;
}

/** Nothing was digested under it: a draft has no receipt yet. */
const NO_SALT = '0'.repeat(64);

/**
 * What stands now; with the receipt that stands, if it is of this very content. A draft that was handed in before goes
 * under the salt of its receipt, so that the field that differs can be named.
 */
export async function copyNow(manager: EntityManager, sheets: SheetService, offer: OfferResponse): Promise<OfferCopy> {
  const { document, sha256: hash } = await documentNow(manager, sheets, offer);
  const standing = await standingReceipt(manager, offer.id);
  const receipt = standing?.receipt.sha256 === hash ? standing.receipt : null;
  return { document, sha256: hash, receipt, salt: standing?.salt ?? NO_SALT };
}

/** What a receipt received, by the last digits of its number (`0007`); null: the offer has no such receipt. */
export async function copyReceived(manager: EntityManager, offerId: string, no: string): Promise<OfferCopy | null> {
  const found = /^\d{1,9}$/.test(no) ? await receiptNo(manager, offerId, Number(no)) : null;
  if (!found) return null;
  const [row] = await manager.query<{ contents: string }[]>(
    'select contents from offer_content where offer_id = $1 and sha256 = $2',
    [offerId, found.receipt.sha256],
  );
  if (!row) return null;
  const document = JSON.parse(row.contents) as OfferDocumentFacts;
  return { document, sha256: found.receipt.sha256, receipt: found.receipt, salt: found.salt };
}

/** What the verifier and the import read. */
export const fileOf = ({ document, salt, receipt }: OfferCopy): OfferFile => ({
  format: 'zit-offer/1',
  document: document as OfferFile['document'],
  salt,
  receiptNumber: receipt?.number ?? null,
});

/** What the paper says; of a draft the day of the print stands on it. */
export async function printOf(manager: EntityManager, offer: OfferResponse, copy: OfferCopy): Promise<OfferPrint> {
  const { document, receipt, sha256: hash } = copy;
  // A withdrawal has no offer that was received at its instant.
  const received = receipt?.kind === 'SUBMISSION' ? receipt : null;
  return {
    document,
    sha256: hash,
    date: inWarsaw(received?.receivedAt ?? offer.serverTime).date,
    call: { ...offer.call, deadlineAt: received?.deadlineAt ?? offer.call.deadlineAt },
    receipt: received && { number: received.number, receivedAt: received.receivedAt },
    confirmations: await confirmationsOf(manager, offer.id, document, received?.receivedAt ?? offer.serverTime),
  };
}

interface ConfirmationRow extends OfferConfirmationPrint {
  cover: string;
}

const CONFIRMATIONS = `
  select distinct on (member_id, person_id, capacity) member_id as member, person, office as function, capacity,
    cover_sha256 as cover, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
  from offer_confirmation
  where offer_id = $1 and at <= $2 and (revoked_at is null or revoked_at > $2)
  order by member_id, person_id, capacity, at desc, id`;

/** Those that held for this content at that instant, in the order of the members. */
async function confirmationsOf(
  manager: EntityManager,
  offerId: string,
  document: OfferDocumentFacts,
  at: Instant,
): Promise<OfferConfirmationPrint[]> {
  const rows = await manager.query<ConfirmationRow[]>(CONFIRMATIONS, [offerId, at]);
  return document.members.flatMap(({ id }) => {
    const cover = rows.some(({ member }) => member === id) ? sha256(coverOf(document, id)) : null;
    return rows
      .filter((row) => row.member === id && row.cover === cover)
      .map(({ cover: _, ...confirmation }) => confirmation);
  });
}
