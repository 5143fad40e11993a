import { Injectable } from '@nestjs/common';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { notFound } from '../http/problem-error';
import { openOffer } from '../offer/open-offer';
import { attachmentOf, oneAttachment } from './attachment-rows';
import { receivedAttachment } from './received-attachment';
import type { ServedFile } from './served-file';

/** Files as they are read: by the offer's members, and after the deadline by who works on the call. */
@Injectable()
export class AttachmentFile {
  constructor(private readonly door: Door) {}

  ofOffer(who: Actor, offerId: string, id: string): Promise<ServedFile> {
    return this.door.read(who, async (manager) => {
      await openOffer(manager, who, offerId, 'readAttachment');
      const stored = attachmentOf(await oneAttachment(manager, offerId, id));
      if (!stored) throw notFound();
      return stored;
    });
  }

  /** Only what belongs to the content that was received and stands, under the name it had then. */
  received(who: Actor, callId: string, offerId: string, id: string): Promise<ServedFile> {
    return this.door.read(who, (manager) => receivedAttachment(manager, who, { callId, offerId, id }));
  }
}
