import { randomBytes } from 'node:crypto';
import { canonicalJson, type FieldChange } from '@zit/domain';
import { sha256 } from './sha256';

/** A changed field as the act tells it. */
export interface Change extends FieldChange {
  /** The values are a person's data: the entry keeps only their salted SHA-256. */
  personal?: boolean;
}

/** A personal value that lies beside the journal, under the hash that stands in the entry. */
export interface PersonalValue {
  sha256: string;
  salt: string;
  value: unknown;
}

/**
 * The changed fields of a row, before and after.
 * @param row as it was
 * @param changed the new values of the fields that changed
 * @param personal names of fields whose values are a person's data
 */
export const fieldChanges = (row: object, changed: object, personal: readonly string[] = []): Change[] =>
  Object.entries(changed).map(([field, after]) => ({
    field,
    before: (row as Readonly<Record<string, unknown>>)[field] ?? null,
    after: (after as unknown) ?? null,
    ...(personal.includes(field) ? { personal: true } : {}),
  }));

/** Changes as the entry keeps them, and the personal values that go beside it. */
export function sealedChanges(changes: readonly Change[]): { open: FieldChange[]; personal: PersonalValue[] } {
  const personal: PersonalValue[] = [];
  const hidden = (value: unknown): unknown => {
    if (value === null || value === undefined) return null;
    const salt = randomBytes(16).toString('hex');
    const kept = { sha256: sha256(salt + canonicalJson(value)), salt, value };
    personal.push(kept);
    return { sha256: kept.sha256 };
  };
  const open = changes.map(({ personal: secret, before, after, ...change }) =>
    secret ? { ...change, before: hidden(before), after: hidden(after) } : { ...change, before, after },
  );
  return { open, personal };
}
