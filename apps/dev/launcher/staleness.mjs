// @ts-check
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether a built file is missing or older than anything it was built from. Folders count too: they change when a
 * file in them goes away.
 * @param {string} built
 * @param {string[]} sources files and folders
 */
export function isStale(built, sources) {
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  return sources.some((path) => hasNewer(path, since));
}

/**
 * @param {string} path
 * @param {number} than milliseconds since 1970
 * @returns {boolean}
 */
function hasNewer(path, than) {
  if (!existsSync(path)) return false;
  const stat = statSync(path);
  if (stat.mtimeMs > than) return true;
  return stat.isDirectory() && readdirSync(path).some((name) => hasNewer(join(path, name), than));
}
