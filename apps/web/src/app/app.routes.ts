import type { Routes } from '@angular/router';
import { frameWords } from '@zit/words.pl/frame';
import { onlyInDemo } from './mailbox/only-in-demo';
import { signedIn } from './session/signed-in';

export const routes: Routes = [
  {
    path: 'logowanie',
    loadComponent: async () => (await import('./session/sign-in-page')).SignInPage,
  },
  {
    path: 'drugi-skladnik',
    loadChildren: async () => (await import('./account/account.routes')).enrolRoutes,
  },
  {
    path: 'zaproszenie',
    loadChildren: async () => (await import('./account/account.routes')).invitationRoutes,
  },
  {
    path: 'potwierdzenie',
    loadChildren: async () => (await import('./account/account.routes')).confirmationRoutes,
  },
  {
    path: 'nowe-haslo',
    loadChildren: async () => (await import('./account/account.routes')).resetRoutes,
  },
  {
    path: 'poczta',
    canMatch: [onlyInDemo],
    loadChildren: async () => (await import('./mailbox/mailbox.routes')).mailboxRoutes,
  },
  {
    path: 'klauzula',
    loadChildren: async () => (await import('./personal/personal.routes')).clauseRoutes,
  },
  {
    path: 'pieczecie',
    title: frameWords.seals,
    loadComponent: async () => (await import('./journal/seals-page')).SealsPage,
  },
  {
    path: 'ogloszenia',
    loadChildren: async () => (await import('./call/call.routes')).publicCallRoutes,
  },
  {
    path: 'sprawdz',
    loadChildren: async () => (await import('./verify/verify.routes')).verifyRoutes,
  },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: async () => (await import('./shell/frame')).Frame,
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: frameWords.start,
        loadComponent: async () => (await import('./start/start-page')).StartPage,
      },
      {
        path: 'organizacje',
        loadChildren: async () => (await import('./organisation/organisation.routes')).organisationRoutes,
      },
      {
        path: 'nabory',
        loadChildren: async () => (await import('./call/call.routes')).callRoutes,
      },
      {
        path: 'oferty',
        loadChildren: async () => (await import('./offer/offer.routes')).offerRoutes,
      },
      {
        path: 'rekomendacje',
        loadChildren: async () => (await import('./recommendation/recommendation.routes')).recommendationRoutes,
      },
      {
        path: 'konsorcja',
        loadChildren: async () => (await import('./consortium/consortium.routes')).consortiumRoutes,
      },
      {
        path: 'dokumenty',
        loadChildren: async () => (await import('./document/document.routes')).documentRoutes,
      },
      {
        path: 'osoby',
        loadChildren: async () => (await import('./people/people.routes')).peopleRoutes,
      },
      {
        path: 'dziennik',
        loadChildren: async () => (await import('./journal/journal.routes')).journalRoutes,
      },
      {
        path: 'zmiana',
        title: frameWords.hatChange,
        loadComponent: async () => (await import('./shell/hat-change-page')).HatChangePage,
      },
      {
        path: 'konto/dane',
        loadChildren: async () => (await import('./personal/personal.routes')).ownDataRoutes,
      },
      {
        path: 'administracja',
        loadChildren: async () => (await import('./personal/personal.routes')).dataCareRoutes,
      },
      {
        path: 'konto',
        loadChildren: async () => (await import('./account/account.routes')).accountRoutes,
      },
      {
        path: 'pomoc',
        title: frameWords.help,
        loadComponent: async () => (await import('./shell/help-page')).HelpPage,
      },
      {
        path: '**',
        title: frameWords.notFound.title,
        loadComponent: async () => (await import('./shell/not-found-page')).NotFoundPage,
      },
    ],
  },
];
