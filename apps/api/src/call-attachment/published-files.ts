import type { CallEditionFile, PublishedFile } from '@zit/contracts';
import type { CallFile } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { callAttachmentRows, markRemoved } from './call-attachment-rows';

/** What an edition says of its files; those from before there were files say nothing. */
export const filesOf = ({ attachments }: Pick<CallEditionFile, 'attachments'>): PublishedFile[] => attachments ?? [];

/** Files as an edition says them, with the path where anybody saves them. */
export const withPaths = (slug: string, files: readonly CallFile[]): PublishedFile[] =>
  files.map((file) => ({ ...file, path: `/api/v1/public/calls/${slug}/attachments/${file.id}/${file.sha256}` }));

/** The same as they hang on the call. */
export const withoutPaths = (files: readonly PublishedFile[]): CallFile[] =>
  files.map(({ id, name, about, mediaType, size, sha256, replaces }) => {
    return { id, name, about, mediaType, size, sha256, replaces };
  });

/** From now on these files are anybody's to read; the edition is written already. */
export async function publishFiles(
  manager: EntityManager,
  callId: string,
  edition: number,
  files: readonly CallFile[],
): Promise<void> {
  await manager.query(
    `update call_attachment set published_in = $2 where call_id = $1 and id = any($3) and published_in is null`,
    [callId, edition, files.map(({ id }) => id)],
  );
}

/** Makes the files of the call again those of the edition: as they were described, and in their order. */
export async function restoreFiles(
  manager: EntityManager,
  callId: string,
  published: readonly CallFile[],
): Promise<void> {
  for (const row of await callAttachmentRows(manager, callId)) {
    const place = published.findIndex(({ id }) => id === row.id);
    const due = published[place];
    if (due && (row.state !== 'STORED' || row.about !== due.about || row.place !== place))
      await manager.query(
        `update call_attachment set state = 'STORED', removed_at = null, about = $2, place = $3 where id = $1`,
        [row.id, due.about, place],
      );
    if (!due && row.state !== 'REMOVED') await markRemoved(manager, row.id);
  }
}

/** Hangs files of an earlier call on a new one: the same contents, under ids of their own. */
export async function copyFiles(
  manager: EntityManager,
  who: Actor,
  callId: string,
  files: readonly CallFile[],
): Promise<void> {
  for (const [place, { name, about, mediaType, size, sha256 }] of files.entries()) {
    const [row] = await manager.query<[{ id: string }]>(
      `insert into call_attachment (id, call_id, name, about, place, size, added_by)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6) returning id`,
      [callId, name, about, place, size, who.personId],
    );
    await manager.query(`update call_attachment set state = 'STORED', media_type = $2, sha256 = $3 where id = $1`, [
      row.id,
      mediaType,
      sha256,
    ]);
  }
}
