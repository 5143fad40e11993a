import type { Routes } from '@angular/router';
import { verifyWords } from '@zit/words.pl/offer-receipt';

/** For anybody, without signing in. */
export const verifyRoutes: Routes = [
  {
    path: '',
    title: verifyWords.title,
    loadComponent: async () => (await import('./verify-page')).VerifyPage,
  },
];
