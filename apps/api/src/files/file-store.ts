import type { Readable } from 'node:stream';
import { receive, type Arrival } from './arrival';

/** Left free for the database and the logs, which may stand on the same disk, in bytes. */
export const RESERVE = 200_000_000;

/**
 * Where files are kept outside the database, each under the SHA-256 of its bytes: the same bytes are there once, and
 * are never changed. What refers to them is rows; who may read them is decided there.
 */
export abstract class FileStore {
  /** Bytes come in here first, and are looked at before they are kept. */
  protected abstract readonly incoming: string;

  /** Keeps what came in; the same bytes again are as if just kept. @throws StoreFull, StoreDown */
  abstract keep(arrival: Arrival): Promise<void>;
  abstract has(sha256: string): Promise<boolean>;
  /** @throws FileMissing, StoreDown */
  abstract get(sha256: string): Promise<Readable>;
  /** Nothing when it is not there. */
  abstract remove(sha256: string): Promise<void>;
  /** SHA-256 of every file that was kept for the last time before `instant` (milliseconds). */
  abstract keptBefore(instant: number): AsyncIterable<string>;
  /** Is there room for so many bytes besides the reserve? @throws StoreFull */
  abstract requireRoom(bytes: number): Promise<void>;
  /** Forgets what came in before `instant` (milliseconds) and was neither kept nor dropped: of a process that died. */
  abstract sweep(instant: number): Promise<number>;

  /** Takes at most `most` bytes into a file of their own. Drop it when done. @throws TooManyBytes, CutOff, StoreFull */
  receive(bytes: Readable, most: number): Promise<Arrival> {
    return receive(this.incoming, bytes, most);
  }

  /** Takes and keeps in one go what needs no look. */
  async put(bytes: Readable, most: number): Promise<{ sha256: string; size: number }> {
    const arrival = await this.receive(bytes, most);
    try {
      await this.keep(arrival);
      return { sha256: arrival.sha256, size: arrival.size };
    } finally {
      await arrival.drop();
    }
  }
}
