import type { Routes } from '@angular/router';
import { journalPageWords } from '@zit/words.pl/journal-page';

export const journalRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: journalPageWords.title,
    loadComponent: async () => (await import('./journal-page')).JournalPage,
  },
];
