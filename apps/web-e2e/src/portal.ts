import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { cloneDatabase } from '@zit/test-database';
import { Client } from 'pg';

const root = join(__dirname, '..', '..', '..');
const clock = pathToFileURL(join(__dirname, 'stoppable-clock.mjs')).href;
const main = join(root, 'dist', 'apps', 'api', 'main.mjs');

/** Characters of the server's log; a journey says far less. */
const LOG_KEPT = 5_000_000;

export interface Portal {
  /** e.g. `http://127.0.0.1:40123` */
  readonly address: string;
  /** What the server has said so far: its log. */
  said(): string;
  /** Turns the clock back, or takes away what only an accident takes away: asked of the database itself. */
  inDatabase(statement: string, values?: unknown[]): Promise<void>;
  /** Stops the server's clock at an instant (milliseconds since 1970), or lets it run again; timers run on. */
  stopClock(at: number | null): Promise<void>;
  stop(): Promise<void>;
}

/** Settings that depend on where the portal will stand. */
export type MoreSettings = (port: number) => Promise<NodeJS.ProcessEnv>;

/** The built portal on a database of its own that holds the demo metropolis; one process, as `npm start` runs it. */
export async function openPortal(more: MoreSettings = () => Promise.resolve({})): Promise<Portal> {
  const database = await cloneDatabase({ name: 'metropolis', prepare: seed });
  const port = await freePort();
  const files = await mkdtemp(join(tmpdir(), 'zit-journey-'));
  const child = spawn(process.execPath, ['--import', clock, main, 'serve'], {
    env: {
      ...environment(database.url),
      ...(await more(port)),
      PORT: String(port),
      HOST: '127.0.0.1',
      PORTAL_WORKER: 'inline',
      FILES_DIRECTORY: files,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  const listen = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-LOG_KEPT));
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  const address = `http://127.0.0.1:${port}`;
  await until(
    `${address}/readyz`,
    () => child.exitCode === null,
    () => said,
  );
  return {
    address,
    said: () => said,
    inDatabase: async (statement, values) => {
      const client = new Client({ connectionString: database.url });
      await client.connect();
      await client.query(statement, values).finally(() => client.end());
    },
    stopClock: async (at) => {
      const heard = once(child, 'message');
      child.send({ clock: at });
      await heard;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(files, { recursive: true, force: true });
      await database.drop();
    },
  };
}

async function seed(url: string): Promise<void> {
  const child = spawn(process.execPath, [main, 'seed-demo'], {
    env: environment(url),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`seed-demo ended with ${code}: ${said}`);
}

const environment = (url: string): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  DATABASE_URL: url,
  PORTAL_MODE: 'demo',
  WEB_ROOT: join(root, 'dist', 'apps', 'web', 'browser'),
});

async function until(url: string, lives: () => boolean, said: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (!lives()) throw new Error(`the portal ended: ${said()}`);
    const ready = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await pause(100);
  }
  throw new Error(`the portal is not ready after 30 s: ${said()}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
