import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { OfferAttachment } from '@zit/contracts';
import { announceFault } from '@zit/domain';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { notFound } from '../http/problem-error';
import { requireOpenFiles } from '../offer/correction-open';
import { lockOffer, openOffer } from '../offer/open-offer';
import { announceProblem } from './attachment-problems';
import { requireAttaching } from './attachment-rights';
import { attachmentOf, oneAttachment, otherAttachments, type AttachmentRow } from './attachment-rows';
import { trace } from './attachment.service';
import { Intake, sameBytes, type Kept } from './intake';

/** The bytes of a file that was announced for an offer. */
@Injectable()
export class UploadService {
  constructor(
    private readonly door: Door,
    private readonly intake: Intake,
  ) {}

  /**
   * @param length what the request says of its own length; null: nothing
   * @throws as `Intake.take`, 403, 404
   */
  async upload(
    who: Actor,
    place: { offerId: string; id: string },
    bytes: Readable,
    length: number | null,
  ): Promise<OfferAttachment> {
    const announced = await this.open(who, place);
    const awaited = { ...announced, stored: attachmentOf(announced) };
    return this.intake.take(who.personId, awaited, { bytes, length }, (kept) => this.name(who, place, kept));
  }

  private open(who: Actor, { offerId, id }: { offerId: string; id: string }): Promise<AttachmentRow> {
    return this.door.read(who, async (manager) => {
      const offer = await openOffer(manager, who, offerId, 'uploadAttachment');
      await requireOpenFiles(manager, offer);
      const announced = await oneAttachment(manager, offerId, id);
      if (announced.state === 'REMOVED') throw notFound();
      await requireAttaching(manager, who, offer, announced.member, 'ADD');
      return announced;
    });
  }

  /** The offer may have been handed in, and the right taken back, while the bytes came. */
  private name(
    who: Actor,
    { offerId, id }: { offerId: string; id: string },
    { sha256, size, mediaType }: Kept,
  ): Promise<OfferAttachment> {
    return this.door.write(who, async (manager) => {
      await lockOffer(manager, offerId);
      const offer = await openOffer(manager, who, offerId, 'uploadAttachment');
      await requireOpenFiles(manager, offer);
      const now = await oneAttachment(manager, offerId, id);
      await requireAttaching(manager, who, offer, now.member, 'ADD');
      const stored = attachmentOf(now);
      if (stored) return sameBytes(stored, { sha256 });
      if (now.state !== 'ANNOUNCED') throw notFound();
      // Whoever came long after announcing has lost the place they had kept.
      const fault = announceFault(now, await otherAttachments(manager, offerId, id));
      if (fault) throw announceProblem(fault);
      await this.intake.hold(manager, sha256);
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
