import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AnswerFormal, DecideFormal, FormalCard, FormalList, OfferLetters } from '@zit/contracts';

const ROOT = '/api/v1';

/** Where a letter is read, or saved. */
export const letterFile = (id: string, format: 'pdf' | 'docx' | 'html'): string => `${ROOT}/letters/${id}.${format}`;

/** The one file that knows the addresses of the formal check. */
@Injectable({ providedIn: 'root' })
export class FormalHttp {
  private readonly http = inject(HttpClient);

  list(call: string, after?: string): Promise<FormalList> {
    return firstValueFrom(
      this.http.get<FormalList>(`${ROOT}/calls/${call}/formal`, { params: after ? { after } : {} }),
    );
  }

  card(call: string, offer: string): Promise<FormalCard> {
    return firstValueFrom(this.http.get<FormalCard>(`${ROOT}/calls/${call}/formal/${offer}`));
  }

  answer(call: string, offer: string, body: AnswerFormal): Promise<FormalCard> {
    return firstValueFrom(this.http.post<FormalCard>(`${ROOT}/calls/${call}/formal/${offer}/verdicts`, body));
  }

  decide(call: string, offer: string, body: DecideFormal): Promise<FormalCard> {
    return firstValueFrom(this.http.post<FormalCard>(`${ROOT}/calls/${call}/formal/${offer}/decision`, body));
  }

  letters(offer: string): Promise<OfferLetters> {
    return firstValueFrom(this.http.get<OfferLetters>(`${ROOT}/offers/${offer}/formal-letters`));
  }
}
