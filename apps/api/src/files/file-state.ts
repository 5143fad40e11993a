import { ATTACHMENT_LIMITS } from '@zit/domain';
import type { FileStore } from './file-store';
import { NoStore, StoreFull } from './store-faults';

/** What keeps files from being taken, in a few words without a path; null: nothing. */
export async function fileState(store: FileStore): Promise<string | null> {
  try {
    await store.requireRoom(ATTACHMENT_LIMITS.offerBytes);
    return null;
  } catch (error) {
    if (error instanceof StoreFull) return 'little room';
    if (error instanceof NoStore) return 'no store set';
    return 'not writable';
  }
}
