import type { Problem } from '@zit/contracts';
import { ProblemError } from '../../ui/problem';

/** Why an act was not saved, seen from the queue: what it has to do next. */
export type Failure =
  /** No network, or the server does not answer properly: wait and try again. */
  | { kind: 'unreachable'; problem: Problem }
  /** The session ended and the person did not sign in again: wait for them. */
  | { kind: 'signedOut'; problem: Problem }
  /** Somebody else changed the same thing. */
  | { kind: 'stale'; problem: Problem }
  /** The server will never take it like this. */
  | { kind: 'refused'; problem: Problem };

/** Reads the error of a request; whatever is not one is a fault of ours and flies on. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ProblemError)) {
    throw error;
  }
  return { kind: kindOf(error.problem), problem: error.problem };
}

function kindOf({ status, code }: Problem): Failure['kind'] {
  if (status === 401) {
    return 'signedOut';
  }
  // 0: nothing came back; 429 and 5xx: later it may work.
  if (status === 0 || status === 408 || status === 429 || status >= 500) {
    return 'unreachable';
  }
  return code === 'STALE' ? 'stale' : 'refused';
}
