import type { OfferResponse } from '@zit/contracts';
import { correctionOpens, formatExactInstantPl } from '@zit/domain';
import { correctionWords as words } from '@zit/words.pl/correction';

type Corrected = Pick<OfferResponse, 'state' | 'correction'>;

/** Why nothing of a correction is put right any more, in words; null: it may be. */
export function whyShut({ correction }: Pick<Corrected, 'correction'>): string | null {
  if (!correction?.shut) return null;
  if (correction.shut === 'OVER') return words.over(formatExactInstantPl(correction.closesAt), 0);
  return correction.shut === 'ANSWERED' ? words.answered(correction.answer ?? '') : words.decided;
}

/** Why a path is closed while the offer is being put right; null: it is not, or it is open. */
export function closedByCorrection(offer: Corrected, path: string): string | null {
  if (offer.state !== 'CURING' || !offer.correction) return null;
  return whyShut(offer) ?? (correctionOpens(offer.correction.fields, path) ? null : words.fieldClosed);
}
