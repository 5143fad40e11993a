import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  AcknowledgementList,
  ClauseResponse,
  ErasureItem,
  ErasureList,
  OwnErasure,
  RetentionList,
  RetentionProposal,
} from '@zit/contracts';

const ROOT = '/api/v1';
const ACCOUNT = `${ROOT}/account`;

/** The readable export: a page of its own. */
export const EXPORT_PAGE = `${ACCOUNT}/personal-data.html`;

/** Personal data: one's own, and those that the programme decides about; the only file that knows the addresses. */
@Injectable({ providedIn: 'root' })
export class PersonalHttp {
  private readonly http = inject(HttpClient);

  clause(id: string): Promise<ClauseResponse> {
    return firstValueFrom(this.http.get<ClauseResponse>(`${ROOT}/clauses/${id}`));
  }

  acknowledgements(): Promise<AcknowledgementList> {
    return firstValueFrom(this.http.get<AcknowledgementList>(`${ACCOUNT}/acknowledgements`));
  }

  async acknowledge(clause: string, version: string): Promise<void> {
    await firstValueFrom(this.http.post(`${ACCOUNT}/acknowledgements`, { clause, version }));
  }

  /** Everything, as the text of a JSON file. */
  async data(): Promise<string> {
    return JSON.stringify(await firstValueFrom(this.http.get(`${ACCOUNT}/personal-data`)), null, 2);
  }

  ownErasure(): Promise<OwnErasure> {
    return firstValueFrom(this.http.get<OwnErasure>(`${ACCOUNT}/erasure`));
  }

  async askErasure(reason: string | null): Promise<void> {
    await firstValueFrom(this.http.post(`${ACCOUNT}/erasure`, { reason }));
  }

  async withdrawErasure(): Promise<void> {
    await firstValueFrom(this.http.delete(`${ACCOUNT}/erasure`));
  }

  async erasures(): Promise<ErasureItem[]> {
    return (await firstValueFrom(this.http.get<ErasureList>(`${ROOT}/erasures`))).items;
  }

  decideErasure(id: string, decision: 'ERASE' | 'REFUSE', ground: string): Promise<ErasureItem> {
    return firstValueFrom(this.http.put<ErasureItem>(`${ROOT}/erasures/${id}`, { decision, ground }));
  }

  async proposals(): Promise<RetentionProposal[]> {
    return (await firstValueFrom(this.http.get<RetentionList>(`${ROOT}/retention-proposals`))).items;
  }

  decideProposal(id: string, decision: 'APPROVE' | 'REFUSE'): Promise<RetentionProposal> {
    return firstValueFrom(this.http.put<RetentionProposal>(`${ROOT}/retention-proposals/${id}`, { decision }));
  }
}
