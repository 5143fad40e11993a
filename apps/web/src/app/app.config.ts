import { registerLocaleData } from '@angular/common';
import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import localePl from '@angular/common/locales/pl';
import {
  DEFAULT_CURRENCY_CODE,
  LOCALE_ID,
  inject,
  provideBrowserGlobalErrorListeners,
  provideEnvironmentInitializer,
  type ApplicationConfig,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { routes } from './app.routes';
import { confirmFirstInterceptor } from './session/confirm-first-interceptor';
import { lostRoleInterceptor } from './session/lost-role-interceptor';
import { problemInterceptor } from './session/problem-interceptor';
import { SessionClock } from './session/session-clock';
import { signInAgainInterceptor } from './session/sign-in-again-interceptor';
import { onNavigationError } from './shell/interruption';
import { PageTitle } from './shell/page-title';

registerLocaleData(localePl);

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withNavigationErrorHandler(onNavigationError),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    // The outer one sees every answer first on the way back: a lost session is mended before it becomes a problem.
    // Only XMLHttpRequest tells how far a file is.
    provideHttpClient(
      withXhr(),
      withInterceptors([problemInterceptor, lostRoleInterceptor, signInAgainInterceptor, confirmFirstInterceptor]),
    ),
    provideEnvironmentInitializer(() => inject(SessionClock).begin()),
    { provide: LOCALE_ID, useValue: 'pl-PL' },
    { provide: DEFAULT_CURRENCY_CODE, useValue: 'PLN' },
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
};
