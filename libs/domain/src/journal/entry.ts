/** One changed field. A personal value stands here only as `{ sha256 }` of its salt and its canonical JSON. */
export interface FieldChange {
  /** Name of the field, or what as a whole: `line`. */
  field: string;
  /** The part it belongs to, e.g. a budget line: its id and the number it had when the act was done. */
  of?: { id: string; no: string };
  /** Null: there was no value (a new thing). */
  before: unknown;
  /** Null: there is none any more. */
  after: unknown;
}

/** An entry as it is sealed: nothing in it names a person otherwise than by id. */
export interface JournalRecord {
  seq: number;
  /** UTC instant with microseconds, by the database's clock: `2026-11-22T08:15:30.123456Z`. */
  at: string;
  /** Null: the portal itself, or somebody who has not signed in. */
  personId: string | null;
  organisationId: string | null;
  /** Body acted for, when it was not an organisation. */
  body: string | null;
  /** Roles of whom one acted for. */
  roles: readonly string[];
  act: string;
  subject: { kind: string; id: string };
  details: Readonly<Record<string, unknown>>;
  changes: readonly FieldChange[];
}

/** SHA-256 of the UTF-8 bytes of a text, as 64 lower-case hex digits. The domain has no cryptography of its own. */
export type Sha256 = (text: string) => string;
