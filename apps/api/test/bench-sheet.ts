// Two portals in one process on one database, for the bench of saves: one as it serves, and one that writes every
// statement it sends to standard output, so that the same ones can be sent bare. Bundled beside the bench.
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'typeorm';
import { createPortal } from '../src/http/portal';
import { readSettings } from '../src/http/settings';

const tell = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const nothing = (): void => undefined;
const telling: Logger = {
  logQuery: (sql, values: unknown[] = []) => tell({ sql, values }),
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};

const settings = { ...readSettings(process.env), worker: 'separate' as const };
const serving = await createPortal(settings);
const open = await createPortal(settings, { queries: telling });
const ports: number[] = [];
for (const portal of [serving, open]) {
  await portal.listen(0, '127.0.0.1');
  ports.push((portal.getHttpServer().address() as AddressInfo).port);
}
tell({ ports });
process.once('SIGTERM', () => void Promise.all([serving.close(), open.close()]));
