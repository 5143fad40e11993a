import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import type { SessionLevel } from '@zit/contracts';
import { SessionStore } from './session-store';

/** Where the rest of signing in happens; nothing is left to do at `FULL`. */
const NEXT: Record<SessionLevel, string | null> = { PASSWORD: '/logowanie', ENROL: '/drugi-skladnik', FULL: null };

/** Lets people through who are signed in fully; others finish that first and come back to where they were going. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const session = await inject(SessionStore).load();
  const next = session ? NEXT[session.level] : '/logowanie';
  if (!next) return true;
  return router.createUrlTree([next], state.url === '/' ? {} : { queryParams: { powrot: state.url } });
};

/** Only whoever has to add a second factor; all others do that on the page of their account. */
export const enrolling: CanActivateFn = async () => {
  const router = inject(Router);
  const session = await inject(SessionStore).load();
  if (session?.level === 'ENROL') return true;
  return router.createUrlTree([session?.level === 'FULL' ? '/konto' : '/logowanie']);
};
