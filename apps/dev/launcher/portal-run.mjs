// @ts-check
import { spawn } from 'node:child_process';
import { lastLines, runQuietly } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { pinnedEnvironment, pinnedNode } from './pinned-node.mjs';
import { inRoot, root } from './places.mjs';
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
    process.exitCode = await run(args);
  } catch (error) {
    tell(error);
    process.exitCode = cannotStart;
  }
}

async function bundle() {
  const env = pinnedEnvironment();
  const { code, text } = await runQuietly(pinnedNode(), [inRoot('apps/dev/build/api.mjs')], { cwd: root, env });
  if (code !== 0) throw new Refusal(words.stepFailed(words.steps.build), lastLines(text));
}

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function run(args) {
  // npm moves to the project's folder; files are named from where the person stands.
  const cwd = process.env.npm_lifecycle_event === undefined ? process.cwd() : (process.env.INIT_CWD ?? process.cwd());
  const child = spawn(pinnedNode(), [program, ...args], { cwd, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? cannotStart));
  });
}
