// @ts-check
import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and keeps the end of what it says.
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onText?: (text: string) => void }} [options]
 * @returns {Promise<{ code: number, text: string }>} code 1 when a signal ended it; rejects when it cannot start
 */
export function runQuietly(file, args, options = {}) {
  const { onText, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (/** @type {string} */ chunk) => {
        text = (text + chunk).slice(-40_000);
        onText?.(chunk);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, text }));
  });
}

/**
 * The last lines of a program's words.
 * @param {string} text
 * @param {number} [count]
 */
export const lastLines = (text, count = 25) => text.trimEnd().split('\n').slice(-count).join('\n');
