import type { Instant } from '@zit/domain';

/** What the command line touches besides files; tests bring their own. */
export interface Terminal {
  /** JSON only, and the help when somebody asks for it. */
  stdout(text: string): void;
  /** Sentences for people. */
  stderr(text: string): void;
  stdin(): AsyncIterable<Uint8Array | string>;
  now(): Instant;
  /** Asks somebody who sits there, without showing what they type; absent: nobody does, standard input is piped. */
  askSecretly?(question: string): Promise<string>;
  /** Settings, for what needs the database. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** Waits until the reader of stdout has caught up. */
  drained?(): Promise<void>;
}

/** Codes of issue section 5: nothing blocks, something blocks, the file (or the command) cannot be read. */
export const EXIT = { ok: 0, blocked: 1, unreadable: 2 } as const;

/** A command that cannot be carried out as given: one sentence, exit code 2. */
export class Unusable extends Error {}

/** A file that cannot be opened or written; the help would not help. */
export class FileTrouble extends Unusable {}
