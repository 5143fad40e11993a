import type { OfferReceipt } from '@zit/contracts';
import { mailTexts } from '@zit/words.pl/mails';
import type { EntityManager } from 'typeorm';
import type { Settings } from '../http/settings';
import { pageAt } from '../mail/link-to';

const TEMPLATES = { SUBMISSION: 'OFFER_RECEIVED', WITHDRAWAL: 'OFFER_WITHDRAWN', CURE: 'OFFER_CORRECTED' } as const;

/**
 * Writes the mails about a receipt to everybody who reads the offer, in the transaction of the act. Only what the
 * portal itself made stands in them: nothing that somebody typed.
 */
export async function tellReceived(manager: EntityManager, settings: Settings, receipt: OfferReceipt): Promise<void> {
  const { number, offerId, kind } = receipt;
  const link = pageAt(settings, `/oferty/${offerId}/potwierdzenia/${number.split('/').at(-1) ?? ''}`);
  const template = TEMPLATES[kind];
  const { subject, text } = mailTexts[template]({ ...receipt, link });
  await manager.query('select tell_offer($1, $2, $3, $4)', [offerId, template, subject, text]);
}
