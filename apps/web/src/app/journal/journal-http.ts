import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { JournalPage, JournalQuery, JournalSeal, JournalSealList } from '@zit/contracts';

const ROOT = '/api/v1';

/** Every seal in one file, a line each; anybody may fetch it. */
export const SEALS_FILE = `${ROOT}/journal-seals.jsonl`;

/** The journal as a whole and its seals; histories of single things are asked beside those things. */
@Injectable({ providedIn: 'root' })
export class JournalHttp {
  private readonly http = inject(HttpClient);

  page(query: JournalQuery): Promise<JournalPage> {
    const params = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Record<
      string,
      string | number
    >;
    return firstValueFrom(this.http.get<JournalPage>(`${ROOT}/journal`, { params }));
  }

  /** The newest hundred, newest first. */
  async seals(): Promise<JournalSeal[]> {
    return (await firstValueFrom(this.http.get<JournalSealList>(`${ROOT}/journal-seals`))).items;
  }
}
