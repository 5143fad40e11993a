import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { PasskeyOptions, SessionResponse } from '@zit/contracts';
import { showPasskey } from './passkey';
import { asksWho } from './session-store';

const URL = '/api/v1/session';

/** The second factor, and the passkey that is both factors at once; whoever asked takes the session that comes. */
@Injectable({ providedIn: 'root' })
export class SecondStep {
  private readonly http = inject(HttpClient);

  /** Throws a ProblemError, or the browser's own error when the person says no. */
  async passkey(): Promise<SessionResponse> {
    const { challengeId, options } = await firstValueFrom(
      this.http.post<PasskeyOptions>(`${URL}/passkey/options`, {}, asksWho()),
    );
    return this.show('passkey', { challengeId, response: await showPasskey(options) });
  }

  code(code: string): Promise<SessionResponse> {
    return this.show('totp', { code });
  }

  recoveryCode(code: string): Promise<SessionResponse> {
    return this.show('recovery-code', { code });
  }

  private show(way: string, body: object): Promise<SessionResponse> {
    return firstValueFrom(this.http.post<SessionResponse>(`${URL}/${way}`, body, asksWho()));
  }
}
