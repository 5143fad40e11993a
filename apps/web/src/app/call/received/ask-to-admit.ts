import type { Injector } from '@angular/core';
import type { ReceivedOffer } from '@zit/contracts';
import { receivedWords as words } from '@zit/words.pl/offer-receipt';
import { exactSpan } from '@zit/words.pl/offer-signing';
import { askForReason } from '../../ui/reason-dialog';
import { ReceivedHttp } from './received-http';

/** What admitting a late offer means, and the minutes without which it is not possible; false: thought better of it. */
export async function askToAdmit(injector: Injector, { offerId, title, lateMs }: ReceivedOffer): Promise<boolean> {
  const http = injector.get(ReceivedHttp);
  const admitted = await askForReason(injector, {
    title: words.admitTitle,
    lead: words.admitLead(title, exactSpan(lateMs)),
    go: words.admitGo,
    working: words.working,
    reason: {
      label: words.minutes,
      hint: words.minutesHint,
      missing: words.minutesMissing,
      shortest: 10,
      longest: 4_000,
    },
    act: async (id, minutes) => {
      await http.admit(offerId, { id, minutes });
      return true;
    },
  });
  return admitted ?? false;
}
