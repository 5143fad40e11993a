import { randomUUID } from 'node:crypto';
import type { AnnulmentCause } from '@zit/contracts';
import type { OfferLetterFacts } from '@zit/documents/builders/offer-letter';
import { canonicalJson, inWarsaw } from '@zit/domain';
import { awardWords } from '@zit/words.pl/award';
import { mailTexts } from '@zit/words.pl/mails';
import { offerLetterWords } from '@zit/words.pl/offer-letter';
import type { EntityManager } from 'typeorm';
import { forbidden, validation } from '../http/problem-error';
import type { Settings } from '../http/settings';
import { pageAt } from '../mail/link-to';
import type { CallRecord } from './open-call';

const { annulled: words } = awardWords;

/** @throws 403 while an award stands; 400 when there are valid offers, or it is too early to say that there are none */
export async function requireMayAnnul(manager: EntityManager, callId: string, cause: AnnulmentCause): Promise<void> {
  const [{ awarded, none }] = await manager.query<[{ awarded: boolean; none: boolean | null }]>(
    'select call_has_award($1) as awarded, call_without_valid_offers($1) as none',
    [callId],
  );
  if (awarded) throw forbidden(words.awarded);
  if (cause === 'NO_VALID_OFFERS' && none !== true) throw validation([{ pointer: '/cause', message: words.someValid }]);
}

interface Recipient {
  offerId: string;
  number: string;
  title: string;
  leader: string;
  address: string | null;
}

/**
 * Letters to every consortium that handed in, in the transaction of the annulment. The database finds them, because
 * before the deadline nobody sees an offer; nothing of them is answered.
 */
export async function sendAnnulled(
  manager: EntityManager,
  settings: Pick<Settings, 'publicOrigin' | 'port'>,
  call: CallRecord,
  { cause, reason }: { cause: AnnulmentCause; reason: string },
): Promise<void> {
  const recipients = await manager.query<Recipient[]>(
    'select offer_id as "offerId", number, title, leader, address from offers_of_annulled($1)',
    [call.id],
  );
  for (const { offerId, number, title, leader, address } of recipients) {
    const facts: OfferLetterFacts = {
      ...{ kind: 'ANNULLED', date: inWarsaw(call.now).date, place: call.municipality },
      ...{ callNumber: call.number ?? '', callTitle: call.title, recipient: { name: leader, address } },
      ...{ offerTitle: title, receiptNumber: number, rows: [], instruction: [] },
      paragraphs: words.letter(cause === 'NO_VALID_OFFERS'),
      reasons: [reason],
    };
    const link = pageAt(settings, `/oferty/${offerId}/pisma`);
    const { subject, text } = mailTexts.OFFER_LETTER({
      callNumber: facts.callNumber,
      title: offerLetterWords.title.ANNULLED,
      link,
    });
    await manager.query('select send_annulled($1, $2, $3, $4, $5)', [
      ...[randomUUID(), offerId, canonicalJson(facts), subject, text],
    ]);
  }
}
