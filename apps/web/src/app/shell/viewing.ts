import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ViewAs } from '@zit/contracts';

const URL = '/api/v1/session/view-as';

/** Looking through another person's eyes, read-only; both ends stand in the journal. */
@Injectable({ providedIn: 'root' })
export class Viewing {
  private readonly http = inject(HttpClient);

  async begin(body: ViewAs): Promise<void> {
    await firstValueFrom(this.http.post(URL, body));
  }

  async end(): Promise<void> {
    await firstValueFrom(this.http.delete(URL));
  }
}
