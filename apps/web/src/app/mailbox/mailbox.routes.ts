import type { Routes } from '@angular/router';
import { mailboxWords } from '@zit/words.pl/mailbox-page';

export const mailboxRoutes: Routes = [
  {
    path: '',
    title: mailboxWords.title,
    loadComponent: async () => (await import('./mailbox-page')).MailboxPage,
  },
];
