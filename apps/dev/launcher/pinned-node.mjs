// @ts-check
// The Node.js that the project is tested with: a package, so it needs no installation of its own.
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { inRoot } from './places.mjs';
import { Refusal } from './refusal.mjs';
import { words } from './words.mjs';

const major = 24;

/**
 * @returns {string} path of the program
 * @throws {Refusal} when there is none for this system and the running one is older
 */
export function pinnedNode() {
  const { platform, arch } = process;
  const pack = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
  const path = inRoot('node_modules', pack, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(path)) return path;
  if (Number(process.versions.node.split('.')[0]) >= major) return process.execPath;
  throw new Refusal(words.noPinnedNode(process.versions.node, major));
}

/** The environment in which scripts find the pinned Node and the project's programs first. */
export function pinnedEnvironment() {
  const own = inRoot('node_modules', '.bin');
  return { ...process.env, PATH: [own, process.env.PATH ?? ''].join(delimiter) };
}
