// @ts-check
// Jest's globalTeardown: stops and removes the server of jest-server.mjs.
import { rmSync } from 'node:fs';

export default async function stopTestServer() {
  const { zitTestServer } = /** @type {typeof globalThis & import('./jest-server.mjs').Left} */ (globalThis);
  if (!zitTestServer) return;
  await zitTestServer.stop();
  rmSync(zitTestServer.dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
