import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, timeout } from 'rxjs';
import type {
  ConfirmOffer,
  OfferReceipt,
  OfferReceipts,
  OfferResponse,
  OfferSigning,
  SubmitOffer,
  WithdrawOffer,
} from '@zit/contracts';
import { inBackground } from '../../shell/background';

const ROOT = '/api/v1/offers';

/** A line that has died does not say so; the act is repeated under its key, so nothing is done twice. */
const ANSWERS_WITHIN_MS = 30_000;

/** The last part of a receipt's number, as addresses have it: `0007`. */
export const receiptNo = (number: string): string => number.split('/').at(-1) ?? '';
/** A receipt as a file. */
export const receiptFile = (offer: string, number: string, kind: 'json' | 'pdf' | 'html'): string =>
  `${ROOT}/${offer}/receipts/${receiptNo(number)}.${kind}`;
/** The offer as that receipt confirms it, with the salt of its digests. */
export const offerFile = (offer: string, number: string): string => `${ROOT}/${offer}/file/${receiptNo(number)}.json`;

/** The one file that knows the addresses at which an offer is confirmed, handed in and taken back. */
@Injectable({ providedIn: 'root' })
export class SubmissionHttp {
  private readonly http = inject(HttpClient);

  signing(id: string): Promise<OfferSigning> {
    return firstValueFrom(this.http.get<OfferSigning>(`${ROOT}/${id}/signing`));
  }

  /** Asked by the page itself, while somebody looks on. */
  lookAtSigning(id: string): Promise<OfferSigning> {
    return firstValueFrom(this.http.get<OfferSigning>(`${ROOT}/${id}/signing`, inBackground()));
  }

  confirm(id: string, body: ConfirmOffer): Promise<OfferSigning> {
    return firstValueFrom(this.http.post<OfferSigning>(`${ROOT}/${id}/confirmations`, body));
  }

  revoke(id: string, confirmation: string): Promise<OfferSigning> {
    return firstValueFrom(this.http.delete<OfferSigning>(`${ROOT}/${id}/confirmations/${confirmation}`));
  }

  submit(id: string, body: SubmitOffer): Promise<OfferReceipt> {
    const answer = this.http.post<OfferReceipt>(`${ROOT}/${id}/submissions`, body);
    return firstValueFrom(answer.pipe(timeout(ANSWERS_WITHIN_MS)));
  }

  receipts(id: string): Promise<OfferReceipts> {
    return firstValueFrom(this.http.get<OfferReceipts>(`${ROOT}/${id}/receipts`));
  }

  /** Opens the fields that a call for correction names; the same again changes nothing. */
  correct(id: string): Promise<OfferResponse> {
    return firstValueFrom(this.http.post<OfferResponse>(`${ROOT}/${id}/correction`, {}));
  }

  /** Opens what was handed in for writing; it stands until it is replaced. */
  amend(id: string): Promise<OfferResponse> {
    return firstValueFrom(this.http.post<OfferResponse>(`${ROOT}/${id}/amendment`, {}));
  }

  /** Back to what was handed in. */
  abandon(id: string): Promise<OfferResponse> {
    return firstValueFrom(this.http.delete<OfferResponse>(`${ROOT}/${id}/amendment`));
  }

  withdraw(id: string, body: WithdrawOffer): Promise<OfferReceipt> {
    return firstValueFrom(this.http.post<OfferReceipt>(`${ROOT}/${id}/withdrawal`, body));
  }
}
