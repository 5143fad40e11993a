import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type {
  AnswerReasons,
  Appeal,
  AskReasons,
  CallAnswers,
  DecideAppeal,
  EnterReasons,
  LodgeAppeal,
  OfferAppeals,
  OwnRequests,
  ReasonsRequest,
} from '@zit/contracts';

const ofCall = (call: string): string => `/api/v1/calls/${call}/answers`;
const ofOffer = (offer: string): string => `/api/v1/offers/${offer}/appeal`;

/** The one file that knows the addresses of requests for reasons and of appeals. */
@Injectable({ providedIn: 'root' })
export class AnswerHttp {
  private readonly http = inject(HttpClient);

  read(call: string): Promise<CallAnswers> {
    return first(this.http.get<CallAnswers>(ofCall(call)));
  }

  own(call: string): Promise<OwnRequests> {
    return first(this.http.get<OwnRequests>(`${ofCall(call)}/own`));
  }

  ask(call: string, body: AskReasons): Promise<ReasonsRequest> {
    return first(this.http.post<ReasonsRequest>(`${ofCall(call)}/requests`, body));
  }

  enter(call: string, body: EnterReasons): Promise<ReasonsRequest> {
    return first(this.http.post<ReasonsRequest>(`${ofCall(call)}/entries`, body));
  }

  answer(call: string, request: string, body: AnswerReasons): Promise<ReasonsRequest> {
    return first(this.http.post<ReasonsRequest>(`${ofCall(call)}/requests/${request}/answer`, body));
  }

  state(call: string, appeal: string, text: string): Promise<Appeal> {
    return first(this.http.post<Appeal>(`${ofCall(call)}/appeals/${appeal}/statement`, { text }));
  }

  decide(call: string, appeal: string, body: DecideAppeal): Promise<Appeal> {
    return first(this.http.post<Appeal>(`${ofCall(call)}/appeals/${appeal}/decision`, body));
  }

  appeals(offer: string): Promise<OfferAppeals> {
    return first(this.http.get<OfferAppeals>(ofOffer(offer)));
  }

  lodge(offer: string, body: LodgeAppeal): Promise<OfferAppeals> {
    return first(this.http.post<OfferAppeals>(ofOffer(offer), body));
  }
}

const first = <T>(answer: Observable<T>): Promise<T> => firstValueFrom(answer);
