import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AdmitOffer, ReceivedOfferFile, ReceivedOffers } from '@zit/contracts';
import { serverAhead } from '../public/server-ahead';

/** Where an offer that was handed in is read as a file. */
export const receivedFile = (call: string, offer: string): string => `/api/v1/calls/${call}/offers/${offer}`;

/** Where a file that hung on it then is read. */
export const receivedAttachment = (call: string, offer: string, attachment: string): string =>
  `${receivedFile(call, offer)}/attachments/${attachment}/file`;

/** The one file that knows the addresses of offers for who works on their call. */
@Injectable({ providedIn: 'root' })
export class ReceivedHttp {
  private readonly http = inject(HttpClient);

  /** With how far the server's clock is ahead of the browser's, in milliseconds. */
  async list(call: string): Promise<ReceivedOffers & { ahead: number }> {
    const asked = Date.now();
    const answer = await firstValueFrom(this.http.get<ReceivedOffers>(`/api/v1/calls/${call}/offers`));
    return { ...answer, ahead: serverAhead(answer.serverTime, asked, Date.now()) };
  }

  read(call: string, offer: string): Promise<ReceivedOfferFile> {
    return firstValueFrom(this.http.get<ReceivedOfferFile>(receivedFile(call, offer)));
  }

  admit(offer: string, body: AdmitOffer): Promise<unknown> {
    return firstValueFrom(this.http.post(`/api/v1/offers/${offer}/admission`, body));
  }
}
