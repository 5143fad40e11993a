import type { Routes } from '@angular/router';

export const consortiumRoutes: Routes = [
  {
    path: ':id',
    children: [
      { path: 'budzet', loadComponent: async () => (await import('../budget/budget-page')).BudgetPage },
      {
        path: 'dokumenty',
        loadComponent: async () => (await import('../document/document-list-page')).DocumentListPage,
      },
    ],
  },
];
