import { HttpErrorResponse, type HttpEvent, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import type { SessionResponse } from '@zit/contracts';
import { catchError, from, switchMap, throwError, type Observable } from 'rxjs';
import { ProblemError, problemOfStatus } from '../ui/problem';
import { CookieRenewal } from './cookie-renewal';
import { problemCode } from './problem-interceptor';
import { ASKS_WHO, sameLook, SessionStore } from './session-store';
import { SignInAgain } from './sign-in-again';

/**
 * A session that ended in the middle of work, or one whose second factor is still missing: the person signs in on the
 * spot and the request goes out once more. Where only the cookie was renewed under a request on its way, nobody is
 * asked: it is read once more, and written once more as long as it is still for the same hat.
 */
export const signInAgainInterceptor: HttpInterceptorFn = (request, next) => {
  const renewal = inject(CookieRenewal);
  const send = (): Observable<HttpEvent<unknown>> => renewal.watch(request, next(request));
  if (request.context.get(ASKS_WHO)) return send();
  const again = inject(SignInAgain);
  const store = inject(SessionStore);
  // What was typed under one hat is not saved under another that a tab next door has put on.
  if (request.method !== 'GET' && store.elsewhere()) return throwError(otherHat);
  const before = store.session();
  const ask = (failure: unknown, half: boolean): Observable<HttpEvent<unknown>> =>
    from(again.ask(half)).pipe(switchMap((signedIn) => (signedIn ? send() : throwError(() => failure))));
  return send().pipe(
    catchError((failure: unknown) => {
      if (isHalf(failure)) return ask(failure, true);
      if (!isEnded(failure)) return throwError(() => failure);
      return from(renewal.now()).pipe(
        switchMap((now) => {
          if (!now || now.level !== 'FULL' || isAnother(before, now)) return ask(failure, now?.level === 'PASSWORD');
          store.meet(now);
          // Meant for the former hat: under the new one it would be another act. The session has not ended.
          if (request.method !== 'GET' && before && !sameLook(before, now)) return throwError(otherHat);
          return send().pipe(
            catchError((second: unknown) => (isEnded(second) ? ask(second, false) : throwError(() => second))),
          );
        }),
      );
    }),
  );
};

const otherHat = (): ProblemError => new ProblemError(problemOfStatus(409, 'OTHER_HAT'));

const isEnded = (failure: unknown): boolean => failure instanceof HttpErrorResponse && failure.status === 401;
const isHalf = (failure: unknown): boolean =>
  failure instanceof HttpErrorResponse && problemCode(failure) === 'SECOND_FACTOR';

const isAnother = (before: SessionResponse | null, now: SessionResponse): boolean =>
  before !== null && !before.viewer && !now.viewer && before.person.id !== now.person.id;
