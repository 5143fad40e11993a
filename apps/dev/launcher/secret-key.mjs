// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Where the portal finds the key that seals second factors: what is set, otherwise a file in the data folder, made
 * on first use. It belongs into every copy of the folder: without it the one-time codes of everybody are lost.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ SECRET_KEY_FILE?: string }}
 */
export function secretKeyIn(folder, env) {
  if (env.SECRET_KEY || env.SECRET_KEY_FILE || env.PORTAL_MODE === 'demo') return {};
  const file = join(folder, 'secret-key');
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  return { SECRET_KEY_FILE: file };
}
