// @ts-check
// Embedded PostgreSQL: start it, or adopt the one that runs already.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chooseAccount, handOver } from './account.mjs';
import { hydrate, nativeFolder, programPath } from './binaries.mjs';
import { database, makeCluster, passwordOf, places, readPidFile, user } from './cluster.mjs';
import { PostgresFailure, saysDiskFull } from './failure.mjs';
import { answers, freePort } from './port.mjs';
import { birthOf, isAlive, isPostgresOf, pause, run } from './processes.mjs';
import { markLives, readMark, selfMark, takeLock } from './starter-lock.mjs';

export { PostgresFailure, saysDiskFull } from './failure.mjs';

/**
 * @typedef {object} Server
 * @property {string} url connection string of the portal's database, password included
 * @property {number} port
 * @property {number} pid of the postmaster
 * @property {boolean} adopted it ran already
 * @property {boolean} owned we stop it: we started it, or its starter is dead
 * @property {() => Promise<void>} stop stops an owned server; call it after the application has closed
 */

/** Crash recovery of a big cluster takes its time; longer than this is a fault. */
const startTimeout = 120_000;

/**
 * Starts the server of a folder, or adopts the one that an earlier, killed process left running.
 * @param {{ dataDir: string, test?: boolean, namespaces?: boolean, native?: string }} options
 *   dataDir: cluster, password and log; test: speed instead of durability; namespaces: false never uses a user
 *   namespace; native: the binaries' folder when it is not the installed package
 * @returns {Promise<Server>}
 * @throws {PostgresFailure} codes in failure.mjs
 */
export async function startPostgres(options) {
  const dataDir = resolve(options.dataDir);
  const native = options.native ?? nativeFolder();
  try {
    mkdirSync(places(dataDir).log, { recursive: true, mode: 0o700 });
    hydrate(native);
    const release = await takeLock(places(dataDir).lock, startTimeout);
    try {
      return await startAlone({ ...options, dataDir, native });
    } finally {
      release();
    }
  } catch (error) {
    if (!(error instanceof PostgresFailure) && saysDiskFull(error))
      throw new PostgresFailure('NO_SPACE', String(error));
    throw error;
  }
}

/** @param {{ dataDir: string, native: string, test?: boolean, namespaces?: boolean }} options */
async function startAlone({ dataDir, native, test = false, namespaces }) {
  const { cluster, owner } = places(dataDir);
  const account = chooseAccount({ namespaces });
  const site = { dataDir, native, account, test };
  await makeCluster(site);
  const password = passwordOf(dataDir);
  const running = await findRunning(cluster);
  if (!running) await launch(site);
  const { pid, port } = running ?? readPidFile(cluster) ?? { pid: 0, port: 0 };
  const owned = !running || !markLives(readMark(owner));
  if (owned) writeFileSync(owner, selfMark(), { mode: 0o600 });
  const birth = birthOf(pid);
  return {
    url: `postgres://${user}:${password}@127.0.0.1:${port}/${database}`,
    port,
    pid,
    adopted: running !== null,
    owned,
    stop: async () => {
      if (owned) await stopServer({ cluster, owner, native, pid, birth });
    },
  };
}

/**
 * The server that runs on the cluster, once it is ready; null when there is none. A pid file is believed only if its
 * pid is a postgres of this cluster and its port answers; otherwise it is stale and deleted.
 * @param {string} cluster
 */
async function findRunning(cluster) {
  const deadline = Date.now() + startTimeout;
  for (;;) {
    const claim = readPidFile(cluster);
    if (!claim) return null;
    const postgres = isPostgresOf(claim.pid, cluster);
    const heard = postgres !== false && claim.port > 0 && (await answers(claim.port));
    if (postgres === false || (postgres === undefined && !heard)) {
      rmSync(join(cluster, 'postmaster.pid'), { force: true });
      return null;
    }
    if (heard && claim.ready) return claim;
    // Starting, recovering or stopping: it becomes ready or goes away.
    if (Date.now() > deadline) {
      throw new PostgresFailure('NOT_STARTING', `server ${claim.pid} holds ${cluster} but does not become ready`);
    }
    await pause(100);
  }
}

/** @param {{ dataDir: string, native: string, account: import('./account.mjs').Account }} site */
async function launch({ dataDir, native, account }) {
  const { cluster, log, startLog } = places(dataDir);
  handOver(account, dataDir);
  let text = '';
  // A port may be taken between asking and using; memory of a killed server is freed a moment after it.
  for (let attempt = 0; attempt < 8; attempt++) {
    rotate(startLog);
    const port = await freePort();
    const { code, text: said } = await run(
      [
        ...account.prefix,
        programPath(native, 'pg_ctl'),
        ...['start', '-w', '-t', String(startTimeout / 1000), '-D', cluster, '-l', startLog, '-o', `-p ${port}`],
      ],
      { cwd: dataDir, uid: account.uid, gid: account.gid, env: { ...process.env, LC_ALL: 'C' } },
    );
    if (code === 0) return;
    text = [said, ...newestLogs(log)].join('\n').trim();
    if (saysDiskFull(text)) throw new PostgresFailure('NO_SPACE', text);
    if (!/could not bind|could not create any TCP|still in use|lock file .* already exists/.test(text)) break;
    await pause(250 * (attempt + 1));
  }
  throw new PostgresFailure('START_FAILED', text);
}

/** @param {{ cluster: string, owner: string, native: string, pid: number, birth: string }} server */
async function stopServer({ cluster, owner, native, pid, birth }) {
  // An ending process loses its pid file, then its name and folder, and only then its life; stopped is what lives no
  // longer. Its birth tells it from a later process with the same pid.
  const runs = () => isAlive(pid) && birthOf(pid) === birth;
  if (runs() && readPidFile(cluster)?.pid === pid) {
    // SIGINT is PostgreSQL's fast stop: it ends the sessions, writes a checkpoint and leaves.
    if (process.platform === 'win32') await run([programPath(native, 'pg_ctl'), 'stop', '-m', 'fast', '-D', cluster]);
    else process.kill(pid, 'SIGINT');
  }
  const deadline = Date.now() + 60_000;
  while (runs() && Date.now() < deadline) await pause(20);
  if (runs()) throw new PostgresFailure('TIMEOUT', `server ${pid} does not stop`);
  if (readMark(owner) === selfMark()) rmSync(owner, { force: true });
}

/** Keeps the three starts before this one. */
const keptStarts = 3;

/** @param {string} path */
function rotate(path) {
  if (!existsSync(path)) return;
  for (let number = keptStarts - 1; number >= 1; number--) {
    if (existsSync(`${path}.${number}`)) renameSync(`${path}.${number}`, `${path}.${number + 1}`);
  }
  renameSync(path, `${path}.1`);
}

/**
 * The ends of the logs written in the last minute.
 * @param {string} folder
 */
function newestLogs(folder) {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.log') && Date.now() - statSync(path).mtimeMs < 60_000)
    .map((path) => readFileSync(path, 'utf8').slice(-2_000));
}
