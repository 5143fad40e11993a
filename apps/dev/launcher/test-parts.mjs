// @ts-check
// The parts of npm test. Each answers how many checks passed and failed, and what its programs said.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { lastLines, runQuietly } from './child.mjs';
import { pinnedEnvironment, pinnedNode } from './pinned-node.mjs';
import { root } from './places.mjs';
import { Refusal } from './refusal.mjs';
import { words } from './words.mjs';

/** @typedef {import('./test-run.mjs').Outcome} Outcome */

const projects = [
  'libs/domain',
  'libs/contracts',
  'libs/documents',
  'libs/sample',
  'migrations',
  'apps/api',
  'apps/web',
  'apps/web-e2e',
  'apps/dev',
];

/** @type {Record<string, () => Promise<Outcome>>} */
export const parts = {
  lint,
  types,
  domain: () => jest('libs/domain'),
  contracts: () => jest('libs/contracts'),
  documents: () => jest('libs/documents'),
  build: builds,
  api: () => jest('apps/api'),
  web: () => jest('apps/web'),
  dev: () => jest('apps/dev'),
  'web-e2e': () => jest('apps/web-e2e'),
};

/** A part that hangs is a failed part: minutes. */
const longest = 40;

/**
 * Runs one of the project's own programs under the pinned Node.
 * @param {string[]} command path from the top folder, and arguments
 */
async function run(command) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), longest * 60_000);
  const env = { ...pinnedEnvironment(), NX_DAEMON: 'false', FORCE_COLOR: '0', NODE_OPTIONS: '' };
  try {
    return await runQuietly(pinnedNode(), command, { cwd: root, env, signal: controller.signal });
  } catch (error) {
    if (controller.signal.aborted) return { code: 1, text: words.tooLong(longest) };
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Lint with the boundaries between rooms: one check per project. */
async function lint() {
  const report = temporary('lint.json');
  // Without Nx's picture of the projects the rule about their boundaries is skipped, and an old picture misjudges.
  const drawn = await run(['node_modules/nx/dist/bin/nx.js', 'show', 'projects', '--json']);
  if (drawn.code !== 0) return { passed: 0, failed: projects.length, text: drawn.text };
  const eslint = ['node_modules/eslint/bin/eslint.js', '-c', 'apps/dev/settings/eslint.config.mjs'];
  const { code, text } = await run([...eslint, '-f', 'json', '-o', report.path, ...projects]);
  /** @type {{ filePath: string, messages: { line?: number, ruleId: string | null, message: string, severity: number }[] }[]} */
  const files = report.read() ?? [];
  report.remove();
  const faults = files.flatMap(({ filePath, messages }) =>
    messages.map((each) => `${filePath.slice(root.length + 1)}:${each.line ?? 1} ${each.message} (${each.ruleId})`),
  );
  const broken = projects.filter((project) => faults.some((fault) => fault.startsWith(`${project}/`)));
  if (files.length === 0 || (code !== 0 && broken.length === 0)) return { passed: 0, failed: projects.length, text };
  return { passed: projects.length - broken.length, failed: broken.length, text: faults.join('\n') };
}

/** Type check: one check per tsconfig that a project checks itself with. */
async function types() {
  const results = [];
  for (const project of projects) {
    const { code, text } = await run([
      'node_modules/typescript/bin/tsc',
      '-p',
      `${project}/tsconfig.json`,
      '--noEmit',
      '--pretty',
      'false',
    ]);
    results.push({ ok: code === 0, text });
  }
  return counted(results);
}

/** What npm start serves can be built: one check per program. */
async function builds() {
  const results = [];
  for (const project of /** @type {const} */ (['api', 'web'])) {
    const failure = await build([project]).then(
      () => null,
      (error) => {
        if (error instanceof Refusal) return error.details;
        throw error;
      },
    );
    results.push({ ok: failure === null, text: failure ?? '' });
  }
  return counted(results);
}

/**
 * @param {{ ok: boolean, text: string }[]} results
 * @returns {Outcome}
 */
const counted = (results) => ({
  passed: results.filter(({ ok }) => ok).length,
  failed: results.filter(({ ok }) => !ok).length,
  text: results.map(({ ok, text }) => (ok ? '' : text)).join('\n'),
});

/**
 * A project's tests. A skipped test is not a passed one, and a file that does not even load is a failure.
 * @param {string} project
 * @returns {Promise<Outcome>}
 */
async function jest(project) {
  const report = temporary('jest.json');
  const settings = `${project}/jest.config.mjs`;
  // Two workers: the machine of the house has two cores.
  const args = ['-c', settings, '--ci', '--json', '--outputFile', report.path, '--maxWorkers=2', '--passWithNoTests'];
  const { code, text } = await run(['node_modules/jest/bin/jest.js', ...args]);
  /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, numRuntimeErrorTestSuites: number, testResults: { message: string }[] } | null} */
  const result = report.read();
  report.remove();
  if (!result) return { passed: 0, failed: 1, text };
  const skipped = result.numPendingTests + result.numTodoTests;
  const failed = result.numFailedTests + skipped + result.numRuntimeErrorTestSuites;
  const messages = result.testResults.map(({ message }) => message).filter((message) => message !== '');
  return {
    passed: result.numPassedTests,
    // A failing setup or teardown shows only in the exit code.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    text: messages.length > 0 ? messages.join('\n') : lastLines(text, 200),
  };
}

/** @param {string} name */
function temporary(name) {
  const folder = mkdtempSync(join(tmpdir(), 'zit-report-'));
  return {
    path: join(folder, name),
    read: () => (readdirSync(folder).includes(name) ? JSON.parse(readFileSync(join(folder, name), 'utf8')) : null),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
