import { canonicalJson, type CallFile } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { notFound } from '../http/problem-error';
import { sha256 } from '../journal/sha256';

/** A row of `call_attachment`; without bytes yet it has neither a media type nor a SHA-256. */
export interface CallAttachmentRow extends Omit<CallFile, 'mediaType' | 'sha256'> {
  mediaType: string | null;
  sha256: string | null;
  state: 'ANNOUNCED' | 'STORED' | 'REMOVED';
  place: number;
  /** The first edition that has it; null: none. */
  publishedIn: number | null;
}

const ROW = `select id, name, about, media_type as "mediaType", size::int, sha256, state, place, replaces,
  published_in as "publishedIn" from call_attachment`;

/** @throws 404 when the call has no such file in sight */
export async function oneCallAttachment(
  manager: EntityManager,
  callId: string,
  id: string,
): Promise<CallAttachmentRow> {
  const found = await findCallAttachment(manager, callId, id);
  if (!found) throw notFound();
  return found;
}

export async function findCallAttachment(
  manager: EntityManager,
  callId: string,
  id: string,
): Promise<CallAttachmentRow | undefined> {
  const [row] = await manager.query<CallAttachmentRow[]>(`${ROW} where id = $1 and call_id = $2`, [id, callId]);
  return row;
}

/** All that ever hung there or is on its way, in the order of the screen. */
export const callAttachmentRows = (manager: EntityManager, callId: string): Promise<CallAttachmentRow[]> =>
  manager.query(`${ROW} where call_id = $1 order by place, added_at, id`, [callId]);

/** What hangs on the call as it is being written, in its order. */
export async function callFiles(manager: EntityManager, callId: string): Promise<CallFile[]> {
  const rows = await callAttachmentRows(manager, callId);
  return rows.flatMap((row) => callFileOf(row, rows) ?? []);
}

/**
 * As it is answered and frozen; null while its bytes are not there. What took the place of a file that nobody outside
 * ever saw took that of its forerunner.
 */
export function callFileOf(row: CallAttachmentRow, all: readonly CallAttachmentRow[]): CallFile | null {
  const { id, name, about, mediaType, size, sha256: hash, state } = row;
  if (state !== 'STORED' || mediaType === null || hash === null) return null;
  let before = all.find((each) => each.id === row.replaces);
  while (before && before.publishedIn === null) before = all.find((each) => each.id === before?.replaces);
  return { id, name, about, mediaType, size, sha256: hash, replaces: before?.id ?? null };
}

/** One hash for all of them, so that a publication says which files it has seen. */
export const filesSha256 = (files: readonly CallFile[]): string => sha256(canonicalJson(files));

/** It is no longer among the files of the call; its bytes stay. */
export const markRemoved = async (manager: EntityManager, id: string): Promise<void> => {
  await manager.query(`update call_attachment set state = 'REMOVED', removed_at = clock_timestamp() where id = $1`, [
    id,
  ]);
};
