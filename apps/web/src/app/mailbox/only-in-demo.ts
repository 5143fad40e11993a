import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import type { CanMatchFn } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { SignInWays } from '@zit/contracts';
import { asksWho } from '../session/session-store';

/** A real installation has no mailbox: there its address is like any other that leads nowhere. */
export const onlyInDemo: CanMatchFn = async () => {
  const ways = inject(HttpClient).get<SignInWays>('/api/v1/sign-in-ways', asksWho());
  try {
    return (await firstValueFrom(ways)).demo;
  } catch {
    // Offline, most likely; the page itself says so.
    return true;
  }
};
