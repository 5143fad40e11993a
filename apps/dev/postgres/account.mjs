// @ts-check
// PostgreSQL refuses to run as root. Root therefore runs it under another identity.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ way: 'same' | 'namespace' | 'switch', prefix: string[], uid?: number, gid?: number }} Account
 * How a program is started: `same` as we are; `namespace` inside a user namespace, where the folders stay root's and
 * even a 0700 home is reachable; `switch` under another uid, for which folders must be reachable.
 */

/**
 * @param {{ namespaces?: boolean }} [options] namespaces: false forbids the user namespace (containers often do)
 * @returns {Account}
 */
export function chooseAccount(options = {}) {
  if (process.platform === 'win32' || process.geteuid?.() !== 0) return { way: 'same', prefix: [] };
  const { uid, gid } = unprivileged();
  if (options.namespaces !== false) {
    const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
    const trial = spawnSync('unshare', [...prefix.slice(1), 'true'], { stdio: 'ignore' });
    if (trial.status === 0) return { way: 'namespace', prefix };
  }
  return { way: 'switch', prefix: [], uid, gid };
}

/** The machine's own account for PostgreSQL, or nobody. No account is ever created. */
function unprivileged() {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65534, gid: 65534 };
}

/**
 * Gives a folder and all in it to the account, when the account is another uid.
 * @param {Account} account
 * @param {string} path
 */
export function handOver(account, path) {
  if (account.way !== 'switch' || account.uid === undefined || account.gid === undefined) return;
  if (lstatSync(path).isSymbolicLink()) return;
  if (lstatSync(path).isDirectory()) {
    for (const entry of readdirSync(path)) handOver(account, join(path, entry));
    chmodSync(path, 0o700);
  }
  chownSync(path, account.uid, account.gid);
}
