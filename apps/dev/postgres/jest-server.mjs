// @ts-check
// Jest's globalSetup: one throw-away PostgreSQL for the whole run. Its folder and its stop are left on globalThis for
// jest-server-stop.mjs. TEST_POSTGRES_URL replaces it with a server of your own (a superuser's or CREATEDB's URL).
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { places, readPidFile } from './cluster.mjs';
import { isPostgresOf } from './processes.mjs';
import { startPostgres } from './start.mjs';
import { markLives, readMark } from './starter-lock.mjs';
import { codeOf } from './failure.mjs';

const prefix = 'zit-test-postgres-';

/** @typedef {{ zitTestServer?: { dataDir: string, stop: () => Promise<void> } }} Left */

export default async function startTestServer() {
  if (process.env.TEST_POSTGRES_URL) {
    // A server that outlives the run may hold templates of older migrations.
    process.env.TEST_POSTGRES_RUN = `${process.pid}_`;
    return;
  }
  sweep();
  const dataDir = mkdtempSync(join(tmpdir(), prefix));
  const server = await startPostgres({ dataDir, test: true });
  process.env.TEST_POSTGRES_URL = server.url;
  const left = /** @type {typeof globalThis & Left} */ (globalThis);
  left.zitTestServer = { dataDir, stop: server.stop };
}

/** Ends and removes the servers of runs that were killed. */
function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dataDir = join(tmpdir(), name);
    try {
      const { cluster, owner } = places(dataDir);
      // A folder of the last minutes may belong to a run that has not written its owner yet.
      if (markLives(readMark(owner)) || Date.now() - statSync(dataDir).mtimeMs < 300_000) continue;
      const claim = readPidFile(cluster);
      if (claim && isPostgresOf(claim.pid, cluster)) process.kill(claim.pid, 'SIGQUIT');
      rmSync(dataDir, { recursive: true, force: true });
    } catch (error) {
      // Another account's folder is not ours to sweep; a dying server may still write into its own.
      if (!['EACCES', 'EPERM', 'ENOTEMPTY', 'ENOENT', 'ESRCH'].includes(codeOf(error))) throw error;
    }
  }
}
