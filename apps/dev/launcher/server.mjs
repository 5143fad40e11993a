// @ts-check
// The portal's own programs: one-shot commands, and the server that is kept until the end.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { saysDiskFull } from '../postgres/failure.mjs';
import { lastLines, runQuietly } from './child.mjs';
import { dataFolder, inData, inRoot, root } from './places.mjs';
import { Refusal } from './refusal.mjs';
import { words } from './words.mjs';

const main = inRoot('dist', 'apps', 'api', 'main.mjs');
const logPath = inData('log', 'portal.log');

/** A log is put aside at this size when the portal starts: bytes. */
const longLog = 5_000_000;
const keptLogs = 3;

/**
 * Runs a command of the API to its end.
 * @param {string} what the step in plain words
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @throws {Refusal}
 */
export async function runCommand(what, args, env) {
  const { code, text } = await runQuietly(process.execPath, ['--enable-source-maps', main, ...args], {
    cwd: root,
    env,
  });
  if (code === 0) return;
  if (saysDiskFull(text)) throw new Refusal(words.diskFull(dataFolder));
  throw new Refusal(words.stepFailed(what), lastLines(text));
}

/** How long a server may take until it answers, and to close: milliseconds. */
const readyTime = 60_000;
const closeTime = 15_000;

/**
 * @typedef {{ ended: Promise<void>, stop: () => Promise<void>, lastWords: () => string }} RunningServer
 */

/**
 * Starts the server and waits until it says it is ready.
 * @param {{ port: number, host: string }} place
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<RunningServer>}
 * @throws {Refusal}
 */
export async function serve(place, env) {
  mkdirSync(inData('log'), { recursive: true });
  rotate();
  const log = openSync(logPath, 'a', 0o600);
  const from = statSync(logPath).size;
  const leash = new URL('./leash.mjs', import.meta.url).href;
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', leash, main, 'serve'], {
    cwd: root,
    env: { ...env, PORT: String(place.port), HOST: place.host },
    stdio: ['ignore', log, log, 'ipc'],
    // Ctrl+C in the terminal reaches the launcher only, which stops things in their order.
    detached: true,
  });
  closeSync(log);
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const lastWords = () => lastLines(readFileSync(logPath).subarray(from).toString('utf8'));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), closeTime);
    await ended;
    clearTimeout(force);
  };
  if (!(await becomesReady(place, ended))) {
    await stop();
    throw new Refusal(words.stepFailed(words.steps.serve), `${lastWords()}\n${words.seeLog(logPath)}`);
  }
  return { ended, stop, lastWords };
}

/**
 * @param {{ port: number, host: string }} place
 * @param {Promise<void>} ended
 */
async function becomesReady({ port, host }, ended) {
  const own = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  const url = `http://${own.includes(':') ? `[${own}]` : own}:${port}/readyz`;
  const deadline = Date.now() + readyTime;
  let over = false;
  void ended.then(() => (over = true));
  while (!over && Date.now() < deadline) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok) return !over;
    await pause(100);
  }
  return false;
}

function rotate() {
  if (!existsSync(logPath) || statSync(logPath).size < longLog) return;
  for (let number = keptLogs - 1; number >= 1; number--) {
    if (existsSync(`${logPath}.${number}`)) renameSync(`${logPath}.${number}`, `${logPath}.${number + 1}`);
  }
  renameSync(logPath, join(`${logPath}.1`));
}
