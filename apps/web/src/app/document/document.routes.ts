import { inject } from '@angular/core';
import type { CanDeactivateFn, Routes } from '@angular/router';
import { documentPageWords } from '@zit/words.pl/document-page';
import { UnsavedWork } from '../shell/unsaved-work';
import type { DocumentPage } from './document-page';

/** Leaving saves what waits first; the question comes only when that did not work. */
const saveBeforeLeaving: CanDeactivateFn<DocumentPage> = async (page) => {
  const unsaved = inject(UnsavedWork);
  return (await page.saveAll()) || unsaved.mayLeave();
};

export const documentRoutes: Routes = [
  {
    path: ':id',
    title: documentPageWords.title,
    canDeactivate: [saveBeforeLeaving],
    loadComponent: async () => (await import('./document-page')).DocumentPage,
  },
  {
    path: ':id/wydanie',
    title: documentPageWords.toSeal,
    loadComponent: async () => (await import('./seal-page')).SealPage,
  },
];
