import type { Routes } from '@angular/router';
import { councilWords } from '@zit/words.pl/recommendation';
import { mayLeave } from '../shell/unsaved-work';

/** For the NGO council of a county. */
export const recommendationRoutes: Routes = [
  {
    path: '',
    title: councilWords.title,
    loadComponent: async () => (await import('./council-list-page')).CouncilListPage,
  },
  {
    path: ':id',
    canDeactivate: [mayLeave],
    loadComponent: async () => (await import('./council-page')).CouncilPage,
  },
];
