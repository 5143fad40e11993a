import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { InvitationItem, InvitationList, Invite, PeoplePage, SearchPeople } from '@zit/contracts';

const ROOT = '/api/v1';

/** People, their roles and invitations; the only file that knows these addresses. */
@Injectable({ providedIn: 'root' })
export class PeopleHttp {
  private readonly http = inject(HttpClient);

  search(asked: SearchPeople): Promise<PeoplePage> {
    return firstValueFrom(this.http.post<PeoplePage>(`${ROOT}/people/search`, asked));
  }

  invitations(): Promise<InvitationList> {
    return firstValueFrom(this.http.get<InvitationList>(`${ROOT}/invitations`));
  }

  invite(body: Invite): Promise<InvitationItem> {
    return firstValueFrom(this.http.post<InvitationItem>(`${ROOT}/invitations`, body));
  }

  async withdraw(invitationId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${ROOT}/invitations/${invitationId}`));
  }

  async approve(invitationId: string): Promise<void> {
    await firstValueFrom(this.http.put(`${ROOT}/invitations/${invitationId}/approval`, {}));
  }

  async revoke(grantId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${ROOT}/grants/${grantId}`));
  }
}
