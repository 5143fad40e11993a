import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { SaveSheet, SheetHistory, SheetResponse, SheetSaved } from '@zit/contracts';
import { inBackground } from '../shell/background';

/** The one file that knows how a sheet travels; where it lives says who opens it. */
@Injectable({ providedIn: 'root' })
export class SheetHttp {
  private readonly http = inject(HttpClient);

  read(url: string): Promise<SheetResponse> {
    return firstValueFrom(this.http.get<SheetResponse>(url));
  }

  /** What others wrote since; asked by the page itself. */
  news(url: string, after: number): Promise<SheetResponse> {
    return firstValueFrom(this.http.get<SheetResponse>(url, { ...inBackground(), params: { after } }));
  }

  save(url: string, body: SaveSheet): Promise<SheetSaved> {
    return firstValueFrom(this.http.patch<SheetSaved>(url, body));
  }

  history(url: string, before?: number): Promise<SheetHistory> {
    return firstValueFrom(this.http.get<SheetHistory>(`${url}/history`, { params: before ? { before } : {} }));
  }
}
