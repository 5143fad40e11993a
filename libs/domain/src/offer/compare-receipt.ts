import { canonicalJson } from '../document/canonical-json';
import { digestPaths, type OfferDocumentFacts } from './offer-document';

/** SHA-256 of the UTF-8 bytes of a text in 64 hex digits; browsers only have one that answers later. */
export type Sha256Of = (text: string) => string | Promise<string>;

/** What was received, when; structurally the contract's `OfferReceipt`. */
export interface OfferReceiptFacts {
  number: string;
  kind: 'SUBMISSION' | 'WITHDRAWAL' | 'CURE';
  offerId: string;
  callNumber: string;
  edition: number;
  consortium: string;
  leader: string;
  /** Instant, to the millisecond. */
  receivedAt: string;
  deadlineAt: string;
  /** Milliseconds after the deadline; 0: in time. */
  lateMs: number;
  /** Of the canonical JSON of the document. */
  sha256: string;
  /** `fieldDigest` of each field by its path. */
  digests: Readonly<Record<string, string>>;
  seal: { batch: number; hash: string } | null;
  replaces: string | null;
  receiptSha256: string;
  journalled: boolean;
}

/** An exported offer; structurally the contract's `OfferFile`. */
export interface OfferFileFacts {
  document: OfferDocumentFacts;
  salt: string;
}

/** A field that is not as it was received: changed, or missing in the file, or only in the file. */
export interface DifferingField {
  path: string;
  how: 'CHANGED' | 'MISSING' | 'ADDED';
}

export interface ReceiptComparison {
  /** The receipt is as it was issued, and the file is what was received. */
  equal: boolean;
  /** The receipt's own SHA-256 fits its text. */
  receiptIntact: boolean;
  /** The content's SHA-256 is that of the receipt. */
  contentEqual: boolean;
  /** In the order of the file, then those that it lacks; empty when the content is equal. */
  fields: DifferingField[];
}

/** The text whose SHA-256 is the receipt's own: all but that SHA-256 itself, and whether the file of receipts has it. */
export function receiptText(receipt: Omit<OfferReceiptFacts, 'receiptSha256' | 'journalled'>): string {
  const { number, kind, offerId, callNumber, edition, consortium, leader, receivedAt, deadlineAt, lateMs } = receipt;
  const { sha256, digests, seal, replaces } = receipt;
  return canonicalJson({
    ...{ number, kind, offerId, callNumber, edition, consortium, leader, receivedAt, deadlineAt, lateMs },
    ...{ sha256, digests, seal, replaces },
  });
}

/** The text whose SHA-256 is a field's digest: nobody finds a short value by trying who does not have the salt. */
export const fieldText = (salt: string, path: string, canonical: string): string =>
  `[${JSON.stringify(salt)},${JSON.stringify(path)},${canonical}]`;

/** Is the exported offer the one that was received, and else which fields differ? */
export async function compareReceipt(
  { document, salt }: OfferFileFacts,
  receipt: OfferReceiptFacts,
  sha256: Sha256Of,
): Promise<ReceiptComparison> {
  const receiptIntact = (await sha256(receiptText(receipt))) === receipt.receiptSha256;
  const contentEqual = (await sha256(canonicalJson(document))) === receipt.sha256;
  const fields = contentEqual ? [] : await differingFields(document, salt, receipt.digests, sha256);
  return { equal: receiptIntact && contentEqual, receiptIntact, contentEqual, fields };
}

async function differingFields(
  document: OfferDocumentFacts,
  salt: string,
  digests: Readonly<Record<string, string>>,
  sha256: Sha256Of,
): Promise<DifferingField[]> {
  const here = digestPaths(document);
  const found = await Promise.all(
    here.map(async ([path, canonical]): Promise<DifferingField | null> => {
      const digest = Object.hasOwn(digests, path) ? digests[path] : undefined;
      if (digest === undefined) return { path, how: 'ADDED' };
      return (await sha256(fieldText(salt, path, canonical))) === digest ? null : { path, how: 'CHANGED' };
    }),
  );
  const paths = new Set(here.map(([path]) => path));
  const missing = Object.keys(digests).filter((path) => !paths.has(path));
  return [...found.filter((field) => field !== null), ...missing.map((path) => ({ path, how: 'MISSING' as const }))];
}
