import type { Settings } from '../http/settings';
import { FileStore } from './file-store';
import { FolderStore } from './folder-store';
import { S3Store } from './s3-store';
import { NoStore } from './store-faults';

/** The store that the settings name: a bucket, else a folder, else none. */
export function newFileStore({ filesDirectory, filesS3 }: Pick<Settings, 'filesDirectory' | 'filesS3'>): FileStore {
  if (filesS3 !== null) return new S3Store(filesS3, filesDirectory);
  return filesDirectory === null ? new NowhereStore() : new FolderStore(filesDirectory);
}

/** A portal without a place for files works, but takes none. */
class NowhereStore extends FileStore {
  protected readonly incoming = '';
  keep = nowhere;
  get = nowhere;
  remove = nowhere;
  requireRoom = nowhere;
  override receive = nowhere;
  has = (): Promise<boolean> => Promise.resolve(false);
  sweep = (): Promise<number> => Promise.resolve(0);
  async *keptBefore(): AsyncIterable<string> {}
}

const nowhere = (): Promise<never> => Promise.reject(new NoStore());
