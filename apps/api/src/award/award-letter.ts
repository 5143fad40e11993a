import type { AwardResponse } from '@zit/contracts';
import type { OfferLetterFacts } from '@zit/documents/builders/offer-letter';
import { formatZloty, inWarsaw } from '@zit/domain';
import { awardWords as words } from '@zit/words.pl/award';
import type { EntityManager } from 'typeorm';
import type { CallRecord } from '../call/open-call';
import type { Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { sendOfferLetter } from '../letter/send-offer-letter';
import type { FrozenOffer } from './frozen-offer';

/** Tells the consortium that its offer was awarded, or that the award fell through, in the transaction of the act. */
export async function sendAwardLetter(
  manager: EntityManager,
  who: SignedIn,
  settings: Settings,
  told: { call: CallRecord; offer: FrozenOffer; award: AwardResponse },
): Promise<void> {
  const { call, offer, award } = told;
  const kind = award.endedAt === null ? 'AWARDED' : 'AWARD_ENDED';
  const leader = offer.document.members.find(({ role }) => role === 'LEADER');
  const facts: OfferLetterFacts = {
    ...{ kind, date: inWarsaw(call.now).date, place: call.municipality },
    ...{ callNumber: call.number ?? '', callTitle: call.title, receiptNumber: award.offer },
    recipient: { name: leader?.name ?? offer.document.consortium.title, address: leader?.address ?? null },
    offerTitle: offer.document.contents.basics.title ?? offer.document.consortium.title,
    paragraphs: kind === 'AWARDED' ? words.letter.awarded(award.place, award.fromReserve) : words.letter.ended,
    rows: [
      { label: words.letter.total, value: formatZloty(award.totalGrosze) },
      { label: words.letter.zit, value: formatZloty(award.zitGrosze) },
      { label: words.letter.own, value: formatZloty(award.ownGrosze) },
      { label: words.letter.result, value: words.letter.resultNo(award.resultNo) },
    ],
    reasons: [award.endedReason ?? award.reason].flatMap((reason) => reason ?? []),
    instruction: kind === 'AWARDED' ? words.letter.next : [],
  };
  const { offerId } = offer;
  await sendOfferLetter(manager, who, settings, { callId: call.id, offerId, facts, resultNo: award.resultNo });
}
