import type { MarkedTable } from './register';

/**
 * A kind of rows that go some time after they were last of use, when a person agrees. Accounts are not deleted but
 * forgotten, as at an erasure.
 */
export interface RetentionClass {
  kind: RetentionKind;
  table: MarkedTable;
  /** Columns with the instant of last use; the first that is filled counts, a row with none is still in use. */
  lastUsed: readonly string[];
  /** Days after that instant. */
  days: number;
}

export type RetentionKind = 'ACCOUNT' | 'MAIL' | 'INVITATION' | 'CHANGED_VALUE' | 'ERASURE';

/**
 * Retention classes; their grounds stand in `words.pl/personal`. Sessions, tokens, attempts and challenges end within
 * hours by themselves and wait for nobody. The journal and documents are in no class: they are archived, not let go.
 */
export const RETENTION: readonly RetentionClass[] = [
  // A proposal, as all of them; whoever runs the portal may set another period of accounts.
  { kind: 'ACCOUNT', table: 'person', lastUsed: ['used_at'], days: 3 * 365 },
  // That a mail went out is asked for while the matter it was about is fresh.
  { kind: 'MAIL', table: 'mail', lastUsed: ['sent_at'], days: 90 },
  { kind: 'INVITATION', table: 'invitation', lastUsed: ['ended_at', 'expires_at'], days: 365 },
  // Claims are barred after six years (art. 118 kc).
  { kind: 'CHANGED_VALUE', table: 'journal_personal', lastUsed: ['written_at'], days: 6 * 365 },
  { kind: 'ERASURE', table: 'erasure', lastUsed: ['decided_at'], days: 6 * 365 },
];

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Rows of a class last used before this instant are past their time.
 * @param now ISO instant
 * @returns ISO instant
 */
export const retentionLimit = ({ days }: Pick<RetentionClass, 'days'>, now: string): string =>
  new Date(Date.parse(now) - days * DAY_MS).toISOString();

/** The class of this name; null: there is none (any more). */
export const retentionClass = (kind: string): RetentionClass | null =>
  RETENTION.find((one) => one.kind === kind) ?? null;
