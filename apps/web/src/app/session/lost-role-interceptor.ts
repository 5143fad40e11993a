import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { problemCode } from './problem-interceptor';
import { RoleNews } from './role-news';
import { ASKS_WHO } from './session-store';

/** Refusals that ask for one more step and say nothing about roles. */
const NEXT_STEPS = ['CONFIRM_FIRST', 'SECOND_FACTOR', 'ENROL_FACTOR'];

/** What is suddenly forbidden or gone may be so because a role was taken: the page finds out at once. */
export const lostRoleInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.context.get(ASKS_WHO)) return next(request);
  const news = inject(RoleNews);
  return next(request).pipe(
    tap({
      error: (failure: unknown) => {
        if (mayBeLost(failure)) void news.look();
      },
    }),
  );
};

const mayBeLost = (failure: unknown): boolean =>
  failure instanceof HttpErrorResponse &&
  (failure.status === 403 || failure.status === 404) &&
  !NEXT_STEPS.includes(problemCode(failure) ?? '');
