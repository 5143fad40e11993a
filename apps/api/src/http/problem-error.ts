import { HttpException } from '@nestjs/common';
import type { Problem } from '@zit/contracts';
import type { CallFinding, Finding, OfferFinding } from '@zit/domain';
import { errorWords } from '@zit/words.pl/errors';

/** Every code has its title in the words; a new one has to be named there first. */
export type ProblemCode = keyof typeof errorWords.title;

export type ProblemBody = Omit<Problem, 'type' | 'trace' | 'title' | 'code'> & { code: ProblemCode };

/** An error with a name: it leaves the API as problem+json with its stable code. */
export class ProblemError extends HttpException {
  constructor(
    readonly problem: ProblemBody,
    readonly headers: Record<string, string> = {},
  ) {
    super(problem.code, problem.status);
  }
}

/** 404: it is not there, or it is not yours; the two are not told apart. */
export const notFound = (detail: string = errorWords.notFound): ProblemError =>
  new ProblemError({ status: 404, code: 'NOT_FOUND', detail });

/** 403: the person sees it but may not do this; `reason` says why and who may. */
export const forbidden = (reason: string = errorWords.forbidden): ProblemError =>
  new ProblemError({ status: 403, code: 'FORBIDDEN', detail: reason });

/** 403: signing in has not come far enough, or the session may only read; the code tells the page which step is next. */
export const notYet = (why: 'SECOND_FACTOR' | 'ENROL_FACTOR' | 'VIEW_ONLY' | 'SEALED'): ProblemError => {
  const detail = {
    SECOND_FACTOR: errorWords.secondFactor,
    ENROL_FACTOR: errorWords.enrolFactor,
    VIEW_ONLY: errorWords.viewOnly,
    SEALED: errorWords.sealedToEyes,
  }[why];
  return new ProblemError({ status: 403, code: why === 'SEALED' ? 'VIEW_ONLY' : why, detail });
};

/** 403: a sensitive change; who sits there proves again who they are, then repeats it. */
export const confirmFirst = (): ProblemError =>
  new ProblemError({ status: 403, code: 'CONFIRM_FIRST', detail: errorWords.confirmFirst });

/** 401: nobody is signed in (any more). */
export const unauthenticated = (detail: string = errorWords.unauthenticated): ProblemError =>
  new ProblemError({ status: 401, code: 'UNAUTHENTICATED', detail });

/** Nobody reads more; without a bound a small request could ask for an answer forty times its size. */
const MAX_ERRORS = 1_000;

/** 400 with one message per field; `pointer` is a JSON pointer into the request's body. */
export const validation = (errors: NonNullable<Problem['errors']>): ProblemError =>
  new ProblemError({
    status: 400,
    code: 'VALIDATION',
    detail: errorWords.validation(errors.length),
    errors: errors.slice(0, MAX_ERRORS),
  });

/** 409: the same legal person (or other unique thing) is there already. */
export const duplicate = (errors: NonNullable<Problem['errors']>): ProblemError =>
  new ProblemError({ status: 409, code: 'DUPLICATE', detail: errors[0]?.message ?? errorWords.duplicate, errors });

/** 409: somebody else changed the same fields in the meantime; nothing was written. */
export const stale = (conflicts: NonNullable<Problem['conflicts']>, current?: unknown): ProblemError =>
  new ProblemError({ status: 409, code: 'STALE', detail: errorWords.stale(conflicts.length), conflicts, current });

/** 422: rules stand in the way; the findings say which, and how to mend them. */
export const blocked = (detail: string, findings: Finding[]): ProblemError =>
  new ProblemError({ status: 422, code: 'BLOCKED', detail, findings });

/** 422: rules stand in the way of publishing a call. */
export const blockedCall = (detail: string, callFindings: CallFinding[]): ProblemError =>
  new ProblemError({ status: 422, code: 'BLOCKED', detail, callFindings });

/** 422: what stands in the way of handing an offer in. */
export const blockedOffer = (detail: string, offerFindings: OfferFinding[]): ProblemError =>
  new ProblemError({ status: 422, code: 'BLOCKED', detail, offerFindings });

/** 422: this key stands for another act, or for the same one with other contents. */
export const keyUsed = (detail: string): ProblemError => new ProblemError({ status: 422, code: 'KEY_USED', detail });

/** 503: the instant of receipt cannot be vouched for; nothing was written, and the same key may come again. */
export const clocksDisagree = (detail: string): ProblemError =>
  new ProblemError({ status: 503, code: 'BUSY', detail }, { 'Retry-After': '5' });

/** 503: too much at once; try again after the given number of seconds. */
export const busy = (retryAfterSeconds: number): ProblemError =>
  new ProblemError(
    { status: 503, code: 'BUSY', detail: errorWords.busy(retryAfterSeconds) },
    { 'Retry-After': String(retryAfterSeconds) },
  );

/** 429: too many attempts; try again after the given number of seconds. */
export const tooMany = (detail: string, retryAfterSeconds: number): ProblemError =>
  new ProblemError({ status: 429, code: 'TOO_MANY_ATTEMPTS', detail }, { 'Retry-After': String(retryAfterSeconds) });
