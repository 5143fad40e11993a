import type { Injector } from '@angular/core';
import type { OfferReceipt, OfferResponse } from '@zit/contracts';
import { receiptWords as words } from '@zit/words.pl/offer-receipt';
import { askForReason } from '../../ui/reason-dialog';
import { SubmissionHttp } from '../submit/submission-http';

export type OfferActDone =
  { act: 'amend' | 'abandon'; offer: OfferResponse } | { act: 'withdraw'; receipt: OfferReceipt };

const SAID = {
  amend: { title: words.amendTitle, lead: words.amendLead, go: words.amendGo },
  abandon: { title: words.abandonTitle, lead: words.abandonLead, go: words.abandonGo },
  withdraw: { title: words.withdrawTitle, lead: words.withdrawLead, go: words.withdrawGo },
} as const;
const REASON = {
  label: words.reason,
  hint: words.reasonHint,
  missing: words.reasonMissing,
  shortest: 3,
  longest: 2_000,
};

/** Asks before an act on an offer that was handed in; null: the person thought better of it. */
export function askForOfferAct(
  injector: Injector,
  act: OfferActDone['act'],
  offer: string,
): Promise<OfferActDone | null> {
  const http = injector.get(SubmissionHttp);
  return askForReason<OfferActDone>(injector, {
    ...SAID[act],
    working: words.working,
    reason: act === 'withdraw' ? REASON : null,
    act: async (id, reason) => {
      if (act === 'withdraw') return { act, receipt: await http.withdraw(offer, { id, reason }) };
      return { act, offer: await (act === 'amend' ? http.amend(offer) : http.abandon(offer)) };
    },
  });
}
