import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ConsortiumListItem, ConsortiumResponse, DocumentList, DocumentResponse } from '@zit/contracts';
import { check, type CheckResult } from '@zit/domain';
import { ConsortiumHttp } from '../consortium/consortium-http';

/** One consortium as it waits for the person: where it stands and which papers it has. */
export interface Waiting {
  consortium: ConsortiumResponse;
  check: CheckResult;
  /** Newest first; superseded ones are history and do not wait. */
  documents: DocumentResponse[];
}

/** More would be a list, not a desk; the rest stands one click away. */
const ON_THE_DESK = 6;

const ORDER: Record<DocumentResponse['kind'], number> = {
  PARTNERSHIP_AGREEMENT: 0,
  ANNEX: 1,
  LETTER_OF_INTENT: 2,
  LETTER_OF_CONFIRMATION: 3,
};

/** What lies on the person's desk today. */
@Injectable({ providedIn: 'root' })
export class WaitingStore {
  private readonly http = inject(HttpClient);
  private readonly consortia = inject(ConsortiumHttp);

  async desk(): Promise<{ items: ConsortiumListItem[]; more: boolean }> {
    const page = await this.consortia.page({ limit: ON_THE_DESK });
    return { items: page.items, more: page.next !== null };
  }

  async read(id: string): Promise<Waiting> {
    const [consortium, { items }] = await Promise.all([
      this.consortia.get(id),
      firstValueFrom(this.http.get<DocumentList>(`/api/v1/consortia/${id}/documents`)),
    ]);
    const documents = items
      .filter((each) => each.status !== 'SUPERSEDED')
      .sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || b.createdAt.localeCompare(a.createdAt));
    return { consortium, check: check(consortium, consortium.ruleSet), documents };
  }

  draftAgreement(consortiumId: string): Promise<DocumentResponse> {
    return firstValueFrom(
      this.http.post<DocumentResponse>(`/api/v1/consortia/${consortiumId}/documents`, {
        kind: 'PARTNERSHIP_AGREEMENT',
        memberId: null,
      }),
    );
  }
}
