import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { CheckReceipt, ReceiptCheck } from '@zit/contracts';

/** Asks the portal whether a receipt is its own; nothing of the offer goes along. */
@Injectable({ providedIn: 'root' })
export class VerifyHttp {
  private readonly http = inject(HttpClient);

  check(body: CheckReceipt): Promise<ReceiptCheck> {
    return firstValueFrom(this.http.post<ReceiptCheck>('/api/v1/public/receipts/check', body));
  }
}
