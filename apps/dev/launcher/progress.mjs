// @ts-check
import { words } from './words.mjs';

/** How often a quiet terminal (a log, a CI run) hears that something still goes on: milliseconds. */
const reminder = 15_000;

/**
 * Runs one step and tells how long it takes: a living line on a terminal, a few lines elsewhere.
 * @template T
 * @param {string} what the step in plain words
 * @param {() => Promise<T>} step
 * @param {{ out?: NodeJS.WriteStream, good?: (result: T) => boolean }} [options] out: stdout unless told; good: whether
 *   the result deserves its tick
 * @returns {Promise<T>}
 */
export async function told(what, step, { out = process.stdout, good = () => true } = {}) {
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  const live = out.isTTY === true && process.env.CI === undefined;
  if (!live) out.write(`${words.begun(what)}\n`);
  const say = () =>
    out.write(live ? `\r\u001b[2K${words.running(what, elapsed())}` : `${words.running(what, elapsed())}\n`);
  const timer = setInterval(say, live ? 1_000 : reminder);
  try {
    const result = await step();
    out.write(`${live ? '\r\u001b[2K' : ''}${(good(result) ? words.done : words.failed)(what, elapsed())}\n`);
    return result;
  } finally {
    clearInterval(timer);
    if (live) out.write('\r\u001b[2K');
  }
}
