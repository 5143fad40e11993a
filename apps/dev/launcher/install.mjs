// @ts-check
// Packages as package-lock.json says, installed only when they are not there already.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { saysDiskFull } from '../postgres/failure.mjs';
import { lastLines, runQuietly } from './child.mjs';
import { requireSpace } from './disk.mjs';
import { inRoot, root } from './places.mjs';
import { told } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { stopAsked } from './stop.mjs';
import { words } from './words.mjs';

const stamp = inRoot('node_modules', '.zit-installed');
/** Measured: 1 240 MB of packages, and npm's cache beside them. */
const neededMegabytes = 2_500;

/** Hash of what decides which packages are right for this machine. */
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');

/**
 * @param {NodeJS.WriteStream} [out] where progress is told
 * @throws {Refusal} no network, no npm, no space, or npm's own words
 */
export async function ensureInstalled(out = process.stdout) {
  const wanted = lockHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!installedByHand()) await told(words.steps.install, install, { out });
  writeFileSync(stamp, wanted);
}

async function install() {
  requireSpace(root, neededMegabytes);
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const quiet = {
    cwd: root,
    signal: stopAsked,
    env: { ...process.env, npm_config_loglevel: 'error', npm_config_update_notifier: 'false' },
  };
  const { code, text } = await (
    npm && /\.c?js$/.test(npm)
      ? runQuietly(process.execPath, [npm, ...args], quiet)
      : runQuietly(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, quiet)
  ).catch((error) => {
    throw error.code === 'ENOENT' ? new Refusal(words.noNpm) : error;
  });
  if (code === 0) return;
  if (saysDiskFull(text)) throw new Refusal(words.diskFull(root));
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(text)) {
    throw new Refusal(words.noNetwork, lastLines(text));
  }
  throw new Refusal(words.stepFailed(words.steps.install), lastLines(text));
}

/** Whether a developer's own npm install left exactly the packages of the lock file. */
function installedByHand() {
  const installed = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  /** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, link?: boolean }>} Packages */
  const have = /** @type {Packages} */ (JSON.parse(readFileSync(installed, 'utf8')).packages ?? {});
  const want = /** @type {Packages} */ (JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages ?? {});
  const same = (/** @type {string} */ path) =>
    want[path]?.version === have[path]?.version && want[path]?.integrity === have[path]?.integrity;
  const required = Object.keys(want).filter((path) => path !== '' && !want[path]?.optional);
  return (
    required.every((path) => have[path]) && Object.keys(have).every(same) && existsSync(inRoot('node_modules', 'nx'))
  );
}
