import type { Problem } from '@zit/contracts';
import { problemWords } from '@zit/words.pl/frame';

/** Every failed request reaches pages as this: the API's own problem, or one made of a lost connection. */
export class ProblemError extends Error {
  constructor(
    readonly problem: Problem,
    /** Seconds after which the server wants to be asked again (`Retry-After`); null: it did not say. */
    readonly retryAfter: number | null = null,
  ) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

const CODE_OF_STATUS: Record<number, keyof typeof problemWords> = {
  0: 'OFFLINE',
  400: 'VALIDATION',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'STALE',
  413: 'TOO_LARGE',
  422: 'BLOCKED',
  429: 'TOO_MANY',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'UNAVAILABLE',
};

/** A problem for an answer that carried none (a proxy's page, a broken connection). */
export const problemOfStatus = (
  status: number,
  code: keyof typeof problemWords = CODE_OF_STATUS[status] ?? 'UNKNOWN',
): Problem => {
  return { type: 'about:blank', title: code, status, code, detail: problemWords[code], trace: '' };
};

/** The problem inside any thrown thing; what nobody can name becomes `UNKNOWN`. */
export const problemOf = (thrown: unknown): Problem =>
  thrown instanceof ProblemError ? thrown.problem : problemOfStatus(-1);

/** The sentence for people: the server's own when it sent one, ours for the code otherwise. */
export const problemText = (problem: Problem): string =>
  problem.detail ||
  (problem.code in problemWords ? problemWords[problem.code as keyof typeof problemWords] : problemWords.UNKNOWN);
