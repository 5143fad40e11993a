import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ATTACHMENT_FORMATS } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { Turns } from '../document/turns';
import type { Arrival } from '../files/arrival';
import { checkContent } from '../files/content/check-content';
import { FileStore } from '../files/file-store';
import { StoreDown } from '../files/store-faults';
import { busy } from '../http/problem-error';
import { fileProblem, otherBytes, otherSize } from './attachment-problems';
import { lockContent } from './attachment-rows';
import { Uploads } from './uploads';

/** Files whose contents wait to be looked at; one is in memory at a time, 25 MB at most. */
const MOST_WAITING = 20;

/** What was announced, wherever it is to hang. */
export interface Awaited {
  id: string;
  name: string;
  size: number;
  /** What hangs there already, when the answer to the first time got lost. */
  stored: { sha256: string } | null;
}

/** Bytes that are in the store, and are what their name says. */
export interface Kept {
  sha256: string;
  size: number;
  mediaType: string;
}

/** The bytes of an announced file, of an offer or of a call: counted, looked at, kept, and only then named by a row. */
@Injectable()
export class Intake {
  private readonly looks = new Turns(MOST_WAITING);
  private readonly uploads = new Uploads();

  constructor(private readonly store: FileStore) {}

  /**
   * @param length what the request says of its own length; null: nothing
   * @param name writes the row; not called for bytes that hang there already
   * @throws 400, 409, 413, 422, 429, 503, 507 each as a sentence; nothing is left of the bytes then
   */
  async take<Stored extends { sha256: string }>(
    personId: string,
    announced: Awaited & { stored: Stored | null },
    { bytes, length }: { bytes: Readable; length: number | null },
    name: (kept: Kept) => Promise<Stored>,
  ): Promise<Stored> {
    if (length !== null && length !== announced.size) throw otherSize(announced.size, length);
    const done = this.uploads.begin(announced.id, personId);
    try {
      return await this.receive(announced, bytes, name);
    } catch (error) {
      throw fileProblem(error, announced.size);
    } finally {
      done();
    }
  }

  /** Before a row names these bytes: the collector leaves them until the transaction ends. @throws StoreDown */
  async hold(manager: EntityManager, sha256: string): Promise<void> {
    await lockContent(manager, sha256);
    if (!(await this.store.has(sha256))) throw new StoreDown('the file went while it was being named');
  }

  private async receive<Stored extends { sha256: string }>(
    announced: Awaited & { stored: Stored | null },
    bytes: Readable,
    name: (kept: Kept) => Promise<Stored>,
  ): Promise<Stored> {
    await this.store.requireRoom(announced.size);
    const arrival = await this.store.receive(bytes, announced.size);
    try {
      if (arrival.size !== announced.size) throw otherSize(announced.size, arrival.size);
      if (announced.stored) return sameBytes(announced.stored, arrival);
      const mediaType = await this.look(arrival, announced.name);
      await this.store.keep(arrival);
      const { sha256, size } = arrival;
      return await name({ sha256, size, mediaType });
    } finally {
      await arrival.drop();
    }
  }

  private async look(arrival: Arrival, name: string): Promise<string> {
    const looked = this.looks.take('one at a time', async () => checkContent(await arrival.bytes(), name));
    if (!looked) throw busy(5);
    return ATTACHMENT_FORMATS[await looked].mediaType;
  }
}

/** What hangs there is what came. @throws 409 */
export function sameBytes<Stored extends { sha256: string }>(stored: Stored, { sha256 }: { sha256: string }): Stored {
  if (stored.sha256 !== sha256) throw otherBytes();
  return stored;
}
