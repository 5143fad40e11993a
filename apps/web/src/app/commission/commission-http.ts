import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  AssignmentResponse,
  CommissionResponse,
  ConfirmAssignment,
  ConflictList,
  DecideConflict,
  DeclareConflict,
  DeclareImpartiality,
  EnterTie,
  OwnCommissions,
  OwnImpartiality,
  PeopleToSeat,
  SeatPerson,
  TieEntered,
} from '@zit/contracts';

const rootOf = (call: string): string => `/api/v1/calls/${call}/commission`;

/** The one file that knows the addresses of a call's commission. */
@Injectable({ providedIn: 'root' })
export class CommissionHttp {
  private readonly http = inject(HttpClient);

  own(): Promise<OwnCommissions> {
    return firstValueFrom(this.http.get<OwnCommissions>('/api/v1/commissions'));
  }

  read(call: string): Promise<CommissionResponse> {
    return firstValueFrom(this.http.get<CommissionResponse>(rootOf(call)));
  }

  form(call: string, basis: string): Promise<CommissionResponse> {
    return firstValueFrom(this.http.put<CommissionResponse>(rootOf(call), { basis }));
  }

  people(call: string): Promise<PeopleToSeat> {
    return firstValueFrom(this.http.get<PeopleToSeat>(`${rootOf(call)}/people`));
  }

  seat(call: string, body: SeatPerson): Promise<CommissionResponse> {
    return firstValueFrom(this.http.post<CommissionResponse>(`${rootOf(call)}/seats`, body));
  }

  unseat(call: string, seat: string, reason: string): Promise<CommissionResponse> {
    return firstValueFrom(this.http.put<CommissionResponse>(`${rootOf(call)}/seats/${seat}/departure`, { reason }));
  }

  declaration(call: string): Promise<OwnImpartiality> {
    return firstValueFrom(this.http.get<OwnImpartiality>(`${rootOf(call)}/declaration`));
  }

  declare(call: string, body: DeclareImpartiality): Promise<OwnImpartiality> {
    return firstValueFrom(this.http.post<OwnImpartiality>(`${rootOf(call)}/declaration`, body));
  }

  declareConflict(call: string, body: DeclareConflict): Promise<OwnImpartiality> {
    return firstValueFrom(this.http.post<OwnImpartiality>(`${rootOf(call)}/conflicts`, body));
  }

  conflicts(call: string): Promise<ConflictList> {
    return firstValueFrom(this.http.get<ConflictList>(`${rootOf(call)}/conflicts`));
  }

  decide(call: string, body: DecideConflict): Promise<ConflictList> {
    return firstValueFrom(this.http.post<ConflictList>(`${rootOf(call)}/decisions`, body));
  }

  enterTie(call: string, body: EnterTie): Promise<TieEntered> {
    return firstValueFrom(this.http.post<TieEntered>(`${rootOf(call)}/ties`, body));
  }

  endTie(call: string, tie: string, reason: string): Promise<ConflictList> {
    return firstValueFrom(this.http.put<ConflictList>(`${rootOf(call)}/ties/${tie}/end`, { reason }));
  }

  assignment(call: string): Promise<AssignmentResponse> {
    return firstValueFrom(this.http.get<AssignmentResponse>(`${rootOf(call)}/assignment`));
  }

  confirm(call: string, body: ConfirmAssignment): Promise<AssignmentResponse> {
    return firstValueFrom(this.http.post<AssignmentResponse>(`${rootOf(call)}/assignments`, body));
  }
}
