import type { Routes } from '@angular/router';
import { answersPageWords } from '@zit/words.pl/answers-page';
import { awardPageWords } from '@zit/words.pl/award-page';
import { callListWords, publicCallWords, publishCallWords } from '@zit/words.pl/call-page';
import { outagePageWords } from '@zit/words.pl/outages';
import { publicResultWords, resultPageWords } from '@zit/words.pl/result-page';
import { scoringPageWords } from '@zit/words.pl/scoring-page';
import { mayLeave } from '../shell/unsaved-work';

export const callRoutes: Routes = [
  {
    path: '',
    title: callListWords.title,
    loadComponent: async () => (await import('./list/call-list-page')).CallListPage,
  },
  {
    path: ':id/publikacja',
    title: publishCallWords.title,
    loadComponent: async () => (await import('./publish/publish-page')).PublishPage,
  },
  {
    path: ':id/ocena',
    title: scoringPageWords.title,
    canDeactivate: [mayLeave],
    loadComponent: async () => (await import('../scoring/scoring-page')).ScoringPage,
  },
  {
    path: ':id/oferty/:offer',
    loadComponent: async () => (await import('./received/received-offer-page')).ReceivedOfferPage,
  },
  {
    path: ':id/komisja',
    loadComponent: async () => (await import('../commission/commission-page')).CommissionPage,
  },
  {
    path: ':id/wynik',
    title: resultPageWords.title,
    loadComponent: async () => (await import('../result/result-page')).ResultPage,
  },
  {
    path: ':id/przyznanie',
    title: awardPageWords.title,
    loadComponent: async () => (await import('../award/award-page')).AwardPage,
  },
  {
    path: ':id/odpowiedzi',
    title: answersPageWords.title,
    loadComponent: async () => (await import('../answer/answers-page')).AnswersPage,
  },
  {
    path: ':id/formalna',
    loadComponent: async () => (await import('../formal/formal-list-page')).FormalListPage,
  },
  {
    path: ':id/formalna/:offer',
    loadComponent: async () => (await import('../formal/formal-card-page')).FormalCardPage,
  },
  {
    path: ':id',
    canDeactivate: [mayLeave],
    loadComponent: async () => (await import('./workshop/call-page')).CallPage,
  },
];

/** For anybody, without signing in. */
export const publicCallRoutes: Routes = [
  {
    path: '',
    title: publicCallWords.title,
    loadComponent: async () => (await import('./public/public-list-page')).PublicListPage,
  },
  {
    path: 'awarie',
    title: outagePageWords.title,
    loadComponent: async () => (await import('./outages/outages-page')).OutagesPage,
  },
  {
    path: ':slug/wynik',
    title: publicResultWords.title,
    loadComponent: async () => (await import('../result/public-result-page')).PublicResultPage,
  },
  {
    path: ':slug',
    title: publicCallWords.title,
    loadComponent: async () => (await import('./public/public-call-page')).PublicCallPage,
  },
];
