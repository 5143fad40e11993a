import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { catchError, throwError } from 'rxjs';
import type { Problem } from '@zit/contracts';
import { ProblemError, problemOfStatus } from '../ui/problem';

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

/** The stable code of a refusal; null when the answer carries none. */
export const problemCode = ({ error }: HttpErrorResponse): string | null => (isProblem(error) ? error.code : null);

/** In seconds; a date, which this API never sends, is not read. */
function retryAfter({ headers }: HttpErrorResponse): number | null {
  const seconds = Number(headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Every failure becomes a ProblemError. Unsafe requests always carry JSON: the API takes nothing else,
 * which is half of its protection against forged requests.
 */
export const problemInterceptor: HttpInterceptorFn = (request, next) => {
  const sent = UNSAFE.has(request.method) && request.body === null ? request.clone({ body: {} }) : request;
  return next(sent).pipe(
    catchError((failure: unknown) => {
      if (!(failure instanceof HttpErrorResponse)) return throwError(() => failure);
      const problem = isProblem(failure.error) ? failure.error : problemOfStatus(failure.status);
      return throwError(() => new ProblemError(problem, retryAfter(failure)));
    }),
  );
};
