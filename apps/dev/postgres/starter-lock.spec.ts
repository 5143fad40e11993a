import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfMark, takeLock } from './starter-lock.mjs';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zit-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const refused = { code: 'TIMEOUT' };

describe('one starter at a time', () => {
  it('gives the lock to one, and to the next when it is given back', async () => {
    const release = await takeLock(path, 0);
    await expect(takeLock(path, 100)).rejects.toMatchObject(refused);
    setTimeout(release, 100);
    (await takeLock(path, 5_000))();
    expect(existsSync(path)).toBe(false);
  });

  it('waits for a holder that lives, and not for one that died', async () => {
    writeFileSync(path, selfMark());
    await expect(takeLock(path, 0)).rejects.toMatchObject(refused);
    const { pid } = spawnSync('true');
    writeFileSync(path, `${pid} 12345`);
    (await takeLock(path, 0))();
  });

  it('is not fooled by a later process with the holder’s pid', async () => {
    writeFileSync(path, `${process.pid} 1`);
    (await takeLock(path, 0))();
  });

  it('takes over a lock whose holder died before it wrote its name', async () => {
    writeFileSync(path, '');
    await expect(takeLock(path, 0)).rejects.toMatchObject(refused);
    utimesSync(path, new Date(Date.now() - 10_000), new Date(Date.now() - 10_000));
    (await takeLock(path, 0))();
  });
});
