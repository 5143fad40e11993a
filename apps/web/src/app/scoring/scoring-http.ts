import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  CardVersion,
  HandInCard,
  OfferScores,
  ScoringResponse,
  SheetResponse,
  WriteScoreNote,
} from '@zit/contracts';

const scoringAt = (call: string): string => `/api/v1/calls/${call}/scoring`;
const offerAt = (call: string, offer: string): string => `${scoringAt(call)}/offers/${offer}`;

/** Where the card of an offer is saved, field by field. */
export const cardSheet = (call: string, offer: string): string => `${offerAt(call, offer)}/sheet`;

/** The one file that knows the addresses of score cards; how their sheets travel SheetHttp knows. */
@Injectable({ providedIn: 'root' })
export class ScoringHttp {
  private readonly http = inject(HttpClient);

  read(call: string): Promise<ScoringResponse> {
    return firstValueFrom(this.http.get<ScoringResponse>(scoringAt(call)));
  }

  handIn(call: string, offer: string, body: HandInCard): Promise<CardVersion> {
    return firstValueFrom(this.http.post<CardVersion>(`${offerAt(call, offer)}/versions`, body));
  }

  correct(call: string, offer: string): Promise<SheetResponse> {
    return firstValueFrom(this.http.post<SheetResponse>(`${offerAt(call, offer)}/correction`, {}));
  }

  scores(call: string, offer: string): Promise<OfferScores> {
    return firstValueFrom(this.http.get<OfferScores>(offerAt(call, offer)));
  }

  writeNote(call: string, offer: string, body: WriteScoreNote): Promise<OfferScores> {
    return firstValueFrom(this.http.put<OfferScores>(`${offerAt(call, offer)}/note`, body));
  }
}
