import { constants } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat, statfs, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { codeOf } from '../http/error-code';
import { isFull, type Arrival } from './arrival';
import { FileStore, RESERVE } from './file-store';
import { FileMissing, StoreFull } from './store-faults';

const SHA256 = /^[0-9a-f]{64}$/;

/** Files in a folder: `stored/ab/ab12…` by content, and `incoming/` for what is not known yet; nobody else reads them. */
export class FolderStore extends FileStore {
  protected readonly incoming: string;

  constructor(private readonly folder: string) {
    super();
    this.incoming = join(folder, 'incoming');
  }

  /** The name changes only when the bytes are on the disk, and the answer leaves only when the name is. */
  async keep(arrival: Arrival): Promise<void> {
    const path = this.pathOf(arrival.sha256);
    const folder = join(path, '..');
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const now = new Date();
      await utimes(arrival.path, now, now);
      await rename(arrival.path, path);
      await sync(folder);
      await sync(join(folder, '..'));
    } catch (error) {
      throw isFull(error) ? new StoreFull() : error;
    }
  }

  has(sha256: string): Promise<boolean> {
    return access(this.pathOf(sha256), constants.R_OK).then(
      () => true,
      (error: unknown) => ifMissing(error, false),
    );
  }

  async get(sha256: string): Promise<Readable> {
    const file = await open(this.pathOf(sha256)).catch((error: unknown) => ifMissing(error, null));
    if (!file) throw new FileMissing(sha256);
    return file.createReadStream();
  }

  remove(sha256: string): Promise<void> {
    return rm(this.pathOf(sha256), { force: true });
  }

  async *keptBefore(instant: number): AsyncIterable<string> {
    const stored = join(this.folder, 'stored');
    for (const shelf of await namesIn(stored))
      for (const name of await namesIn(join(stored, shelf)))
        if (SHA256.test(name) && (await changedBefore(join(stored, shelf, name), instant))) yield name;
  }

  async requireRoom(bytes: number): Promise<void> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(this.incoming);
    if (bavail * bsize < bytes + RESERVE) throw new StoreFull();
  }

  sweep(instant: number): Promise<number> {
    return sweepFolder(this.incoming, instant);
  }

  /** @throws Error for what is no SHA-256: nothing else becomes a path */
  private pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw new Error('not a SHA-256');
    return join(this.folder, 'stored', sha256.slice(0, 2), sha256);
  }
}

/** Removes what was last written before `instant`; answers how many files. */
export async function sweepFolder(folder: string, instant: number): Promise<number> {
  let swept = 0;
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    if (!name.endsWith('.part') || !(await changedBefore(path, instant))) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch((error: unknown) => ifMissing(error, []));

const changedBefore = (path: string, instant: number): Promise<boolean> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs < instant,
    (error: unknown) => ifMissing(error, false),
  );

function ifMissing<T>(error: unknown, otherwise: T): T {
  if (codeOf(error) === 'ENOENT') return otherwise;
  throw error;
}

async function sync(folder: string): Promise<void> {
  // Windows opens no folders.
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
