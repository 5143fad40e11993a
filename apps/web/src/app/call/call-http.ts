import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  AnnulCall,
  AnswerQuestion,
  AskQuestion,
  CallPage,
  CallQuestion,
  CallQuestions,
  CallResponse,
  CreateCall,
  ExtendCall,
  HistoryPage,
  PublishCall,
  SheetResponse,
} from '@zit/contracts';
import type { Page } from '../ui/paged';

const ROOT = '/api/v1/calls';

/** Where the sheet of a call is read and written. */
export const callSheet = (id: string): string => `${ROOT}/${id}/sheet`;

/** The one file that knows the addresses of calls for who works on them. */
@Injectable({ providedIn: 'root' })
export class CallHttp {
  private readonly http = inject(HttpClient);

  page(after?: string): Promise<CallPage> {
    return firstValueFrom(this.http.get<CallPage>(ROOT, { params: after ? { after } : {} }));
  }

  create(body: CreateCall): Promise<CallResponse> {
    return firstValueFrom(this.http.post<CallResponse>(ROOT, body));
  }

  get(id: string): Promise<CallResponse> {
    return firstValueFrom(this.http.get<CallResponse>(`${ROOT}/${id}`));
  }

  /** All that was ever filled in, with its revision. */
  sheet(id: string): Promise<SheetResponse> {
    return firstValueFrom(this.http.get<SheetResponse>(callSheet(id), { params: { after: 0 } }));
  }

  publish(id: string, body: PublishCall): Promise<CallResponse> {
    return firstValueFrom(this.http.post<CallResponse>(`${ROOT}/${id}/editions`, body));
  }

  /** Opens the sheet of a published call again. */
  beginAnnex(id: string): Promise<CallResponse> {
    return firstValueFrom(this.http.post<CallResponse>(`${ROOT}/${id}/annex`, {}));
  }

  /** What is in force stays; the sheet closes. */
  abandonAnnex(id: string): Promise<CallResponse> {
    return firstValueFrom(this.http.delete<CallResponse>(`${ROOT}/${id}/annex`));
  }

  extend(id: string, body: ExtendCall): Promise<CallResponse> {
    return firstValueFrom(this.http.post<CallResponse>(`${ROOT}/${id}/extension`, body));
  }

  annul(id: string, body: AnnulCall): Promise<CallResponse> {
    return firstValueFrom(this.http.post<CallResponse>(`${ROOT}/${id}/annulment`, body));
  }

  async questions(id: string, after?: string): Promise<Page<CallQuestion>> {
    const params: Record<string, string> = after ? { after } : {};
    const page = await firstValueFrom(this.http.get<CallQuestions>(`${ROOT}/${id}/questions`, { params }));
    return { items: page.questions, next: page.next };
  }

  history(id: string, after?: string): Promise<HistoryPage> {
    return firstValueFrom(this.http.get<HistoryPage>(`${ROOT}/${id}/history`, { params: after ? { after } : {} }));
  }

  ask(id: string, body: AskQuestion): Promise<unknown> {
    return firstValueFrom(this.http.post(`${ROOT}/${id}/questions`, body));
  }

  answer(id: string, question: string, body: AnswerQuestion): Promise<unknown> {
    return firstValueFrom(this.http.put(`${ROOT}/${id}/questions/${question}/answer`, body));
  }
}
