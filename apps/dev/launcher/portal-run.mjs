// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lastLines, runQuietly } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { pinnedEnvironment, pinnedNode } from './pinned-node.mjs';
import { inData, inRoot, root } from './places.mjs';
import { told } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { isStale } from './staleness.mjs';
import { tell } from './tell.mjs';
import { words } from './words.mjs';

const program = inRoot('dist', 'apps', 'api', 'portal.mjs');
const sources = ['apps/api/src', 'apps/dev/build', 'libs', 'migrations', 'package-lock.json', 'tsconfig.base.json'];

/** The command line's own exit code for "cannot be read" is 2; a start that fails is neither 0, 1 nor 2. */
const cannotStart = 70;

/** @param {string[]} args */
export async function portalRun(args) {
  try {
    await ensureInstalled(process.stderr);
    if (
      isStale(
        program,
        sources.map((path) => inRoot(path)),
      )
    )
      await told(words.steps.build, bundle, { out: process.stderr });
    process.exitCode = await withDatabase(args, (env) => run(args, env));
  } catch (error) {
    tell(error);
    process.exitCode = cannotStart;
  }
}

/**
 * Commands about the portal's own data; the others read files, as `journal verify` does when it is given one.
 * @param {string[]} args
 */
const needsDatabase = ([first, second, file = '--']) =>
  first === 'person' || (first === 'journal' && (second !== 'verify' || file.startsWith('--')));

/**
 * The database in the portal's folder, when there is one and no other is named: adopted when it runs, otherwise
 * started for this command.
 * @param {string[]} args
 * @param {(env: NodeJS.ProcessEnv) => Promise<number>} work
 */
async function withDatabase(args, work) {
  const { DATABASE_URL, DATABASE_URL_FILE } = process.env;
  const named = DATABASE_URL || DATABASE_URL_FILE;
  if (named || !needsDatabase(args) || !existsSync(inData('postgres'))) return work(process.env);
  const { startPostgres } = await import('../postgres/start.mjs');
  const server = await startPostgres({ dataDir: inData('postgres') });
  try {
    return await work({ ...process.env, DATABASE_URL: server.url });
  } finally {
    await server.stop();
  }
}

async function bundle() {
  const env = pinnedEnvironment();
  const { code, text } = await runQuietly(pinnedNode(), [inRoot('apps/dev/build/api.mjs')], { cwd: root, env });
  if (code !== 0) throw new Refusal(words.stepFailed(words.steps.build), lastLines(text));
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function run(args, env) {
  // npm moves to the project's folder; files are named from where the person stands.
  const cwd = process.env.npm_lifecycle_event === undefined ? process.cwd() : (process.env.INIT_CWD ?? process.cwd());
  const child = spawn(pinnedNode(), [program, ...args], { cwd, env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? cannotStart));
  });
}
