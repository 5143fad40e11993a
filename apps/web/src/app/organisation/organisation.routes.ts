import type { Routes } from '@angular/router';
import { organisationWords } from '@zit/words.pl/organisation';
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
];
