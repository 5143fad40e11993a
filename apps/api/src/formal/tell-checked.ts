import type { FormalLetterFacts } from '@zit/documents/builders/formal-letter';
import { formatDatePl } from '@zit/domain';
import { mailTexts } from '@zit/words.pl/mails';
import type { EntityManager } from 'typeorm';
import type { Settings } from '../http/settings';
import { pageAt } from '../mail/link-to';

/**
 * Writes the mail about a letter to everybody who reads the offer, in the transaction of the act. Only what the portal
 * itself made stands in it: what was found stands in the letter.
 */
export async function tellChecked(
  manager: EntityManager,
  settings: Settings,
  offerId: string,
  { kind, callNumber, receiptNumber, term }: FormalLetterFacts,
): Promise<void> {
  const template = kind === 'CURE' ? 'FORMAL_CURE' : 'FORMAL_REJECTION';
  const link = pageAt(settings, `/oferty/${offerId}/${kind === 'CURE' ? 'uzupelnienie' : 'pisma'}`);
  const due = term ? formatDatePl(term.dueOn) : '';
  const { subject, text } = mailTexts[template]({ callNumber, number: receiptNumber, due, link });
  await manager.query('select tell_checked($1, $2, $3, $4)', [offerId, template, subject, text]);
}
