import { once } from 'node:events';
import { askSecretly } from './ask-secretly';
import { main } from './main';

process.exitCode = await main(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  stdin: () => process.stdin,
  now: () => new Date().toISOString(),
  environment: process.env,
  ...(process.stdin.isTTY
    ? { askSecretly: (question: string) => askSecretly(process.stdin, process.stderr, question) }
    : {}),
  drained: async () => {
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  },
});
