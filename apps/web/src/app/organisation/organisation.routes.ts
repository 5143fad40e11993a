import type { Routes } from '@angular/router';
export const organisationRoutes: Routes = [];
