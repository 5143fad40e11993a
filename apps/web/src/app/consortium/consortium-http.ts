import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  AddMember,
  AppointLeader,
  BudgetResponse,
  ChangeBudget,
  ChangeConsortium,
  ChangeMember,
  ConsortiumPage,
  ConsortiumResponse,
  CreateConsortium,
  HistoryPage,
  LeaveConsortium,
  LocalCentreList,
  LocalCentreResponse,
} from '@zit/contracts';
import { inBackground } from '../shell/background';

const ROOT = '/api/v1/consortia';

/** The one file that knows the addresses of consortia; what they answer is read in the store. */
@Injectable({ providedIn: 'root' })
export class ConsortiumHttp {
  private readonly http = inject(HttpClient);

  page(query: { search?: string; after?: string; limit?: number; mine?: boolean }): Promise<ConsortiumPage> {
    return firstValueFrom(this.http.get<ConsortiumPage>(ROOT, { params: query }));
  }

  async localCentres(): Promise<LocalCentreResponse[]> {
    return (await firstValueFrom(this.http.get<LocalCentreList>('/api/v1/local-centres'))).items;
  }

  create(body: CreateConsortium): Promise<ConsortiumResponse> {
    return firstValueFrom(this.http.post<ConsortiumResponse>(ROOT, body));
  }

  get(id: string): Promise<ConsortiumResponse> {
    return firstValueFrom(this.http.get<ConsortiumResponse>(`${ROOT}/${id}`));
  }

  /** Is it still there for who asks? As small an answer as there is; the page asks it by itself. */
  async watch(id: string): Promise<void> {
    await firstValueFrom(this.http.get(`${ROOT}/${id}/history`, { ...inBackground(), params: { limit: 1 } }));
  }

  change(id: string, body: ChangeConsortium): Promise<unknown> {
    return firstValueFrom(this.http.patch(`${ROOT}/${id}`, body));
  }

  addMember(id: string, body: AddMember): Promise<unknown> {
    return firstValueFrom(this.http.post(`${ROOT}/${id}/members`, body));
  }

  changeMember(id: string, memberId: string, body: ChangeMember): Promise<unknown> {
    return firstValueFrom(this.http.patch(`${ROOT}/${id}/members/${memberId}`, body));
  }

  leave(id: string, memberId: string, body: LeaveConsortium): Promise<unknown> {
    return firstValueFrom(this.http.post(`${ROOT}/${id}/members/${memberId}/exit`, body));
  }

  appointLeader(id: string, body: AppointLeader): Promise<unknown> {
    return firstValueFrom(this.http.put(`${ROOT}/${id}/leader`, body));
  }

  changeBudget(id: string, body: ChangeBudget): Promise<BudgetResponse> {
    return firstValueFrom(this.http.patch<BudgetResponse>(`${ROOT}/${id}/budget`, body));
  }

  history(id: string, after?: string): Promise<HistoryPage> {
    return firstValueFrom(this.http.get<HistoryPage>(`${ROOT}/${id}/history`, { params: after ? { after } : {} }));
  }
}
