import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { codeOf } from '../http/error-code';
import { CutOff, StoreFull, TooManyBytes } from './store-faults';

/** Bytes that came in whole and are on the disk, under a name that nobody else knows. */
export class Arrival {
  constructor(
    readonly path: string,
    readonly sha256: string,
    readonly size: number,
  ) {}

  bytes(): Promise<Buffer> {
    return readFile(this.path);
  }

  /** Nothing when it was kept or dropped already. */
  drop(): Promise<void> {
    return rm(this.path, { force: true });
  }
}

/** Writes the bytes, counts them and works out their SHA-256; whatever goes wrong, nothing is left. */
export async function receive(folder: string, bytes: Readable, most: number): Promise<Arrival> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}.part`);
  const file = await open(path, 'wx', 0o600);
  try {
    const { sha256, size } = await write(file, bytes, most);
    await file.sync();
    await file.close();
    return new Arrival(path, sha256, size);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
    throw isFull(error) ? new StoreFull() : error;
  }
}

async function write(file: FileHandle, bytes: Readable, most: number): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of chunksOf(bytes)) {
    size += chunk.length;
    if (size > most) throw new TooManyBytes(size);
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  return { sha256: hash.digest('hex'), size };
}

/** The request is not destroyed when reading stops: an answer has to leave by its connection. @throws CutOff */
async function* chunksOf(bytes: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of bytes.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch (error) {
    throw new CutOff(error instanceof Error ? error.message : String(error));
  }
}

export const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '');
