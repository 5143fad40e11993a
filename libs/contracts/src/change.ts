/**
 * A guarded change: only the changed fields travel, each with the value it had when the person began.
 * The server merges disjoint changes, refuses a real collision with 409 `STALE` and loses nothing.
 */
export interface Change<Fields> {
  /** Version of the row the person saw. */
  version: number;
  /** Changed fields, new values. */
  changes: Partial<Fields>;
  /** The same fields, old values. */
  base: Partial<Fields>;
}
