import { randomBytes } from 'node:crypto';
import type { OfferReceipt, ReceiptKind } from '@zit/contracts';
import { digestPaths, fieldText, receiptText, type OfferDocumentFacts } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { sha256 } from '../journal/sha256';

type Said = Omit<OfferReceipt, 'receiptSha256' | 'journalled'>;

/** A receipt with what the database keeps beside it. */
export interface IssuedReceipt {
  receipt: OfferReceipt;
  /** Canonical JSON of the receipt, as its SHA-256 was taken. */
  text: string;
  salt: string;
}

export const newSalt = (): string => randomBytes(32).toString('hex');

/** Digest of each field under the salt, by its path. */
export function digestsOf(document: OfferDocumentFacts, salt: string): Record<string, string> {
  const digests: Record<string, string> = {};
  for (const [path, canonical] of digestPaths(document)) digests[path] = sha256(fieldText(salt, path, canonical));
  return digests;
}

export function issue(said: Said, salt: string): IssuedReceipt {
  const text = receiptText(said);
  return { receipt: { ...said, receiptSha256: sha256(text), journalled: false }, text, salt };
}

/** The receipt as JSON around its own text: a repeated request is answered with the same bytes. */
export const answerText = ({ text, receipt }: IssuedReceipt, journalled: boolean): string =>
  `${text.slice(0, -1)},"receiptSha256":"${receipt.receiptSha256}","journalled":${journalled}}`;

/** Number of a receipt: that of the call and its own within it, e.g. `LC/2264/2015/01/0007`. */
export const numberOf = (callNumber: string, no: number): string => `${callNumber}/${String(no).padStart(4, '0')}`;

/** What an act leaves beside the receipt itself. */
export interface KeptReceipt {
  issued: IssuedReceipt;
  no: number;
  callId: string;
  leaderId: string;
  personId: string;
  requestId: string;
  requestSha256: string;
  /** Why it was taken back; null: it was handed in. */
  reason: string | null;
}

const KEEP = `
  insert into offer_receipt (number, call_id, no, offer_id, kind, received_at, deadline_at, sha256, salt, receipt,
    receipt_sha256, replaces, leader_id, person_id, request_id, request_sha256, reason)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`;

// One statement for all that becomes of the offer with its receipt.
const RECEIVE = `
  with received as (${KEEP}), standing as (
    insert into offer_standing (offer_id, call_id, leader_id, number) values ($4, $2, $13, $1)
    on conflict (offer_id) do update set leader_id = excluded.leader_id, number = excluded.number)
  update offer set state = 'SUBMITTED', updated_at = clock_timestamp() where id = $4`;

/** Writes a receipt down. */
export async function keepReceipt(manager: EntityManager, kept: KeptReceipt): Promise<void> {
  await manager.query(KEEP, valuesOf(kept));
}

/** The same of an offer that is handed in: from now on it is this receipt that stands. */
export async function keepReceived(manager: EntityManager, kept: KeptReceipt): Promise<void> {
  await manager.query(RECEIVE, valuesOf(kept));
}

function valuesOf({ issued, ...kept }: KeptReceipt): unknown[] {
  const { receipt, text, salt } = issued;
  return [
    ...[receipt.number, kept.callId, kept.no, receipt.offerId, receipt.kind, receipt.receivedAt, receipt.deadlineAt],
    ...[receipt.sha256, salt, text, receipt.receiptSha256, receipt.replaces],
    ...[kept.leaderId, kept.personId, kept.requestId, kept.requestSha256, kept.reason],
  ];
}

/** The next number of the call, locked to the end of the transaction, and the newest seal of the journal. */
export async function nextNumber(
  manager: EntityManager,
  callId: string,
): Promise<{ no: number; seal: OfferReceipt['seal'] }> {
  const [row] = await manager.query<[{ no: number; seal: OfferReceipt['seal'] }]>(
    `select next_receipt_no($1) as no,
       (select json_build_object('batch', batch, 'hash', hash) from journal_seal order by batch desc limit 1) as seal`,
    [callId],
  );
  return row;
}

interface ReceiptRow {
  text: string;
  receiptSha256: string;
  salt: string;
  journalled: boolean;
  requestSha256: string;
}

const COLUMNS = `r.receipt as text, r.receipt_sha256 as "receiptSha256", r.salt, r.request_sha256 as "requestSha256",
  exists (select from offer_receipt_kept k where k.receipt_number = r.number) as journalled`;

/** A receipt as it was read back. */
export interface FoundReceipt extends IssuedReceipt {
  /** What was asked under its key. */
  requestSha256: string;
}

const found = ({ text, receiptSha256, salt, journalled, requestSha256 }: ReceiptRow): FoundReceipt => ({
  receipt: { ...(JSON.parse(text) as Said), receiptSha256, journalled },
  text,
  salt,
  requestSha256,
});

/** What this person did under this key before; null: nothing. Another's key leads nowhere. */
export async function receiptOfKey(
  manager: EntityManager,
  personId: string,
  key: string,
): Promise<FoundReceipt | null> {
  const [row] = await manager.query<ReceiptRow[]>(
    `select ${COLUMNS} from offer_receipt r where r.person_id = $1 and r.request_id = $2`,
    [personId, key],
  );
  return row ? found(row) : null;
}

/** All of an offer, newest first. */
export async function receiptsOf(manager: EntityManager, offerId: string): Promise<FoundReceipt[]> {
  const rows = await manager.query<ReceiptRow[]>(
    `select ${COLUMNS} from offer_receipt r where r.offer_id = $1 order by r.no desc`,
    [offerId],
  );
  return rows.map(found);
}

/** The one with that number within its call (the last digits of its number); null: this offer has none. */
export async function receiptNo(manager: EntityManager, offerId: string, no: number): Promise<FoundReceipt | null> {
  const [row] = await manager.query<ReceiptRow[]>(
    `select ${COLUMNS} from offer_receipt r where r.offer_id = $1 and r.no = $2`,
    [offerId, no],
  );
  return row ? found(row) : null;
}

/** The one with that number, if it is in sight. */
export async function receiptOf(manager: EntityManager, number: string): Promise<FoundReceipt | null> {
  const [row] = await manager.query<ReceiptRow[]>(`select ${COLUMNS} from offer_receipt r where r.number = $1`, [
    number,
  ]);
  return row ? found(row) : null;
}

/** The one that stands: handed in, and neither replaced nor withdrawn. */
export async function standingReceipt(manager: EntityManager, offerId: string): Promise<FoundReceipt | null> {
  const [row] = await manager.query<ReceiptRow[]>(
    `select ${COLUMNS} from offer_standing s join offer_receipt r on r.number = s.number where s.offer_id = $1`,
    [offerId],
  );
  return row ? found(row) : null;
}

/** SHA-256 of what was asked: the same key with anything else is refused. */
export const fingerprint = (kind: ReceiptKind, offerId: string, asked: string): string =>
  sha256(JSON.stringify([kind, offerId, asked]));
