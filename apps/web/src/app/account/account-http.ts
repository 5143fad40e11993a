import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  AccountResponse,
  OwnSessionList,
  PasskeyOptions,
  RecoveryCodes,
  SessionResponse,
  TotpStarted,
  ViewList,
} from '@zit/contracts';

const URL = '/api/v1/account';
const SESSIONS = '/api/v1/sessions';

/** One's own account; the only file that knows its addresses. */
@Injectable({ providedIn: 'root' })
export class AccountHttp {
  private readonly http = inject(HttpClient);

  read(): Promise<AccountResponse> {
    return firstValueFrom(this.http.get<AccountResponse>(URL));
  }

  rename(name: string): Promise<AccountResponse> {
    return firstValueFrom(this.http.patch<AccountResponse>(URL, { name }));
  }

  async changePassword(current: string | null, password: string): Promise<void> {
    await firstValueFrom(this.http.put(`${URL}/password`, { current, password }));
  }

  async changeEmail(email: string): Promise<void> {
    await firstValueFrom(this.http.put(`${URL}/email`, { email }));
  }

  passkeyOptions(): Promise<PasskeyOptions> {
    return firstValueFrom(this.http.post<PasskeyOptions>(`${URL}/passkeys/options`, {}));
  }

  addPasskey(body: { challengeId: string; name: string; response: Record<string, unknown> }): Promise<SessionResponse> {
    return firstValueFrom(this.http.post<SessionResponse>(`${URL}/passkeys`, body));
  }

  async removePasskey(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${URL}/passkeys/${id}`));
  }

  startTotp(): Promise<TotpStarted> {
    return firstValueFrom(this.http.post<TotpStarted>(`${URL}/totp`, {}));
  }

  confirmTotp(code: string): Promise<SessionResponse> {
    return firstValueFrom(this.http.put<SessionResponse>(`${URL}/totp`, { code }));
  }

  async removeTotp(): Promise<void> {
    await firstValueFrom(this.http.delete(`${URL}/totp`));
  }

  async makeRecoveryCodes(): Promise<readonly string[]> {
    return (await firstValueFrom(this.http.post<RecoveryCodes>(`${URL}/recovery-codes`, {}))).codes;
  }

  /** @returns where the other provider asks the person. */
  async startLinking(provider: string): Promise<string> {
    return (await firstValueFrom(this.http.post<{ url: string }>(`${URL}/identities/${provider}/start`, {}))).url;
  }

  async unlink(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${URL}/identities/${id}`));
  }

  views(): Promise<ViewList> {
    return firstValueFrom(this.http.get<ViewList>(`${URL}/views`));
  }

  sessions(): Promise<OwnSessionList> {
    return firstValueFrom(this.http.get<OwnSessionList>(SESSIONS));
  }

  async endSession(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${SESSIONS}/${id}`));
  }

  async endOtherSessions(): Promise<void> {
    await firstValueFrom(this.http.delete(SESSIONS));
  }
}
