// @ts-check
// The second half of npm start, on the pinned Node: build, database, tables, demo data, server; and the way back.
import { rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { PostgresFailure } from '../postgres/failure.mjs';
import { takeLock } from '../postgres/starter-lock.mjs';
import { startPostgres } from '../postgres/start.mjs';
import { announce } from './announce.mjs';
import { build } from './build.mjs';
import { requireSpace } from './disk.mjs';
import { addressOf, readOptions } from './options.mjs';
import { dataFolder, inData, inRoot } from './places.mjs';
import { requirePort } from './port-check.mjs';
import { told } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { runCommand, serve } from './server.mjs';
import { secretKeyIn } from './secret-key.mjs';
import { askToStop, listenForStop, stopAsked, stopped } from './stop.mjs';
import { tell } from './tell.mjs';
import { words } from './words.mjs';

/** Room for the cluster (39 MB), its log of changes and a start that does not stop half way. */
const neededMegabytes = 300;
/** The second half of a killed start may still be closing: milliseconds. */
const closingTime = 40_000;

/** @type {(() => Promise<void> | void)[]} what has been opened, to be closed from the end */
const opened = [];

listenForStop();
process.on('disconnect', askToStop);
process.channel?.unref();

try {
  const server = await bringUp();
  await Promise.race([
    stopped,
    server.ended.then(() => Promise.reject(new Refusal(words.serverDied, server.lastWords()))),
  ]);
  console.log(words.stopping);
} catch (error) {
  process.exitCode = 1;
  if (!stopAsked.aborted) tell(error);
  else process.exitCode = 0;
}
await takeDown();
if (process.exitCode !== 1) console.log(words.stopped);
process.exit();

async function bringUp() {
  const options = readOptions(process.argv.slice(2), process.env);
  const env = { ...process.env, PORTAL_MODE: process.env.PORTAL_MODE || 'demo' };
  opened.push(await onlyOne());
  if (options.reset) await confirmReset(options, env.PORTAL_MODE);
  requireSpace(dataFolder, neededMegabytes);
  await step(words.steps.build, () => build(['api', 'web']));
  const own = process.env.DATABASE_URL === undefined || process.env.DATABASE_URL === '';
  const url = own ? await step(words.steps.database, startDatabase) : String(process.env.DATABASE_URL);
  const settings = {
    ...env,
    ...secretKeyIn(dataFolder, env),
    DATABASE_URL: url,
    PORTAL_WORKER: 'inline',
    SEALS_DIRECTORY: process.env.SEALS_DIRECTORY || inData('seals'),
    FILES_DIRECTORY: process.env.FILES_DIRECTORY || inData('files'),
    RECEIPTS_FILE: process.env.RECEIPTS_FILE || inData('receipts.jsonl'),
    RESULT_KEY_FILE: process.env.RESULT_KEY_FILE || inData('result-key.pem'),
    WEB_ROOT: inRoot('dist', 'apps', 'web', 'browser'),
  };
  await step(words.steps.migrate, () => runCommand(words.steps.migrate, ['migrate'], settings));
  if (env.PORTAL_MODE === 'demo') {
    const seed = options.reset ? ['seed-demo', '--reset'] : ['seed-demo'];
    await step(words.steps.seed, () => runCommand(words.steps.seed, seed, settings));
  }
  const server = await step(words.steps.serve, async () => {
    await requirePort(options, 0);
    const running = await serve(options, settings);
    opened.push(running.stop);
    return running;
  });
  writeFileSync(inData('address'), addressOf(options));
  opened.push(() => rmSync(inData('address'), { force: true }));
  await announce(options, own ? null : new URL(url).host);
  return server;
}

async function onlyOne() {
  try {
    return await takeLock(inData('portal.lock'), closingTime);
  } catch (error) {
    if (error instanceof PostgresFailure) throw new Refusal(words.second(''));
    throw error;
  }
}

async function startDatabase() {
  const server = await startPostgres({ dataDir: inData('postgres') });
  opened.push(server.stop);
  if (server.adopted) console.log(words.adopted);
  return server.url;
}

/**
 * @param {import('./options.mjs').Options} options
 * @param {string} mode
 */
async function confirmReset(options, mode) {
  if (mode !== 'demo') throw new Refusal(words.resetOther);
  if (options.yes) return;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await Promise.race([
    terminal.question(words.askReset),
    // The end of a stdin that says nothing counts as no.
    new Promise((resolve) => terminal.once('close', () => resolve(''))),
  ]);
  terminal.close();
  if (String(answer).trim().toLowerCase() !== 'tak') throw new Refusal(words.resetRefused);
}

/**
 * One step of the start, unless a stop was asked for before it.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} act
 */
function step(what, act) {
  stopAsked.throwIfAborted();
  return told(what, act);
}

/** The server closes before the database it uses. */
async function takeDown() {
  for (const close of opened.reverse()) {
    try {
      await close();
    } catch (error) {
      tell(error);
    }
  }
}
