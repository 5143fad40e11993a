import type { EntityManager } from 'typeorm';
import type { FileStore } from '../files/file-store';
import { lockContent } from './attachment-rows';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** So many at once that the locks of one transaction do not fill the database's table of them. */
const MOST_AT_ONCE = 500;

/** Contents that nothing needs: not of a file that hangs there, may be brought back, or was ever handed in or published. */
const UNNEEDED = `select content from unnest($1::text[]) content where not exists (
  select from offer_attachment a join offer o on o.id = a.offer_id
  where a.sha256 = content
    and (a.state <> 'REMOVED' or a.removed_at > now() - interval '30 days' or o.state <> 'DRAFT'))
  and not exists (
  select from call_attachment a where a.sha256 = content
    and (a.state <> 'REMOVED' or a.removed_at > now() - interval '30 days' or a.published_in is not null))`;

/** Announced, or given up, and never there. */
const UNFINISHED = ['offer_attachment', 'call_attachment'].map(
  (table) => `delete from ${table} where sha256 is null and coalesce(removed_at, added_at) < now() - interval '1 day'`,
);

/**
 * Takes away what nobody needs: places whose bytes never came, bytes that a dead process left half-way, and contents
 * that no row names. What is younger than a day is left, because its row may be about to be written.
 */
export async function collectFiles(
  manager: EntityManager,
  store: FileStore,
): Promise<{ faulty: number; places: number; waiting: number; files: number }> {
  let places = 0;
  for (const unfinished of UNFINISHED) places += (await manager.query<[unknown[], number]>(unfinished))[1];
  const waiting = await store.sweep(Date.now() - HOUR);
  let files = 0;
  for await (const batch of inBatches(store.keptBefore(Date.now() - DAY))) {
    for (const sha256 of await unneeded(manager, batch)) {
      await lockContent(manager, sha256);
      // An upload of the same bytes may have named them while the lock was waited for.
      if ((await unneeded(manager, [sha256])).length === 0) continue;
      await store.remove(sha256);
      files += 1;
      if (files >= MOST_AT_ONCE) return { faulty: 0, places, waiting, files };
    }
  }
  return { faulty: 0, places, waiting, files };
}

const unneeded = async (manager: EntityManager, batch: readonly string[]): Promise<string[]> =>
  (await manager.query<{ content: string }[]>(UNNEEDED, [batch])).map(({ content }) => content);

async function* inBatches(names: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const name of names) {
    batch.push(name);
    if (batch.length < MOST_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
