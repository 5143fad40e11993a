import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { nameKey } from '@zit/domain';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { FileStore } from '../files/file-store';
import { notFound } from '../http/problem-error';
import { openOffer } from '../offer/open-offer';
import { fileProblem } from './attachment-problems';
import { attachmentOf, oneAttachment } from './attachment-rows';
import { receivedAttachment } from './received-attachment';

export interface ServedFile {
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
}

/** Files as they are read: by the offer's members, and after the deadline by who works on the call. */
@Injectable()
export class AttachmentFile {
  constructor(
    private readonly door: Door,
    private readonly store: FileStore,
  ) {}

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

  /** @throws 404, 503 */
  async bytes({ sha256 }: ServedFile): Promise<Readable> {
    return this.store.get(sha256).catch((error: unknown) => {
      throw fileProblem(error);
    });
  }
}

/** Signs that RFC 5987 does not allow, though `encodeURIComponent` leaves them. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** To be saved, never shown: a plain name for every browser, and the whole one for those that read it (RFC 6266). */
export function savedAs(name: string): string {
  const dot = name.lastIndexOf('.');
  const plain = nameKey(name.slice(0, dot)).replace(/[^a-z0-9]+/g, '-') || 'plik';
  return `attachment; filename="${plain}${name.slice(dot).toLowerCase()}"; filename*=UTF-8''${encoded(name)}`;
}
