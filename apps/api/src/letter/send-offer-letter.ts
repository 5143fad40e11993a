import { randomUUID } from 'node:crypto';
import type { OfferLetterFacts } from '@zit/documents/builders/offer-letter';
import { canonicalJson } from '@zit/domain';
import { mailTexts } from '@zit/words.pl/mails';
import { offerLetterWords as words } from '@zit/words.pl/offer-letter';
import type { EntityManager } from 'typeorm';
import type { Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { sha256 } from '../journal/sha256';
import { pageAt } from '../mail/link-to';

/** What is sent to a consortium about its offer. */
export interface OfferLetterToSend {
  /** Of the letter; left out: it gets one. */
  id?: string;
  callId: string;
  offerId: string;
  facts: OfferLetterFacts;
  /** The result it follows from; null: none. */
  resultNo: number | null;
}

/**
 * Keeps a letter about an offer, in the transaction of the act that it tells of, and writes a mail to everybody of the
 * consortium who reads the offer. The mail says only that it is there. @returns id of the letter
 */
export async function sendOfferLetter(
  manager: EntityManager,
  who: Pick<SignedIn, 'personId'>,
  settings: Settings,
  letter: OfferLetterToSend,
): Promise<string> {
  const id = await keepOfferLetter(manager, who, { ...letter, requestId: null });
  const link = pageAt(settings, `/oferty/${letter.offerId}/pisma`);
  const { callNumber, kind } = letter.facts;
  const { subject, text } = mailTexts.OFFER_LETTER({ callNumber, title: words.title[kind], link });
  await manager.query('select tell_letter($1, $2, $3, $4)', [letter.offerId, 'OFFER_LETTER', subject, text]);
  return id;
}

/** Keeps a letter without telling anybody. @param letter `requestId`: the request for reasons that it answers */
export async function keepOfferLetter(
  manager: EntityManager,
  { personId }: Pick<SignedIn, 'personId'>,
  letter: Omit<OfferLetterToSend, 'offerId'> & { offerId: string | null; requestId: string | null },
): Promise<string> {
  const { id = randomUUID(), callId, offerId, facts, resultNo, requestId } = letter;
  const text = canonicalJson(facts);
  await manager.query(
    `insert into offer_letter (id, offer_id, call_id, kind, facts, sha256, sent_by, result_no, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, offerId, callId, facts.kind, text, sha256(text), personId, resultNo, requestId],
  );
  return id;
}
