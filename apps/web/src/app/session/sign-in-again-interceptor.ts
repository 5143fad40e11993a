import { HttpErrorResponse, type HttpEvent, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import type { SessionResponse } from '@zit/contracts';
import { catchError, from, switchMap, throwError, type Observable } from 'rxjs';
import { CookieRenewal } from './cookie-renewal';
import { problemCode } from './problem-interceptor';
import { ASKS_WHO, SessionStore } from './session-store';
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
  const before = inject(SessionStore).session();
  const ask = (failure: unknown, half: boolean): Observable<HttpEvent<unknown>> =>
    from(again.ask(half)).pipe(switchMap((signedIn) => (signedIn ? send() : throwError(() => failure))));
  return send().pipe(
    catchError((failure: unknown) => {
      if (isHalf(failure)) return ask(failure, true);
      if (!isEnded(failure)) return throwError(() => failure);
      return from(renewal.now()).pipe(
        switchMap((now) => {
          if (!now || now.level !== 'FULL' || isAnother(before, now)) return ask(failure, now?.level === 'PASSWORD');
          // Meant for the former hat: under the new one it would be another act.
          if (request.method !== 'GET' && before && !sameHat(before, now)) return throwError(() => failure);
          return send().pipe(
            catchError((second: unknown) => (isEnded(second) ? ask(second, false) : throwError(() => second))),
          );
        }),
      );
    }),
  );
};

const isEnded = (failure: unknown): boolean => failure instanceof HttpErrorResponse && failure.status === 401;
const isHalf = (failure: unknown): boolean =>
  failure instanceof HttpErrorResponse && problemCode(failure) === 'SECOND_FACTOR';

const isAnother = (before: SessionResponse | null, now: SessionResponse): boolean =>
  before !== null && !before.viewer && !now.viewer && before.person.id !== now.person.id;

const sameHat = (before: SessionResponse, now: SessionResponse): boolean =>
  before.person.id === now.person.id &&
  before.actingFor === now.actingFor &&
  (before.actingBody ?? null) === (now.actingBody ?? null);
