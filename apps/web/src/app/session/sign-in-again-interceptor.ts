import type { HttpInterceptorFn } from '@angular/common/http';
import { HttpErrorResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { ASKS_WHO } from './session-store';
import { SignInAgain } from './sign-in-again';

/** A session that ended in the middle of work: the person signs in on the spot and the request goes out once more. */
export const signInAgainInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.context.get(ASKS_WHO)) return next(request);
  const again = inject(SignInAgain);
  return next(request).pipe(
    catchError((failure: unknown) => {
      if (!(failure instanceof HttpErrorResponse) || failure.status !== 401) return throwError(() => failure);
      return from(again.ask()).pipe(switchMap((signedIn) => (signedIn ? next(request) : throwError(() => failure))));
    }),
  );
};
