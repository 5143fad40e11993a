import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReceiptFile, type OpenFile } from './receipt-file';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zit-receipts-'));
  path = join(folder, 'receipts.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const lines = (): string[] => readFileSync(path, 'utf8').split('\n').slice(0, -1);

/** A real file whose disk can be told to fail, and which counts what is asked of it. */
function disk(): { openFile: OpenFile; fails: { write?: boolean; sync?: boolean; open?: boolean }; syncs: number } {
  const state = { fails: {} as { write?: boolean; sync?: boolean; open?: boolean }, syncs: 0 };
  const openFile: OpenFile = async (name) => {
    if (state.fails.open) throw new Error('EROFS');
    const file = await open(name, 'a');
    return {
      write: (async (bytes: Buffer) => {
        if (!state.fails.write) return file.write(bytes);
        await file.write(bytes.subarray(0, 3));
        throw new Error('ENOSPC');
      }) as never,
      datasync: async () => {
        state.syncs++;
        if (state.fails.sync) throw new Error('EIO');
        await file.datasync();
      },
      close: () => file.close(),
    };
  };
  return Object.assign(state, { openFile });
}

describe('file of receipts', () => {
  it('has every line once it says so, in the order given', async () => {
    const file = new ReceiptFile(path);
    expect(await file.keep('{"n":1}')).toBe(true);
    expect(lines()).toEqual(['{"n":1}']);
    expect(await Promise.all(['{"n":2}', '{"n":3}'].map((line) => file.keep(line)))).toEqual([true, true]);
    expect(lines()).toEqual(['{"n":1}', '{"n":2}', '{"n":3}']);
    await file.close();
  });

  it('syncs lines that come together together', async () => {
    const state = disk();
    const file = new ReceiptFile(path, state.openFile);
    const kept = await Promise.all(Array.from({ length: 200 }, (_, n) => file.keep(`{"n":${n}}`)));
    expect(kept.every(Boolean)).toBe(true);
    expect(new Set(lines()).size).toBe(200);
    expect(state.syncs).toBe(2);
    await file.close();
  });

  it('goes on after what an earlier process wrote', async () => {
    for (const n of [1, 2]) {
      const file = new ReceiptFile(path);
      expect(await file.keep(`{"n":${n}}`)).toBe(true);
      await file.close();
    }
    expect(lines()).toEqual(['{"n":1}', '{"n":2}']);
  });

  it('says when the disk does not take it, and takes the next one when it does again', async () => {
    const state = disk();
    const file = new ReceiptFile(path, state.openFile);
    for (const fault of ['open', 'sync', 'write'] as const) {
      state.fails[fault] = true;
      expect(await file.keep('{"lost":true}')).toBe(false);
      state.fails[fault] = false;
      expect(await file.keep(`{"after":"${fault}"}`)).toBe(true);
    }
    const whole = lines().flatMap((line) => {
      try {
        return [JSON.parse(line) as object];
      } catch {
        return [];
      }
    });
    // Half a line stays a line of its own: what comes after it can be read.
    for (const fault of ['open', 'sync', 'write']) expect(whole).toContainEqual({ after: fault });
    await file.close();
  });

  it('keeps nothing when there is no file', async () => {
    const file = new ReceiptFile(null);
    expect(await file.keep('{}')).toBe(false);
    await file.close();
  });
});
