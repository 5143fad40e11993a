import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  AskRecommendation,
  OfferRecommendation,
  Recommendation,
  RecommendationPage,
  ResolveRecommendation,
} from '@zit/contracts';

const ROOT = '/api/v1';

/** The one file that knows the addresses of requests to the NGO council. */
@Injectable({ providedIn: 'root' })
export class RecommendationHttp {
  private readonly http = inject(HttpClient);

  ofOffer(offer: string): Promise<OfferRecommendation> {
    return firstValueFrom(this.http.get<OfferRecommendation>(`${ROOT}/offers/${offer}/recommendation`));
  }

  ask(offer: string, body: AskRecommendation): Promise<OfferRecommendation> {
    return firstValueFrom(this.http.post<OfferRecommendation>(`${ROOT}/offers/${offer}/recommendation`, body));
  }

  withdraw(offer: string): Promise<OfferRecommendation> {
    return firstValueFrom(this.http.delete<OfferRecommendation>(`${ROOT}/offers/${offer}/recommendation`));
  }

  page(after?: string): Promise<RecommendationPage> {
    return firstValueFrom(
      this.http.get<RecommendationPage>(`${ROOT}/recommendations`, { params: after ? { after } : {} }),
    );
  }

  get(id: string): Promise<Recommendation> {
    return firstValueFrom(this.http.get<Recommendation>(`${ROOT}/recommendations/${id}`));
  }

  resolve(id: string, body: ResolveRecommendation): Promise<Recommendation> {
    return firstValueFrom(this.http.put<Recommendation>(`${ROOT}/recommendations/${id}/resolution`, body));
  }
}
