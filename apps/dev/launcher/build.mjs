// @ts-check
// Builds what `npm start` serves. Nx remembers, so an unchanged source costs a second.
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { saysDiskFull } from '../postgres/failure.mjs';
import { lastLines, runQuietly } from './child.mjs';
import { pinnedEnvironment, pinnedNode } from './pinned-node.mjs';
import { inRoot, root } from './places.mjs';
import { Refusal } from './refusal.mjs';
import { isStale } from './staleness.mjs';
import { stopAsked } from './stop.mjs';
import { words } from './words.mjs';

/** Nx needs seconds to learn that nothing changed; the dates of these files say so in a few milliseconds. */
const sources = [
  'apps/api',
  'apps/web',
  'apps/dev/build',
  'libs',
  'migrations',
  'nx.json',
  'package-lock.json',
  'tsconfig.base.json',
].map((path) => inRoot(path));

const outputs = {
  api: inRoot('dist', 'apps', 'api', 'main.mjs'),
  web: inRoot('dist', 'apps', 'web', 'browser', 'index.html'),
};

/**
 * @param {('api' | 'web')[]} projects
 * @throws {Refusal} with the compiler's words
 */
export async function build(projects) {
  const stamp = inRoot('dist', `.built-${projects.join('-')}`);
  if (projects.every((project) => existsSync(outputs[project])) && !isStale(stamp, sources)) return;
  const begun = new Date();
  const env = { ...pinnedEnvironment(), NX_DAEMON: 'false', NX_TUI: 'false', CI: 'true', FORCE_COLOR: '0' };
  const nx = inRoot('node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const args = ['run-many', '-t', 'build', '-p', projects.join(','), '--output-style=static', '--parallel=1'];
  await must(pinnedNode(), [nx, ...args], env);
  const browser = inRoot('dist', 'apps', 'web', 'browser');
  if (projects.includes('web') && existsSync(browser)) {
    await must(pinnedNode(), [inRoot('apps', 'dev', 'build', 'web.mjs')], env);
  }
  writeFileSync(stamp, '');
  // What changed while it was being built is not in it.
  utimesSync(stamp, begun, begun);
}

/**
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function must(file, args, env) {
  const { code, text } = await runQuietly(file, args, { cwd: root, env, signal: stopAsked });
  if (code === 0) return;
  if (saysDiskFull(text)) throw new Refusal(words.diskFull(root));
  throw new Refusal(words.stepFailed(words.steps.build), lastLines(text, 60));
}
