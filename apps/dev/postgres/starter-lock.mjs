// @ts-check
// One starter at a time, across processes. A lock whose holder died is taken over.
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { codeOf, PostgresFailure } from './failure.mjs';
import { birthOf, isAlive, pause } from './processes.mjs';

/** @returns {string} this process, told apart from a later one with the same pid */
export const selfMark = () => `${process.pid} ${birthOf(process.pid)}`;

/**
 * Whether the process behind a mark still runs.
 * @param {string} mark
 */
export function markLives(mark) {
  const [pid = '', birth = ''] = mark.trim().split(/\s+/);
  if (!/^\d+$/.test(pid) || !isAlive(Number(pid))) return false;
  return birth === '' || birthOf(Number(pid)) === birth;
}

/** @param {string} path */
export function readMark(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Nobody holds it.
    return '';
  }
}

/** Locks that this very process holds: two starts inside one process wait for each other as well. */
const mine = new Set();
let turn = 0;

/**
 * Takes the lock, waiting for a living holder.
 * @param {string} path lock file
 * @param {number} timeout milliseconds
 * @returns {Promise<() => void>} gives the lock back
 * @throws {PostgresFailure} TIMEOUT
 */
export async function takeLock(path, timeout) {
  const deadline = Date.now() + timeout;
  for (;;) {
    if (!mine.has(path) && tryCreate(path)) {
      mine.add(path);
      return () => {
        mine.delete(path);
        rmSync(path, { force: true });
      };
    }
    if (!mine.has(path) && isDead(path)) {
      breakLock(path, readMark(path));
      continue;
    }
    if (Date.now() > deadline) throw new PostgresFailure('TIMEOUT', `another start holds ${path}`);
    await pause(50);
  }
}

/**
 * Whether the lock's holder is dead. A file without content is one whose maker is between creating and writing, or
 * died there: after two seconds it is taken for the latter.
 * @param {string} path
 */
function isDead(path) {
  const holder = readMark(path);
  if (holder !== '') return !markLives(holder);
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > 2_000;
}

/** @param {string} path */
function tryCreate(path) {
  try {
    writeFileSync(path, selfMark(), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Moves a dead lock aside. When a living one was caught instead (another waiter was quicker), it is put back.
 * @param {string} path
 * @param {string} seen the dead holder's mark
 */
function breakLock(path, seen) {
  const aside = `${path}.${process.pid}.${turn++}`;
  try {
    renameSync(path, aside);
    if (readMark(aside) !== seen) linkSync(aside, path);
  } catch {
    // Somebody else moved it or made a new one first; the next round looks again.
  }
  rmSync(aside, { force: true });
}
