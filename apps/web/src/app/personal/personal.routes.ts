import type { Routes } from '@angular/router';
import { clauseWords, dataCareWords, ownDataWords } from '@zit/words.pl/personal-page';

export const ownDataRoutes: Routes = [
  {
    path: '',
    title: ownDataWords.title,
    loadComponent: async () => (await import('./own-data-page')).OwnDataPage,
  },
];

export const dataCareRoutes: Routes = [
  {
    path: 'dane',
    title: dataCareWords.title,
    loadComponent: async () => (await import('./data-care-page')).DataCarePage,
  },
];

/** Outside the frame: anybody reads it. */
export const clauseRoutes: Routes = [
  {
    path: '',
    title: clauseWords.title,
    loadComponent: async () => (await import('./clause-page')).ClausePage,
  },
];
