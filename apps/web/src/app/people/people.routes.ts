import type { Routes } from '@angular/router';
import { invitationWords, inviteWords, peopleWords } from '@zit/words.pl/people-page';
import { mayLeave } from '../shell/unsaved-work';

export const peopleRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: peopleWords.title,
    loadComponent: async () => (await import('./people-page')).PeoplePage,
  },
  {
    path: 'zaproszenia',
    title: invitationWords.title,
    loadComponent: async () => (await import('./invitation-list-page')).InvitationListPage,
  },
  {
    path: 'zapros',
    title: inviteWords.title,
    canDeactivate: [mayLeave],
    loadComponent: async () => (await import('./invite-page')).InvitePage,
  },
];
