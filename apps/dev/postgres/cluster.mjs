// @ts-check
// The folder of one server: where things lie in it, how it is made, what its pid file says.
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { handOver } from './account.mjs';
import { majorVersion, programPath } from './binaries.mjs';
import { PostgresFailure, saysDiskFull } from './failure.mjs';
import { run } from './processes.mjs';

export const user = 'portal';
export const database = 'portal';

/** @param {string} dataDir */
export const places = (dataDir) => ({
  cluster: join(dataDir, `pg${majorVersion}`),
  password: join(dataDir, 'password'),
  lock: join(dataDir, 'starter.lock'),
  owner: join(dataDir, 'owner'),
  log: join(dataDir, 'log'),
  startLog: join(dataDir, 'log', 'start.log'),
});

/** @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/**
 * Settings of every server: loopback only, no unix socket, a log of its own of seven files that overwrite themselves.
 * @param {string} log folder
 */
const settings = (log) => `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 60
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = on
log_directory = ${quoted(log)}
log_filename = 'postgres-%a.log'
log_truncate_on_rotation = on
log_rotation_age = 1d
log_rotation_size = 0
log_checkpoints = off
log_min_messages = warning
`;

/** A test server loses everything with the machine and saves the time of being sure. */
const testSettings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
timezone = 'UTC'
log_checkpoints = off
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
`;

/**
 * The password of the server, made on first use, readable by its owner only.
 * @param {string} dataDir
 */
export function passwordOf(dataDir) {
  const { password, cluster } = places(dataDir);
  if (existsSync(password)) {
    const text = readFileSync(password, 'utf8').trim();
    if (text !== '') return text;
  }
  if (existsSync(cluster)) throw new PostgresFailure('NO_PASSWORD', `${password} is missing`);
  const made = randomBytes(24).toString('base64url');
  writeFileSync(password, `${made}\n`, { mode: 0o600 });
  return made;
}

/**
 * Removes what a killed start left. Its initdb may still be at work there: a file that it adds makes the removal fail,
 * one that it takes away makes it end too early. It fails itself when the folder is gone.
 * @param {string} path
 */
function removeHalf(path) {
  while (existsSync(path)) rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/**
 * Makes the cluster in a temporary folder and renames it when done, so that a killed start leaves no half cluster.
 * @param {{ dataDir: string, native: string, account: import('./account.mjs').Account, test: boolean }} site
 * @throws {PostgresFailure} INIT_FAILED, NO_SPACE
 */
export async function makeCluster({ dataDir, native, account, test }) {
  const { cluster, password, log } = places(dataDir);
  for (const entry of readdirSync(dataDir)) {
    if (entry.startsWith('new-')) removeHalf(join(dataDir, entry));
  }
  if (existsSync(cluster)) return;
  passwordOf(dataDir);
  const fresh = join(dataDir, `new-${process.pid}`);
  mkdirSync(fresh, { mode: 0o700 });
  handOver(account, dataDir);
  // Called by where it stands and not by its name, an initdb that outlives its start cannot make the folder anew.
  const as = { cwd: fresh, uid: account.uid, gid: account.gid, env: { ...process.env, LC_ALL: 'C' } };
  const init = await run(
    [
      ...account.prefix,
      programPath(native, 'initdb'),
      ...['-D', '.', '-U', user, '-E', 'UTF8', '--auth=scram-sha-256', `--pwfile=${password}`],
      // Order of bytes as the default: indexes then do not depend on the ICU or C library of the day.
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(test ? ['--no-sync'] : []),
    ],
    as,
  );
  if (init.code === 0) appendFileSync(join(fresh, 'postgresql.conf'), test ? testSettings : settings(log));
  const made =
    init.code === 0
      ? await run([...account.prefix, programPath(native, 'postgres'), '--single', '-F', '-D', '.', 'postgres'], {
          ...as,
          input: `CREATE DATABASE ${database} OWNER ${user};\n`,
        })
      : init;
  if (made.code !== 0 || /ERROR|FATAL/.test(made.text)) {
    rmSync(fresh, { recursive: true, force: true });
    throw new PostgresFailure(saysDiskFull(made.text) ? 'NO_SPACE' : 'INIT_FAILED', made.text.trim());
  }
  renameSync(fresh, cluster);
}

/**
 * What postmaster.pid claims.
 * @param {string} cluster
 * @returns {{ pid: number, port: number, ready: boolean } | null}
 */
export function readPidFile(cluster) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return null;
    return { pid, port: Number(lines[3] ?? 0), ready: (lines[7] ?? '').trim() === 'ready' };
  } catch {
    // No such file: no server runs on this cluster.
    return null;
  }
}
