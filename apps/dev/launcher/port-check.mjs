// @ts-check
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';
import { words } from './words.mjs';

/**
 * Makes sure that the port can be opened. A server that is just closing gets a moment.
 * @param {{ host: string, port: number }} place
 * @param {number} patience milliseconds
 * @throws {Refusal}
 */
export async function requirePort({ host, port }, patience) {
  const deadline = Date.now() + patience;
  for (;;) {
    const fault = await tryPort(host, port);
    if (fault === '') return;
    if (fault === 'EACCES') throw new Refusal(words.portRefused(port));
    if (Date.now() >= deadline) throw new Refusal(words.portTaken(port), fault === 'EADDRINUSE' ? '' : fault);
    await pause(200);
  }
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string>} '' or the system's error code
 */
function tryPort(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve('code' in error ? String(error.code) : String(error)));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve('')));
  });
}
