import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { CallQuestion, CallQuestions, PublicCall, PublicCallList } from '@zit/contracts';
import type { Page } from '../../ui/paged';
import { serverAhead } from './server-ahead';

const ROOT = '/api/v1/public/calls';

/** The frozen contents of one edition, byte for byte what its SHA-256 was made of. */
export const editionFile = (slug: string, no: number): string => `${ROOT}/${slug}/editions/${no}.json`;
/** The deadline for a calendar. */
export const calendarFile = (slug: string): string => `${ROOT}/${slug}/calendar.ics`;

/** An answer together with how far the server's clock was ahead of the browser's, in milliseconds. */
export type Timed<T> = T & { ahead: number };

/** The one file that knows the addresses of published calls, which anybody may read. */
@Injectable({ providedIn: 'root' })
export class PublicCallHttp {
  private readonly http = inject(HttpClient);

  list(after?: string): Promise<Timed<PublicCallList>> {
    return this.timed(ROOT, after ? { after } : {});
  }

  get(slug: string): Promise<Timed<PublicCall>> {
    return this.timed(`${ROOT}/${slug}`, {});
  }

  /** Answered questions after the first page, which comes with the call. */
  async questions(slug: string, after: string): Promise<Page<CallQuestion>> {
    const url = `${ROOT}/${slug}/questions`;
    const { questions, next } = await firstValueFrom(this.http.get<CallQuestions>(url, { params: { after } }));
    return { items: questions, next };
  }

  private async timed<T extends { serverTime: string }>(
    url: string,
    params: Record<string, string>,
  ): Promise<Timed<T>> {
    const asked = Date.now();
    const answer = await firstValueFrom(this.http.get<T>(url, { params }));
    return { ...answer, ahead: serverAhead(answer.serverTime, asked, Date.now()) };
  }
}
