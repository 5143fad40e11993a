import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { OfferAttachment } from '@zit/contracts';
import { ATTACHMENT_FORMATS } from '@zit/domain';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { Turns } from '../document/turns';
import type { Arrival } from '../files/arrival';
import { checkContent } from '../files/content/check-content';
import { FileStore } from '../files/file-store';
import { StoreDown } from '../files/store-faults';
import { busy, notFound } from '../http/problem-error';
import { lockOffer, openOffer } from '../offer/open-offer';
import { fileProblem, otherBytes, otherSize } from './attachment-problems';
import { requireAttaching } from './attachment-rights';
import { attachmentOf, lockContent, oneAttachment, type AttachmentRow } from './attachment-rows';
import { trace } from './attachment.service';
import { Uploads } from './uploads';

/** Files whose contents wait to be looked at; one is in memory at a time, 25 MB at most. */
const MOST_WAITING = 20;

/** The bytes of an announced file: counted, looked at, kept, and only then named by the row. */
@Injectable()
export class UploadService {
  private readonly looks = new Turns(MOST_WAITING);
  private readonly uploads = new Uploads();

  constructor(
    private readonly door: Door,
    private readonly store: FileStore,
  ) {}

  /**
   * @param length what the request says of its own length; null: nothing
   * @throws 400, 409, 413, 422, 429, 503, 507 each as a sentence; nothing is left of the bytes then
   */
  async upload(
    who: Actor,
    place: { offerId: string; id: string },
    bytes: Readable,
    length: number | null,
  ): Promise<OfferAttachment> {
    const announced = await this.open(who, place);
    if (length !== null && length !== announced.size) throw otherSize(announced.size, length);
    const done = this.uploads.begin(announced.id, who.personId);
    try {
      return await this.take(who, place, announced, bytes);
    } catch (error) {
      throw fileProblem(error, announced.size);
    } finally {
      done();
    }
  }

  private open(who: Actor, { offerId, id }: { offerId: string; id: string }): Promise<AttachmentRow> {
    return this.door.read(who, async (manager) => {
      const offer = await openOffer(manager, who, offerId, 'uploadAttachment');
      const announced = await oneAttachment(manager, offerId, id);
      if (announced.state === 'REMOVED') throw notFound();
      await requireAttaching(manager, who, offer, announced.member, 'ADD');
      return announced;
    });
  }

  private async take(
    who: Actor,
    place: { offerId: string; id: string },
    announced: AttachmentRow,
    bytes: Readable,
  ): Promise<OfferAttachment> {
    await this.store.requireRoom(announced.size);
    const arrival = await this.store.receive(bytes, announced.size);
    try {
      if (arrival.size !== announced.size) throw otherSize(announced.size, arrival.size);
      const stored = attachmentOf(announced);
      // The answer to the first time got lost.
      if (stored) return sameBytes(stored, arrival);
      const mediaType = await this.look(arrival, announced.name);
      await this.store.keep(arrival);
      return await this.name(who, place, arrival, mediaType);
    } finally {
      await arrival.drop();
    }
  }

  private async look(arrival: Arrival, name: string): Promise<string> {
    const looked = this.looks.take('one at a time', async () => checkContent(await arrival.bytes(), name));
    if (!looked) throw busy(5);
    return ATTACHMENT_FORMATS[await looked].mediaType;
  }

  /** The offer may have been handed in, and the right taken back, while the bytes came. */
  private name(
    who: Actor,
    { offerId, id }: { offerId: string; id: string },
    { sha256, size }: Arrival,
    mediaType: string,
  ): Promise<OfferAttachment> {
    return this.door.write(who, async (manager) => {
      await lockOffer(manager, offerId);
      const offer = await openOffer(manager, who, offerId, 'uploadAttachment');
      const now = await oneAttachment(manager, offerId, id);
      await requireAttaching(manager, who, offer, now.member, 'ADD');
      const stored = attachmentOf(now);
      if (stored) return sameBytes(stored, { sha256 });
      if (now.state !== 'ANNOUNCED') throw notFound();
      await lockContent(manager, sha256);
      if (!(await this.store.has(sha256))) throw new StoreDown('the file went while it was being named');
      await manager.query(`update offer_attachment set state = 'STORED', sha256 = $2, media_type = $3 where id = $1`, [
        id,
        sha256,
        mediaType,
      ]);
      await trace(manager, who, 'ADD_ATTACHMENT', offerId, { ...now, sha256, size });
      const { member, name, about, addedAt } = now;
      return { id, member, name, about, mediaType, size, sha256, addedAt };
    });
  }
}

function sameBytes(stored: OfferAttachment, { sha256 }: Pick<Arrival, 'sha256'>): OfferAttachment {
  if (stored.sha256 !== sha256) throw otherBytes();
  return stored;
}
