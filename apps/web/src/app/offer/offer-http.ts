import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  CreateOffer,
  LendPart,
  OfferOpenings,
  OfferPage,
  OfferPresence,
  OfferResponse,
  SheetResponse,
  ShowPresence,
} from '@zit/contracts';
import { inBackground } from '../shell/background';

const ROOT = '/api/v1/offers';

/** Where the sheet of an offer is read and written. */
export const offerSheet = (id: string): string => `${ROOT}/${id}/sheet`;

/** The one file that knows the addresses at which an offer is begun and written. */
@Injectable({ providedIn: 'root' })
export class OfferHttp {
  private readonly http = inject(HttpClient);

  page(after?: string): Promise<OfferPage> {
    return firstValueFrom(this.http.get<OfferPage>(ROOT, { params: after ? { after } : {} }));
  }

  /** The same page with what each offer still needs. */
  pageWithMissing(after?: string): Promise<OfferPage> {
    return firstValueFrom(this.http.get<OfferPage>(ROOT, { params: { missing: 'true', ...(after ? { after } : {}) } }));
  }

  /** Calls that the consortia of whom one acts for can still answer. */
  async openings(): Promise<OfferOpenings['openings']> {
    return (await firstValueFrom(this.http.get<OfferOpenings>(`${ROOT}/openings`))).openings;
  }

  create(body: CreateOffer): Promise<OfferResponse> {
    return firstValueFrom(this.http.post<OfferResponse>(ROOT, body));
  }

  get(id: string): Promise<OfferResponse> {
    return firstValueFrom(this.http.get<OfferResponse>(`${ROOT}/${id}`));
  }

  /** Asked by the page itself: deadline, members and loans may have changed meanwhile. */
  look(id: string): Promise<OfferResponse> {
    return firstValueFrom(this.http.get<OfferResponse>(`${ROOT}/${id}`, inBackground()));
  }

  /** All that was ever filled in. */
  sheet(id: string): Promise<SheetResponse> {
    return firstValueFrom(this.http.get<SheetResponse>(offerSheet(id), { ...inBackground(), params: { after: 0 } }));
  }

  lend(id: string, body: LendPart): Promise<OfferResponse> {
    return firstValueFrom(this.http.put<OfferResponse>(`${ROOT}/${id}/loans`, body));
  }

  /** Says where the person is, and hears who else is there. */
  show(id: string, body: ShowPresence): Promise<OfferPresence> {
    return firstValueFrom(this.http.put<OfferPresence>(`${ROOT}/${id}/presence`, body, inBackground()));
  }
}
