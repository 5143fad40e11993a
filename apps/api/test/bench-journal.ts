// The portal's own work on its journal, for a bench that measures it from outside.
import { createReadStream } from 'node:fs';
import type { JournalVerdict } from '@zit/domain';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/database/data-source';
import { exportJournal } from '../src/journal/export-journal';
import { sealJournal } from '../src/journal/seal-journal';
import { verifyDatabase } from '../src/journal/verify-database';
import { verifyFile } from '../src/journal/verify-file';

export async function openJournal(url: string) {
  const source = await new DataSource(dataSourceOptions({ url, poolSize: 2 })).initialize();
  return {
    seal: (): Promise<unknown> => source.transaction(sealJournal),
    pages: (): AsyncGenerator<string[]> => exportJournal(source.manager),
    proveDatabase: (): Promise<JournalVerdict> => verifyDatabase(source.manager, null),
    proveFile: (file: string): Promise<JournalVerdict> =>
      verifyFile(createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 }) as AsyncIterable<string>, null),
    close: (): Promise<void> => source.destroy(),
  };
}
