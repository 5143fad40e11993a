import type { CallFinding, Finding, OfferFinding } from '@zit/domain';

/** Every error leaves the API as RFC 9457 `application/problem+json` in this shape. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** Stable, e.g. `VALIDATION`, `STALE`, `NOT_FOUND`, `DUPLICATE`, `BLOCKED`, `FORBIDDEN`, `UNAUTHENTICATED`. */
  code: string;
  /** Polish sentence for people: what is wrong and the way out. */
  detail: string;
  /** Request id, to be quoted when asking for help. */
  trace: string;
  /** Field errors; `pointer` is a JSON pointer into the request body. */
  errors?: FieldError[];
  /** With `STALE`: the fields that somebody else changed in the meantime. */
  conflicts?: FieldConflict[];
  /** With `STALE`: the row as it is now. */
  current?: unknown;
  /** With `BLOCKED`: the findings that stand in the way. */
  findings?: Finding[];
  /** With `BLOCKED`, of a call that is to be published. */
  callFindings?: CallFinding[];
  /** With `BLOCKED`, of an offer that is to be handed in. */
  offerFindings?: OfferFinding[];
}

export interface FieldError {
  pointer: string;
  message: string;
}

export interface FieldConflict {
  /** JSON pointer-like path, e.g. `title` or `lines/L07/unitPriceGrosze`. */
  field: string;
  base: unknown;
  theirs: unknown;
  mine: unknown;
}
