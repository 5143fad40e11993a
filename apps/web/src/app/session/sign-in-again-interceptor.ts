import type { HttpInterceptorFn } from '@angular/common/http';
import { HttpErrorResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { ASKS_WHO } from './session-store';
import { SignInAgain } from './sign-in-again';
import { problemCode } from './problem-interceptor';

/**
 * A session that ended in the middle of work, or one whose second factor is still missing:
 * the person signs in on the spot and the request goes out once more.
 */
export const signInAgainInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.context.get(ASKS_WHO)) return next(request);
  const again = inject(SignInAgain);
  return next(request).pipe(
    catchError((failure: unknown) => {
      if (!(failure instanceof HttpErrorResponse)) return throwError(() => failure);
      const half = problemCode(failure) === 'SECOND_FACTOR';
      if (failure.status !== 401 && !half) return throwError(() => failure);
      return from(again.ask(half)).pipe(
        switchMap((signedIn) => (signedIn ? next(request) : throwError(() => failure))),
      );
    }),
  );
};
