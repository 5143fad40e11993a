import type { Routes } from '@angular/router';
import { accountPageWords } from '@zit/words.pl/account-page';
import { mailedLinkWords } from '@zit/words.pl/mailed-links';
import { enrolling } from '../session/signed-in';

export const accountRoutes: Routes = [
  {
    path: '',
    title: accountPageWords.title,
    loadComponent: async () => (await import('./account-page')).AccountPage,
  },
];

/** Before the frame: the first factor of a role that demands one. */
export const enrolRoutes: Routes = [
  {
    path: '',
    title: accountPageWords.enrol.title,
    canActivate: [enrolling],
    loadComponent: async () => (await import('./enrol-page')).EnrolPage,
  },
];

export const invitationRoutes: Routes = [
  {
    path: '',
    title: mailedLinkWords.invitation.title,
    loadComponent: async () => (await import('./invitation-page')).InvitationPage,
  },
];

export const confirmationRoutes: Routes = [
  {
    path: '',
    title: mailedLinkWords.confirmation.title,
    loadComponent: async () => (await import('./email-confirmation-page')).EmailConfirmationPage,
  },
];

export const resetRoutes: Routes = [
  {
    path: '',
    title: mailedLinkWords.reset.ask,
    loadComponent: async () => (await import('./reset-page')).ResetPage,
  },
];
