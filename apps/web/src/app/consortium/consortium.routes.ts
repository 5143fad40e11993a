import { inject } from '@angular/core';
import type { CanDeactivateFn, Routes } from '@angular/router';
import { carryPageWords } from '@zit/words.pl/award-page';
import {
  consortiumHistoryWords,
  consortiumListWords,
  consortiumWords,
  createConsortiumWords,
} from '@zit/words.pl/consortium';
import { UnsavedWork } from '../shell/unsaved-work';
import type { ConsortiumFrame } from './frame/consortium-frame';

/** Leaving saves what waits first; the question comes only when that did not work. */
const saveBeforeLeaving: CanDeactivateFn<ConsortiumFrame> = async (frame) => {
  const unsaved = inject(UnsavedWork);
  return (await frame.saveAll()) || unsaved.mayLeave();
};

const { tabs } = consortiumWords;

export const consortiumRoutes: Routes = [
  {
    path: '',
    title: consortiumListWords.title,
    loadComponent: async () => (await import('./list/consortium-list-page')).ConsortiumListPage,
  },
  {
    path: 'nowe',
    title: createConsortiumWords.title,
    loadComponent: async () => (await import('./list/create-consortium-page')).CreateConsortiumPage,
  },
  {
    path: ':id',
    canDeactivate: [saveBeforeLeaving],
    loadComponent: async () => (await import('./frame/consortium-frame')).ConsortiumFrame,
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: tabs.composition,
        loadComponent: async () => (await import('./composition/composition-page')).CompositionPage,
      },
      {
        path: 'uslugi',
        title: tabs.services,
        loadComponent: async () => (await import('./services/services-page')).ServicesPage,
      },
      {
        path: 'budzet',
        title: tabs.budget,
        loadComponent: async () => (await import('../budget/budget-page')).BudgetPage,
      },
      {
        path: 'dokumenty',
        title: tabs.documents,
        loadComponent: async () => (await import('../document/document-list-page')).DocumentListPage,
      },
      {
        path: 'przyznanie',
        title: carryPageWords.title,
        loadComponent: async () => (await import('../award/carry-page')).CarryPage,
      },
      {
        path: 'historia',
        title: consortiumHistoryWords.title,
        loadComponent: async () => (await import('./history/consortium-history-page')).ConsortiumHistoryPage,
      },
    ],
  },
];
