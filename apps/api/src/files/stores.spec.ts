import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { startFakeS3, type FakeS3 } from '../../test/fake-s3';
import type { FileStore } from './file-store';
import { FolderStore } from './folder-store';
import { newFileStore } from './new-file-store';
import { S3Store } from './s3-store';
import { CutOff, FileMissing, NoStore, StoreDown, TooManyBytes } from './store-faults';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const NOTHING_YET = sha256('czego tu nie ma');
const text = async (stream: Readable): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};
const all = async (names: AsyncIterable<string>): Promise<string[]> => {
  const found: string[] = [];
  for await (const name of names) found.push(name);
  return found.sort();
};
/** Half of the bytes, then the sender is gone. */
const cutOff = (): Readable =>
  Readable.from(
    (async function* () {
      await Promise.resolve();
      yield Buffer.from('połowa');
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    })(),
  );

describe.each(['folder', 'bucket'] as const)('files in a %s', (kind) => {
  let folder: string;
  let s3: FakeS3;
  let store: FileStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zit-files-'));
    s3 = await startFakeS3();
    const filesS3 = { endpoint: s3.url, bucket: 'pliki', region: 'pl-gda', key: 'klucz', secret: 'tajne' };
    store = newFileStore({ filesDirectory: folder, filesS3: kind === 'bucket' ? filesS3 : null });
  });
  afterEach(async () => {
    await s3.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const put = (what: string) => store.put(Readable.from([Buffer.from(what)]), 1_000);
  const waiting = () => readdir(join(folder, 'incoming')).catch(() => []);

  it('are kept under the SHA-256 of their bytes, and come back as they were', async () => {
    const kept = await put('statut');
    expect(kept).toEqual({ sha256: sha256('statut'), size: 6 });
    expect(await store.has(kept.sha256)).toBe(true);
    expect(await text(await store.get(kept.sha256))).toBe('statut');
    expect(await waiting()).toEqual([]);
  });

  it('R-18: the same bytes are there once', async () => {
    await put('statut');
    await put('statut');
    await put('uchwała');
    expect(await all(store.keptBefore(Date.now() + 60_000))).toEqual([sha256('statut'), sha256('uchwała')].sort());
  });

  it('R-18: leave nothing when more comes than may, or the sender is gone', async () => {
    await expect(store.receive(Readable.from([Buffer.alloc(600), Buffer.alloc(600)]), 1_000)).rejects.toThrow(
      TooManyBytes,
    );
    await expect(store.receive(cutOff(), 1_000)).rejects.toThrow(CutOff);
    expect(await waiting()).toEqual([]);
    expect(await all(store.keptBefore(Date.now() + 60_000))).toEqual([]);
  });

  it('that are not there are missed, and removing them is no fault', async () => {
    expect(await store.has(NOTHING_YET)).toBe(false);
    await expect(store.get(NOTHING_YET)).rejects.toThrow(FileMissing);
    await store.remove(NOTHING_YET);
  });

  it('are removed for good', async () => {
    const kept = await put('statut');
    await store.remove(kept.sha256);
    expect(await store.has(kept.sha256)).toBe(false);
  });

  it('kept before an instant are told, over all pages; keeping again makes them new', async () => {
    const texts = ['a', 'b', 'c', 'd', 'e'];
    for (const one of texts) await put(one);
    expect(await all(store.keptBefore(Date.now() - 60_000))).toEqual([]);
    await age(...texts);
    expect(await all(store.keptBefore(Date.now() - 60_000))).toEqual(texts.map(sha256).sort());
    await put('c');
    expect(await all(store.keptBefore(Date.now() - 60_000))).toEqual(['a', 'b', 'd', 'e'].map(sha256).sort());
  });

  /** As if they had been kept an hour ago. */
  async function age(...texts: string[]): Promise<void> {
    const then = new Date(Date.now() - 3_600_000);
    for (const one of texts.map(sha256)) {
      if (kind === 'folder') await utimes(join(folder, 'stored', one.slice(0, 2), one), then, then);
      const object = s3.objects.get(`/pliki/files/${one}`);
      if (object) object.at = then;
    }
  }

  it('S-25: only a SHA-256 becomes an address', async () => {
    for (const wrong of ['../../etc/passwd', `${NOTHING_YET}x`, '', NOTHING_YET.toUpperCase()])
      await expect(async () => store.get(wrong)).rejects.toThrow('not a SHA-256');
  });

  it('what a dead process left waiting is swept after a while, nothing else', async () => {
    const arrival = await store.receive(Readable.from([Buffer.from('czeka')]), 1_000);
    await writeFile(join(folder, 'incoming', 'obcy.txt'), 'x');
    expect(await store.sweep(Date.now() - 60_000)).toBe(0);
    await utimes(arrival.path, new Date(0), new Date(0));
    expect(await store.sweep(Date.now() - 60_000)).toBe(1);
    expect(await waiting()).toEqual(['obcy.txt']);
  });

  it('S-43: can be read by nobody else on the machine', async () => {
    const arrival = await store.receive(Readable.from([Buffer.from('czeka')]), 1_000);
    expect((await stat(arrival.path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'incoming'))).mode & 0o777).toBe(0o700);
    await arrival.drop();
  });
});

describe('a folder', () => {
  it('R-07: that cannot be written gives an error, not half a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zit-files-'));
    await writeFile(join(folder, 'stored'), 'tu nie ma folderu');
    const store = new FolderStore(folder);
    await expect(store.put(Readable.from([Buffer.from('a')]), 10)).rejects.toThrow();
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    await chmod(folder, 0o700);
    await rm(folder, { recursive: true });
  });
});

describe('a bucket', () => {
  let s3: FakeS3;
  let folder: string;
  beforeEach(async () => {
    s3 = await startFakeS3();
    folder = await mkdtemp(join(tmpdir(), 'zit-files-'));
  });
  afterEach(async () => {
    await s3.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const bucket = (more: Partial<ConstructorParameters<typeof S3Store>[0]> = {}) =>
    new S3Store(
      { endpoint: s3.url, bucket: 'pliki', region: 'pl-gda', key: 'klucz', secret: 'tajne', ...more },
      folder,
    );
  const put = (store: FileStore) => store.put(Readable.from([Buffer.from('statut')]), 1_000);

  it('gets signed requests only, with the SHA-256 of what comes', async () => {
    await put(bucket());
    expect(s3.asked).toEqual([`PUT /pliki/files/${sha256('statut')}`]);
    await expect(put(bucket({ key: 'obcy' }))).rejects.toThrow('the store answered 403');
  });

  it('that is down is told apart from a file that is not there', async () => {
    const store = bucket();
    await put(store);
    s3.break(503);
    for (const ask of [
      () => put(store),
      () => store.has(NOTHING_YET),
      () => store.get(sha256('statut')),
      () => store.remove(NOTHING_YET),
      () => all(store.keptBefore(0)),
    ])
      await expect(ask()).rejects.toThrow(StoreDown);
    await s3.stop();
    await expect(store.get(NOTHING_YET)).rejects.toThrow(StoreDown);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    s3 = await startFakeS3();
  });
});

it('without a folder and a bucket no file is taken', async () => {
  const store = newFileStore({ filesDirectory: null, filesS3: null });
  await expect(store.requireRoom(1)).rejects.toThrow(NoStore);
  await expect(store.put(Readable.from([]), 1)).rejects.toThrow(NoStore);
  await expect(store.get(NOTHING_YET)).rejects.toThrow(NoStore);
  expect(await store.has(NOTHING_YET)).toBe(false);
});
