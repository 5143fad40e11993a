// @ts-check
// The first half of npm start, on the machine's own Node: one start at a time, packages, then the pinned Node.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PostgresFailure, saysDiskFull } from '../postgres/failure.mjs';
import { takeLock } from '../postgres/starter-lock.mjs';
import { ensureInstalled } from './install.mjs';
import { readOptions } from './options.mjs';
import { pinnedEnvironment, pinnedNode } from './pinned-node.mjs';
import { dataFolder, inData } from './places.mjs';
import { requirePort } from './port-check.mjs';
import { Refusal } from './refusal.mjs';
import { askToStop, listenForStop, stopAsked } from './stop.mjs';
import { tell } from './tell.mjs';
import { words } from './words.mjs';

/** A start whose npm was killed notices it within this time, and begins to leave: milliseconds. */
const noticingTime = 3_000;
/** It has left within this time: the server has closed, and the database has written all down. */
const leavingTime = 40_000;
/** A portal whose launcher was killed closes within this time and frees its port: milliseconds. */
const closingTime = Number(process.env.ZIT_PORT_PATIENCE ?? 15_000);

/** @param {string[]} args */
export async function outer(args) {
  listenForStop();
  watchNpm(askToStop);
  try {
    process.exitCode = await start(args);
  } catch (error) {
    if (stopAsked.aborted) {
      console.log(words.stoppedEarly);
      return;
    }
    process.exitCode = 1;
    tell(error);
  }
}

/** @param {string[]} args */
async function start(args) {
  const options = readOptions(args, process.env);
  if (options.help) {
    console.log(words.help);
    return 0;
  }
  makeDataFolder();
  const release = await onlyStart();
  try {
    await requirePort(options, closingTime);
    await ensureInstalled();
    return await goOn(args);
  } finally {
    release();
  }
}

function makeDataFolder() {
  try {
    mkdirSync(dataFolder, { recursive: true });
  } catch (error) {
    throw saysDiskFull(error) ? error : new Refusal(words.noWrite(dataFolder));
  }
}

async function onlyStart() {
  const deadline = Date.now() + leavingTime;
  for (let patience = noticingTime; ; patience = 200) {
    try {
      return await takeLock(inData('launcher.lock'), patience);
    } catch (error) {
      if (!(error instanceof PostgresFailure)) throw error;
      // The address stands while the portal can be used: without it the other start is coming up or leaving.
      stopAsked.throwIfAborted();
      const address = addressOfRunning();
      if (address !== '' || Date.now() > deadline) throw new Refusal(words.second(address));
    }
  }
}

function addressOfRunning() {
  try {
    return readFileSync(inData('address'), 'utf8').trim();
  } catch {
    // It has not come to writing its address yet, or has just closed.
    return '';
  }
}

/**
 * Runs the second half under the pinned Node and passes every request to stop on to it.
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
function goOn(args) {
  const inner = new URL('./inner.mjs', import.meta.url);
  const child = spawn(pinnedNode(), [fileURLToPath(inner), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: pinnedEnvironment(),
  });
  stopAsked.addEventListener('abort', () => child.kill('SIGTERM'));
  if (stopAsked.aborted) child.kill('SIGTERM');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * npm passes Ctrl+C on, but a killed npm says nothing: its child, or the shell between them, only gets another parent.
 * @param {() => void} gone
 */
function watchNpm(gone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const before = parents();
  const timer = setInterval(() => {
    if (parents() === before) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}

/** The parent, and the parent's parent when the parent is the shell that npm starts scripts in. */
function parents() {
  try {
    const command = readFileSync(`/proc/${process.ppid}/cmdline`, 'utf8').split('\0');
    if (command[1] !== '-c') return `${process.ppid}`;
    const [parent] = /(?<=^PPid:\s*)\d+/m.exec(readFileSync(`/proc/${process.ppid}/status`, 'utf8')) ?? [''];
    return `${process.ppid} ${parent}`;
  } catch {
    // No /proc on this system: the parent alone is known.
    return `${process.ppid}`;
  }
}
