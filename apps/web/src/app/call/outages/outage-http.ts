import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Outage, OutagePage, RecordOutage } from '@zit/contracts';

/** The register as JSON, for anybody. */
export const OUTAGES_FILE = '/api/v1/public/outages';

/** The one file that knows the addresses of the register of outages. */
@Injectable({ providedIn: 'root' })
export class OutageHttp {
  private readonly http = inject(HttpClient);

  page(after?: string): Promise<OutagePage> {
    return firstValueFrom(this.http.get<OutagePage>(OUTAGES_FILE, { params: after ? { after } : {} }));
  }

  record(body: RecordOutage): Promise<Outage> {
    return firstValueFrom(this.http.post<Outage>('/api/v1/outages', body));
  }
}
