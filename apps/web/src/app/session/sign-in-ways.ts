import { HttpClient } from '@angular/common/http';
import { inject, Injectable, resource } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { DemoLogin, DemoLogins, SessionResponse, SignInWays } from '@zit/contracts';
import { inBackground } from '../shell/background';
import { asksWho } from './session-store';

const NONE: SignInWays = { passkey: false, providers: [], demo: false };

/** What this installation offers for signing in; asked once. The demo's people exist only where the demo is loaded. */
@Injectable({ providedIn: 'root' })
export class SignInWaysStore {
  private readonly http = inject(HttpClient);
  private readonly ways = resource({
    loader: () => firstValueFrom(this.http.get<SignInWays>('/api/v1/sign-in-ways', asksWho())),
  });

  /** While nothing is known yet, or it cannot be asked: password only. */
  now(): SignInWays {
    return this.ways.hasValue() ? this.ways.value() : NONE;
  }

  /** Asked again and again while the list is open: its codes age. */
  async demoLogins(): Promise<DemoLogin[]> {
    const { items } = await firstValueFrom(this.http.get<DemoLogins>('/api/v1/demo-logins', inBackground()));
    return items;
  }

  /** Signs a demo person in, second factor included. */
  demoSignIn(email: string): Promise<SessionResponse> {
    return firstValueFrom(this.http.post<SessionResponse>('/api/v1/demo-session', { email }, asksWho()));
  }
}
