import type { Routes } from '@angular/router';
import { beginOfferWords, offerListWords } from '@zit/words.pl/offer-page';
import { mayLeave } from '../shell/unsaved-work';

export const offerRoutes: Routes = [
  {
    path: '',
    title: offerListWords.title,
    loadComponent: async () => (await import('./list/offer-list-page')).OfferListPage,
  },
  {
    path: 'nowa',
    title: beginOfferWords.title,
    loadComponent: async () => (await import('./begin/begin-offer-page')).BeginOfferPage,
  },
  {
    // One desk for all pages of an offer: going from one to another reads nothing anew and loses nothing.
    path: ':id',
    canDeactivate: [mayLeave],
    loadComponent: async () => (await import('./workshop/offer-page')).OfferPage,
    children: [
      { path: '', loadComponent: async () => (await import('./workshop/offer-workshop')).OfferWorkshop },
      {
        path: 'rekomendacja',
        canDeactivate: [mayLeave],
        loadComponent: async () => (await import('../recommendation/ask-council-page')).AskCouncilPage,
      },
      { path: 'podpisy', loadComponent: async () => (await import('./signing/signing-page')).SigningPage },
      { path: 'zlozenie', loadComponent: async () => (await import('./submit/submit-page')).SubmitPage },
      { path: 'odwolanie', loadComponent: async () => (await import('../answer/appeal-page')).AppealPage },
      { path: 'pisma', loadComponent: async () => (await import('../formal/offer-letters-page')).OfferLettersPage },
      {
        path: 'uzupelnienie',
        loadComponent: async () => (await import('./correction/correction-page')).CorrectionPage,
      },
      {
        path: 'potwierdzenia',
        loadComponent: async () => (await import('./receipt/receipts-page')).ReceiptsPage,
      },
      {
        path: 'potwierdzenia/:no',
        loadComponent: async () => (await import('./receipt/receipt-page')).ReceiptPage,
      },
    ],
  },
];
