import type { Routes } from '@angular/router';
import { organisationHistoryWords, organisationWords } from '@zit/words.pl/organisation';
import { mayLeave } from '../shell/unsaved-work';

export const organisationRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: organisationWords.title,
    loadComponent: async () => (await import('./organisation-list-page')).OrganisationListPage,
  },
  {
    path: 'nowa',
    title: organisationWords.newTitle,
    canDeactivate: [mayLeave],
    loadComponent: async () => (await import('./organisation-new-page')).OrganisationNewPage,
  },
  {
    path: ':id',
    canDeactivate: [mayLeave],
    loadComponent: async () => (await import('./organisation-page')).OrganisationPage,
  },
  {
    path: ':id/historia',
    title: organisationHistoryWords.title,
    loadComponent: async () => (await import('./organisation-history-page')).OrganisationHistoryPage,
  },
];
