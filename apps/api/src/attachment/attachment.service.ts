import { Injectable } from '@nestjs/common';
import type { AddAttachment, AnnouncedAttachment, ChangeAttachment, OfferAttachment } from '@zit/contracts';
import { announceFault, type PolicyAct } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { notFound } from '../http/problem-error';
import { note, type Act } from '../journal/note';
import { requireOpenFiles } from '../offer/correction-open';
import { lockOffer, openOffer } from '../offer/open-offer';
import { announceProblem, idTaken } from './attachment-problems';
import { requireAttaching } from './attachment-rights';
import {
  attachmentOf,
  findAttachment,
  oneAttachment,
  otherAttachments,
  touchOffer,
  type AttachmentRow,
} from './attachment-rows';

/** Files that hang on an offer: announced, described, taken away and brought back. Their bytes come by `UploadService`. */
@Injectable()
export class AttachmentService {
  constructor(private readonly door: Door) {}

  /**
   * Makes a place for the bytes. The same request again finds the same place; that of a removed file brings it back.
   * @throws 413, 422 when it cannot hang there
   */
  announce(who: Actor, offerId: string, wanted: AddAttachment): Promise<AnnouncedAttachment> {
    return this.change(who, offerId, 'addAttachment', async (manager, offer) => {
      await requireAttaching(manager, who, offer, wanted.member, 'ADD');
      const known = await findAttachment(manager, offerId, wanted.id);
      if (known && !isSame(known, wanted)) throw idTaken();
      if (known?.state !== 'ANNOUNCED' && known?.state !== 'STORED') {
        const fault = announceFault(wanted, await otherAttachments(manager, offerId, wanted.id));
        if (fault) throw announceProblem(fault);
        if (known) await this.bringBack(manager, who, offerId, known);
        else await insert(manager, who, offerId, wanted);
      }
      return { id: wanted.id, stored: attachmentOf(await oneAttachment(manager, offerId, wanted.id)) };
    });
  }

  /** The same words again change nothing. */
  describe(who: Actor, offerId: string, id: string, { about }: ChangeAttachment): Promise<OfferAttachment> {
    return this.change(who, offerId, 'changeAttachment', async (manager, offer) => {
      const before = await oneAttachment(manager, offerId, id);
      const stored = attachmentOf(before);
      if (!stored) throw notFound();
      await requireAttaching(manager, who, offer, before.member, 'CHANGE');
      if (before.about === about) return stored;
      await manager.query('update offer_attachment set about = $2 where id = $1', [id, about]);
      await trace(manager, who, 'CHANGE_ATTACHMENT', offerId, before);
      return { ...stored, about };
    });
  }

  /** A mark only: the bytes stay, for coming back and for what was handed in. Removing again is no fault. */
  remove(who: Actor, offerId: string, id: string): Promise<void> {
    return this.change(who, offerId, 'removeAttachment', async (manager, offer) => {
      const before = await oneAttachment(manager, offerId, id);
      await requireAttaching(manager, who, offer, before.member, 'CHANGE');
      if (before.state === 'REMOVED') return;
      await manager.query(
        `update offer_attachment set state = 'REMOVED', removed_at = clock_timestamp() where id = $1`,
        [id],
      );
      if (before.state === 'STORED') await trace(manager, who, 'REMOVE_ATTACHMENT', offerId, before);
    });
  }

  private async bringBack(manager: EntityManager, who: Actor, offerId: string, known: AttachmentRow): Promise<void> {
    const state = known.sha256 === null ? 'ANNOUNCED' : 'STORED';
    await manager.query('update offer_attachment set state = $2, removed_at = null where id = $1', [known.id, state]);
    if (state === 'STORED') await trace(manager, who, 'RESTORE_ATTACHMENT', offerId, known);
  }

  /** Acts on one offer follow one another, so the bounds hold for all who add at once. */
  private change<T>(
    who: Actor,
    offerId: string,
    act: PolicyAct,
    work: (manager: EntityManager, offer: Awaited<ReturnType<typeof openOffer>>) => Promise<T>,
  ): Promise<T> {
    return this.door.write(who, async (manager) => {
      await lockOffer(manager, offerId);
      const offer = await openOffer(manager, who, offerId, act);
      await requireOpenFiles(manager, offer);
      return work(manager, offer);
    });
  }
}

/** Only what describes it may have changed in between. */
const isSame = (known: AttachmentRow, { name, size, member }: AddAttachment): boolean =>
  known.name === name && known.size === size && known.member === member;

async function insert(manager: EntityManager, who: Actor, offerId: string, wanted: AddAttachment): Promise<void> {
  const { id, member, name, about, size } = wanted;
  const made = await manager.query<unknown[]>(
    `insert into offer_attachment (id, offer_id, member_id, name, about, size, added_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing returning id`,
    [id, offerId, member, name, about, size, who.personId],
  );
  // Somebody else's, in an offer that is not in sight.
  if (made.length === 0) throw idTaken();
}

/** The journal and the time of the offer; names of files stay out of the journal, they can name people. */
export async function trace(
  manager: EntityManager,
  who: Actor,
  act: Extract<Act, `${string}_ATTACHMENT`>,
  offerId: string,
  { id, member, sha256, size }: Pick<AttachmentRow, 'id' | 'member' | 'sha256' | 'size'>,
): Promise<void> {
  const details = { attachment: id, member, sha256, size };
  await note(manager, who, { act, subject: { kind: 'offer', id: offerId }, details });
  await touchOffer(manager, offerId);
}
