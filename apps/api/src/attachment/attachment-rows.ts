import type { OfferAttachment } from '@zit/contracts';
import type { EntityManager } from 'typeorm';
import { utc } from '../database/instant-text';
import { notFound } from '../http/problem-error';

/** A row of `offer_attachment`; without bytes yet it has neither a media type nor a SHA-256. */
export interface AttachmentRow extends Omit<OfferAttachment, 'mediaType' | 'sha256'> {
  mediaType: string | null;
  sha256: string | null;
  state: 'ANNOUNCED' | 'STORED' | 'REMOVED';
}

const ROW = `select id, member_id as member, name, about, media_type as "mediaType", size::int, sha256, state,
  ${utc('added_at')} as "addedAt" from offer_attachment`;

/** @throws 404 when the offer has no such attachment in sight */
export async function oneAttachment(manager: EntityManager, offerId: string, id: string): Promise<AttachmentRow> {
  const found = await findAttachment(manager, offerId, id);
  if (!found) throw notFound();
  return found;
}

export async function findAttachment(
  manager: EntityManager,
  offerId: string,
  id: string,
): Promise<AttachmentRow | undefined> {
  const [row] = await manager.query<AttachmentRow[]>(`${ROW} where id = $1 and offer_id = $2`, [id, offerId]);
  return row;
}

/**
 * A place keeps its share of the bounds while its bytes may still come: an upload has ten minutes, and may be tried
 * again. A tab that was closed half-way must not stop everybody else on the last day.
 */
const KEPT_FREE = `interval '20 minutes'`;

/** Sizes of what hangs on the offer or is on its way, but for this one. */
export const otherAttachments = (manager: EntityManager, offerId: string, id: string): Promise<{ size: number }[]> =>
  manager.query(
    `select size::int from offer_attachment where offer_id = $1 and id <> $2
       and (state = 'STORED' or state = 'ANNOUNCED' and added_at > clock_timestamp() - ${KEPT_FREE})`,
    [offerId, id],
  );

/** As it is answered; null while its bytes are not there. */
export function attachmentOf({ state, mediaType, sha256, ...row }: AttachmentRow): OfferAttachment | null {
  if (state !== 'STORED' || mediaType === null || sha256 === null) return null;
  const { id, member, name, about, size, addedAt } = row;
  return { id, member, name, about, mediaType, size, sha256, addedAt };
}

/** The offer changed, though not its sheet. */
export const touchOffer = async (manager: EntityManager, offerId: string): Promise<void> => {
  await manager.query('update offer set updated_at = clock_timestamp() where id = $1', [offerId]);
};

/**
 * Uploads and the collector of files take turns for each content, so that none is thrown away which a row is about to
 * name. Held until the transaction ends.
 */
export const lockContent = async (manager: EntityManager, sha256: string): Promise<void> => {
  await manager.query('select pg_advisory_xact_lock(hashtext($1))', [`zit-portal file ${sha256}`]);
};
