import type { OfferResponse } from '@zit/contracts';
import {
  canonicalWriter,
  coverOf,
  OFFER_FORM,
  offerDocument,
  readWhole,
  type OfferAbout,
  type OfferContents,
  type OfferDocumentFacts,
  type SheetValues,
} from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { sha256 } from '../journal/sha256';
import { aboutOf } from '../offer/read-offer';
import type { SheetService } from '../sheet/sheet.service';

/** What an offer says at one moment: the one document that is confirmed, handed in and checked (decision 12). */
export interface DocumentNow {
  document: OfferDocumentFacts;
  /** Its canonical JSON, and the SHA-256 of that. */
  text: string;
  sha256: string;
  /** SHA-256 of what a confirmation of that member covers. */
  coverSha256(member: string): string;
  /** Revision of the sheet in it. */
  rev: number;
  contents: OfferContents;
  about: OfferAbout;
}

export async function documentNow(
  manager: EntityManager,
  sheets: SheetService,
  offer: OfferResponse,
): Promise<DocumentNow> {
  const { rev, fields } = await sheets.read(manager, offer.id, 0);
  return documentOf(offer, { rev, values: Object.fromEntries(fields.map(({ path, value }) => [path, value])) });
}

/** The same of values that were read already. */
export function documentOf(offer: OfferResponse, { rev, values }: { rev: number; values: SheetValues }): DocumentNow {
  const { contents, unread } = readWhole(OFFER_FORM, values);
  const about = aboutOf(offer, unread);
  const document = offerDocument(offer.id, contents, about);
  // The covers of all members are mostly the document itself.
  const write = canonicalWriter();
  const text = write(document);
  const coverSha256 = (member: string): string => sha256(coverOf(document, member, write));
  return { document, text, sha256: sha256(text), coverSha256, rev, contents, about };
}
