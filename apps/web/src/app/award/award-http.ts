import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type { CallAwards, CarryAward, ConsortiumAward, GiveAward, PublicAwards } from '@zit/contracts';

const ofCall = (call: string): string => `/api/v1/calls/${call}/awards`;
const ofConsortium = (id: string): string => `/api/v1/consortia/${id}/award`;

/** The one file that knows the addresses of awards. */
@Injectable({ providedIn: 'root' })
export class AwardHttp {
  private readonly http = inject(HttpClient);

  read(call: string): Promise<CallAwards> {
    return first(this.http.get<CallAwards>(ofCall(call)));
  }

  give(call: string, body: GiveAward): Promise<CallAwards> {
    return first(this.http.post<CallAwards>(ofCall(call), body));
  }

  end(call: string, award: string, reason: string): Promise<CallAwards> {
    return first(this.http.put<CallAwards>(`${ofCall(call)}/${award}/end`, { reason }));
  }

  ofConsortium(id: string): Promise<ConsortiumAward> {
    return first(this.http.get<ConsortiumAward>(ofConsortium(id)));
  }

  carry(id: string, body: CarryAward): Promise<ConsortiumAward> {
    return first(this.http.put<ConsortiumAward>(`${ofConsortium(id)}/rooms`, body));
  }

  public(slug: string): Promise<PublicAwards> {
    return first(this.http.get<PublicAwards>(`/api/v1/public/calls/${slug}/awards`));
  }
}

const first = <T>(answer: Observable<T>): Promise<T> => firstValueFrom(answer);
