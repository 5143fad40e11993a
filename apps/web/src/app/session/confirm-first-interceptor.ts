import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { ConfirmFirst } from './confirm-first';
import { problemCode } from './problem-interceptor';
import { ASKS_WHO } from './session-store';

/**
 * A sensitive change waits for the person to prove themselves and then goes out once more. A role that came to demand
 * a second factor leads to where one is added; the page at hand is asked first whether it may be left.
 */
export const confirmFirstInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.context.get(ASKS_WHO)) return next(request);
  const confirmation = inject(ConfirmFirst);
  const router = inject(Router);
  return next(request).pipe(
    catchError((failure: unknown) => {
      const code = failure instanceof HttpErrorResponse ? problemCode(failure) : null;
      if (code === 'ENROL_FACTOR' && !router.url.startsWith('/drugi-skladnik'))
        void router.navigate(['/drugi-skladnik'], { queryParams: { powrot: router.url } });
      if (code !== 'CONFIRM_FIRST') return throwError(() => failure);
      return from(confirmation.ask()).pipe(
        switchMap((confirmed) => (confirmed ? next(request) : throwError(() => failure))),
      );
    }),
  );
};
