// @ts-check
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { lastLines, runQuietly } from './child.mjs';
import { build } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { pinnedEnvironment, pinnedNode } from './pinned-node.mjs';
import { inRoot, root } from './places.mjs';
import { told } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { tell } from './tell.mjs';
import { words } from './words.mjs';

const names = readdirSync(inRoot('apps', 'dev', 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));

/** What a bench needs built before it can measure it. */
const needs = /** @type {Record<string, ('api' | 'web')[]>} */ ({
  rules: [],
  organisations: ['api'],
  journal: ['api'],
  rls: ['api'],
  sheet: ['api'],
  deadline: [],
  kill: ['api'],
  submit: ['api'],
  agreement: ['api'],
  'first-load': ['web'],
  'login-storm': ['api'],
  ranking: ['api'],
  'score-grid': ['api', 'web'],
  sqlmap: ['api'],
});

/** @param {string[]} args names, none means all; and options, which every bench gets */
export async function benchRun(args) {
  const options = args.filter((arg) => arg.startsWith('--'));
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  try {
    const unknown = wanted.find((name) => !names.includes(name));
    if (unknown !== undefined) throw new Refusal(words.unknownBench(unknown, names));
    await ensureInstalled();
    for (const name of wanted.length > 0 ? wanted : names) {
      const projects = needs[name] ?? ['api', 'web'];
      if (projects.length > 0) await told(words.steps.build, () => build(projects));
      await bundle(name);
      process.exitCode = (await run(name, options)) || process.exitCode || 0;
    }
  } catch (error) {
    tell(error);
    process.exitCode = 1;
  }
}

/** @param {string} name */
async function bundle(name) {
  const command = [inRoot('apps', 'dev', 'build', 'bench.mjs'), name];
  const { code, text } = await runQuietly(pinnedNode(), command, { cwd: root, env: pinnedEnvironment() });
  if (code !== 0) throw new Refusal(words.stepFailed(name), lastLines(text));
}

/**
 * @param {string} name
 * @param {string[]} options
 * @returns {Promise<number>}
 */
function run(name, options) {
  const command = ['--enable-source-maps', inRoot('dist', 'bench', `${name}.mjs`), ...options];
  const child = spawn(pinnedNode(), command, { cwd: root, env: pinnedEnvironment(), stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
