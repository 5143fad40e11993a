// The built portal on an embedded PostgreSQL of its own, with the demo metropolis, for benches over HTTP.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { freePort } from '../postgres/port.mjs';
import { startPostgres } from '../postgres/start.mjs';

const main = join(process.cwd(), 'dist/apps/api/main.mjs');

export interface BenchPortal {
  readonly sql: Pool;
  /** Of the running portal, for requests that are not the signed-in person's. */
  readonly origin: string;
  /** The signed-in person's, as a request carries it. */
  readonly cookie: string;
  /** File to which the database writes when it is told to log statements. */
  readonly databaseLog: string;
  /** JSON of an answer; throws when it is not a success. */
  ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** CPU seconds that the API process, its threads included, has used so far. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

/** @param email one of the demo logins */
export async function openPortal(email: string): Promise<BenchPortal> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zit-bench-'));
  // A bench reads far more than it writes; what it writes need not survive.
  const server = await startPostgres({ dataDir, test: true });
  const env = {
    ...process.env,
    DATABASE_URL: server.url,
    PORTAL_MODE: 'demo',
    PORTAL_WORKER: 'separate',
    LOG_LEVEL: 'error',
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
  };
  for (const command of ['migrate', 'seed-demo'])
    execFileSync(process.execPath, [main, command], { env, stdio: 'pipe' });
  const child = spawn(process.execPath, [main, 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const origin = `http://127.0.0.1:${env.PORT}`;
  while (!(await fetch(`${origin}/readyz`).catch(() => null))?.ok) await pause(50);
  const sql = new Pool({ connectionString: server.url, max: 2 });
  const signIn = await fetch(`${origin}/api/v1/demo-session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  const cookie = signIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return {
    sql,
    origin,
    cookie,
    databaseLog: join(dataDir, 'log', 'start.log'),
    ask: async <Answer>(method: string, path: string, body?: unknown) => {
      const answer = await fetch(`${origin}/api/v1${path}`, {
        method,
        headers: { origin, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
      return JSON.parse(text) as Answer;
    },
    cpuSeconds: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      // utime and stime, in ticks of 1/100 s.
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    stop: async () => {
      await sql.end();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
