// @ts-check
// Loaded before the server (node --import): when the launcher dies, however it dies, the server closes by itself.
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // The channel alone must not keep a finished program alive.
  process.channel.unref();
}
