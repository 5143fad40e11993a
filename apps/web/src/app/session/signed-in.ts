import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { SessionStore } from './session-store';

/** Lets signed-in people through; others sign in first and come back to where they were going. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const session = await inject(SessionStore).load();
  if (session) return true;
  return router.createUrlTree(['/logowanie'], state.url === '/' ? {} : { queryParams: { powrot: state.url } });
};
