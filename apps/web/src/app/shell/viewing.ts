import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { SessionResponse, ViewAs } from '@zit/contracts';

const URL = '/api/v1/session/view-as';

/** Looking through another person's eyes, read-only; both ends stand in the journal. */
@Injectable({ providedIn: 'root' })
export class Viewing {
  private readonly http = inject(HttpClient);

  /** @returns the session as that person has it, with the viewer named. */
  begin(body: ViewAs): Promise<SessionResponse> {
    return firstValueFrom(this.http.post<SessionResponse>(URL, body));
  }

  /** @returns one's own session again. */
  end(): Promise<SessionResponse> {
    return firstValueFrom(this.http.delete<SessionResponse>(URL));
  }
}
