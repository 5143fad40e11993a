// @ts-check
// Makes the passwords of a new installation: node apps/dev/deploy/make-secrets.mjs [FOLDER]. Nothing that exists is
// replaced. The certificate and its key are the office's own and are only named when missing.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @param {string} folder
 * @returns {{ made: string[], missing: string[] }} names of files
 */
export function makeSecrets(folder) {
  // Only root opens the folder; inside, the containers' own users (999, 1000, 101) must be able to read.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  /** @type {string[]} */
  const made = [];
  const once = (/** @type {string} */ name, /** @type {() => string} */ make) => {
    const path = join(folder, name);
    if (!existsSync(path)) {
      writeFileSync(path, make(), { mode: 0o444, flag: 'wx' });
      made.push(name);
    }
    return readFileSync(path, 'utf8').trim();
  };
  const random = () => randomBytes(24).toString('base64url');
  once('postgres_password', random);
  const portal = once('portal_password', random);
  const owner = once('portal_owner_password', random);
  once('pgbouncer_users', () => `"portal" "${portal}"\n`);
  once('database_url', () => `postgres://portal:${portal}@pgbouncer:6432/portal`);
  once('database_direct_url', () => `postgres://portal_owner:${owner}@postgres:5432/portal`);
  once('smtp_url', () => '');
  once('secret_key', () => randomBytes(32).toString('base64url'));
  once('oidc_providers', () => '[]');
  const missing = ['tls_certificate', 'tls_key'].filter((name) => !existsSync(join(folder, name)));
  return { made, missing };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? 'secrets';
  const { made, missing } = makeSecrets(folder);
  console.log(made.length > 0 ? `Utworzono w ${folder}: ${made.join(', ')}` : `W ${folder} niczego nie brakowało.`);
  if (missing.length > 0)
    console.log(`Dołóż certyfikat i klucz (PEM) jako: ${missing.map((name) => join(folder, name)).join(', ')}`);
}
