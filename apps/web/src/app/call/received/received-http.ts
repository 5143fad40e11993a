import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AdmitOffer, ReceivedOfferFile, ReceivedOffers } from '@zit/contracts';
import { serverAhead } from '../public/server-ahead';

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
    return firstValueFrom(this.http.get<ReceivedOfferFile>(`/api/v1/calls/${call}/offers/${offer}`));
  }

  admit(offer: string, body: AdmitOffer): Promise<unknown> {
    return firstValueFrom(this.http.post(`/api/v1/offers/${offer}/admission`, body));
  }
}
