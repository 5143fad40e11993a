// @ts-check
// What the operating system says about processes, and running one to its end.
import { spawn } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { codeOf } from './failure.mjs';

/**
 * Whether a process runs. A zombie does not.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  const stat = procStat(pid);
  return stat === null || (stat.state !== 'Z' && stat.state !== 'X');
}

/**
 * Clock ticks since boot when the process started; tells a process from a later one with the same pid.
 * @param {number} pid
 * @returns {string} '' where /proc is absent
 */
export const birthOf = (pid) => procStat(pid)?.birth ?? '';

/** @param {number} pid */
function procStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may contain spaces and brackets, so fields are counted after the last one.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', birth: fields[19] ?? '' };
  } catch {
    // Gone already, or no /proc on this system.
    return null;
  }
}

/**
 * Whether the pid is a PostgreSQL server of this cluster. pg_ctl asks only whether the pid exists, which a reused pid
 * answers too.
 * @param {number} pid
 * @param {string} cluster data folder
 * @returns {boolean | undefined} undefined where /proc is absent (macOS, Windows): the port decides alone
 */
export function isPostgresOf(pid, cluster) {
  if (process.platform !== 'linux') return isAlive(pid) ? undefined : false;
  try {
    const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
    if (!basename(program).startsWith('postgres')) return false;
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch (error) {
    // Another account's process: its cwd is hidden, its name was right.
    return codeOf(error) === 'EACCES';
  }
}

/**
 * Runs a program to its end and gives back everything it said. Waits for `exit`, not `close`: pg_ctl leaves its pipes
 * to the server, which does not end.
 * @param {string[]} command
 * @param {{ cwd?: string, uid?: number, gid?: number, input?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number | null, text: string }>}
 */
export function run(command, options = {}) {
  const { input, ...rest } = options;
  const [file = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...rest, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    let text = '';
    const collect = (/** @type {Buffer} */ chunk) => (text = (text + chunk).slice(-20_000));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
    child.once('error', reject);
    child.once('exit', (code) =>
      // What was written just before the end is still in the pipe.
      setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
        resolve({ code, text });
      }, 20),
    );
  });
}

/** @param {number} ms milliseconds */
export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
