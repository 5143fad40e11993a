import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { InvitationShown, SessionResponse } from '@zit/contracts';
import { asksWho } from '../session/session-store';
import { problemOf } from '../ui/problem';

export interface Acceptance {
  token: string;
  clause: string;
  name?: string;
  password?: string;
}

/** The link was used, has expired or never was: trying again does not help, a new one does. */
export const isSpent = (thrown: unknown): boolean => problemOf(thrown).code === 'LINK_SPENT';

/** What links from mails are for; none of it needs a session, so a refusal is an answer. */
@Injectable({ providedIn: 'root' })
export class MailedLinksHttp {
  private readonly http = inject(HttpClient);

  readInvitation(token: string): Promise<InvitationShown> {
    return firstValueFrom(this.http.post<InvitationShown>('/api/v1/invitations/reading', { token }, asksWho()));
  }

  acceptInvitation(body: Acceptance): Promise<SessionResponse> {
    return firstValueFrom(this.http.post<SessionResponse>('/api/v1/invitations/acceptance', body, asksWho()));
  }

  async confirmEmail(token: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/v1/email-confirmations', { token }, asksWho()));
  }

  /** Whether the link can still be used; when nobody can say, using it will tell. */
  async works(kind: 'email-confirmations' | 'password-resets', token: string): Promise<boolean> {
    try {
      await firstValueFrom(this.http.post(`/api/v1/${kind}/reading`, { token }, asksWho()));
      return true;
    } catch (thrown) {
      return !isSpent(thrown);
    }
  }

  async askReset(email: string): Promise<void> {
    await firstValueFrom(this.http.post('/api/v1/password-resets', { email }, asksWho()));
  }

  async resetPassword(token: string, password: string): Promise<void> {
    await firstValueFrom(this.http.put('/api/v1/password-resets', { token, password }, asksWho()));
  }
}
