// @ts-check
import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from './refusal.mjs';
import { words } from './words.mjs';

/**
 * @param {string} folder need not exist yet
 * @param {number} megabytes
 * @throws {Refusal} when less is free
 */
export function requireSpace(folder, megabytes) {
  const free = freeMegabytes(folder);
  if (free < megabytes) throw new Refusal(words.littleSpace(folder, free, megabytes));
}

/** @param {string} folder */
function freeMegabytes(folder) {
  let existing = folder;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  return Math.floor((bavail * bsize) / 1_000_000);
}
