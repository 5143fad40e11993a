import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { FileStore } from '../files/file-store';
import { FileMissing } from '../files/store-faults';

/** Every file is read again once in so many days, a part of them each night. */
const ROUND_DAYS = 16;

/**
 * Contents of files that hang on an offer or a call, or did when it was handed in or published, whose SHA-256 begins
 * with this digit.
 * What was removed before the first receipt may have been collected by then, and nobody misses it.
 */
const NEEDED = `select a.sha256 from offer_attachment a
  where a.sha256 like $1 || '%' and (a.state = 'STORED' or exists (
    select from offer_receipt r where r.offer_id = a.offer_id and r.received_at < a.removed_at))
  union
  select a.sha256 from call_attachment a
  where a.sha256 like $1 || '%' and (a.state = 'STORED' or a.published_in is not null)`;

/** Stored files still have the bytes under whose SHA-256 they stand. `faulty`: gone, or changed. */
export async function proveFiles(
  manager: EntityManager,
  store: FileStore,
  today = Math.floor(Date.now() / 86_400_000),
): Promise<{ faulty: number; files: number }> {
  const digit = (today % ROUND_DAYS).toString(16);
  const needed = await manager.query<{ sha256: string }[]>(NEEDED, [digit]);
  let faulty = 0;
  for (const { sha256 } of needed) if (!(await isWhole(store, sha256))) faulty += 1;
  return { faulty, files: needed.length };
}

async function isWhole(store: FileStore, sha256: string): Promise<boolean> {
  try {
    const hash = createHash('sha256');
    for await (const chunk of await store.get(sha256)) hash.update(chunk as Buffer);
    return hash.digest('hex') === sha256;
  } catch (error) {
    if (error instanceof FileMissing) return false;
    throw error;
  }
}
