import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileState } from './file-state';
import { FolderStore } from './folder-store';
import { newFileStore } from './new-file-store';
import { StoreFull } from './store-faults';

describe('R-07: what readiness says of files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zit-state-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('nothing while there is room', async () => {
    expect(await fileState(new FolderStore(folder))).toBeNull();
  });

  it('that there is little, that the folder cannot be written, that none is set; never a path', async () => {
    const full = new FolderStore(folder);
    jest.spyOn(full, 'requireRoom').mockRejectedValue(new StoreFull());
    await writeFile(join(folder, 'plik'), '');
    const said = [full, new FolderStore(join(folder, 'plik')), newFileStore({ filesDirectory: null, filesS3: null })];
    expect(await Promise.all(said.map(fileState))).toEqual(['little room', 'not writable', 'no store set']);
  });
});
