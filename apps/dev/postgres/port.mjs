// @ts-check
import { connect, createServer } from 'node:net';

/** PostgreSQL's SSLRequest: 8 bytes long, code 80877103. Any server answers 'S' or 'N' without a password. */
const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/**
 * Whether a PostgreSQL server answers on the loopback port.
 * @param {number} port
 * @param {number} [timeout] milliseconds
 * @returns {Promise<boolean>}
 */
export function answers(port, timeout = 2_000) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (/** @type {boolean} */ result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(timeout, () => end(false));
    socket.once('connect', () => socket.write(sslRequest));
    socket.once('data', (data) => end(data[0] === 83 || data[0] === 78));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
  });
}

/**
 * A loopback port that nobody holds at this moment.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
