// Handing in offers over HTTP, against the very statements that these submissions send, driven bare. An offer is handed
// in once, so each block has a copy of the database of its own; A B B A, and the database waits for its disk. Each block
// hands some in before the clock runs: a portal has been serving for a while when its deadline comes.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startPostgres } from '../postgres/start.mjs';
import { describeMachine, median, ms, percentile, table } from './figures';

const FULL = process.argv.includes('--full');
/** Each hands in the offers of a call of its own: numbers of a call follow one another. */
const CLIENTS = 4;
const OFFERS = FULL ? 100 : 20;
/** Of each client, before its clock runs. */
const WARM = 15;
const BLOCKS = FULL ? 3 : 2;

interface Statement {
  sql: string;
  values: unknown[];
}
interface Waiting {
  offerId: string;
  sha256: string;
  token: string;
}
interface Api {
  serving: string;
  /** Tells its statements. */
  open: string;
  told: Statement[];
  stop(): Promise<void>;
}

const agent = new Agent({ keepAlive: true });
const folder = mkdtempSync(join(tmpdir(), 'zit-submit-'));
const server = await startPostgres({ dataDir: join(folder, 'data') });
const env = { ...process.env, PORTAL_MODE: 'demo', LOG_LEVEL: 'fatal', HOST: '127.0.0.1', PORT: '0' };
execFileSync(process.execPath, [join(process.cwd(), 'dist/apps/api/main.mjs'), 'migrate'], {
  env: { ...env, DATABASE_URL: server.url },
  stdio: 'pipe',
});
const beside = new URL('./bench-offers.mjs', import.meta.url).href;
const { plantOffers } = (await import(beside)) as {
  plantOffers(url: string, counts: number[]): Promise<{ calls: { offers: Waiting[] }[] }>;
};
const { calls } = await plantOffers(
  server.url,
  Array.from({ length: CLIENTS }, () => WARM + OFFERS),
);
await letInstantsAge();

const recorded = await record();
const taken: Record<'bare' | 'portal', number[][]> = { bare: [], portal: [] };
for (let n = 0; n < BLOCKS; n++)
  for (const way of ['portal', 'bare', 'bare', 'portal'] as const) taken[way].push(await block(way));
const ratio = perSecond('portal') / perSecond('bare');
console.log(describeMachine());
console.log(`${CLIENTS} clients, ${OFFERS} offers of ${recorded[0]?.[0]?.length} statements each in a block`);
console.log(
  table([
    ['', 'a second', 'median', 'p99', 'ratio'],
    ['bare pg', ...figures('bare'), '1.00'],
    ['portal', ...figures('portal'), ratio.toFixed(2)],
  ]),
);
console.log(`ratio ${ratio.toFixed(2)}, goal at least 0.60`);
await server.stop();
rmSync(folder, { recursive: true, force: true });

/** Milliseconds of each submission, and at the end those of the whole block. */
async function block(way: 'bare' | 'portal'): Promise<number[]> {
  const { url, drop } = await copy(way);
  const api = way === 'portal' ? await startApi(url) : null;
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => connect(url)));
  const handIn = async (from: number, to: number): Promise<number[]> => {
    const each = calls.map(async ({ offers }, at) => {
      const times: number[] = [];
      for (const [n, offer] of [...offers.entries()].slice(from, to)) {
        const start = performance.now();
        if (api) await submit(api.serving, offer);
        else await replay(clients[at] as Client, recorded[at]?.[n] ?? []);
        times.push(performance.now() - start);
      }
      return times;
    });
    return (await Promise.all(each)).flat();
  };
  await handIn(0, WARM);
  const begun = performance.now();
  const times = await handIn(WARM, WARM + OFFERS);
  times.push(performance.now() - begun);
  const { rows } = await (clients[0] as Client).query<{ n: number }>(`select count(*)::int as n from offer_standing`);
  const all = CLIENTS * (WARM + OFFERS);
  if (rows[0]?.n !== all) throw new Error(`${way}: ${rows[0]?.n} of ${all} were handed in`);
  await Promise.all(clients.map((client) => client.end()));
  await api?.stop();
  await drop();
  return times;
}

/** The statements of each submission, as the portal sends them once it is warm. */
async function record(): Promise<Statement[][][]> {
  const { url, drop } = await copy('record');
  const api = await startApi(url);
  const all: Statement[][][] = [];
  for (const { offers } of calls) {
    const own: Statement[][] = [];
    for (const offer of offers) {
      api.told.length = 0;
      await submit(api.open, offer);
      const whole = (): boolean =>
        api.told.some(({ sql }) => sql.includes('tell_offer')) && api.told.at(-1)?.sql === 'COMMIT';
      while (!whole()) await pause(10);
      own.push([...api.told]);
    }
    all.push(own);
  }
  await api.stop();
  await drop();
  return all;
}

async function replay(client: Client, statements: readonly Statement[]): Promise<void> {
  for (const { sql, values } of statements) await client.query(sql, values.length > 0 ? values : undefined);
}

/** By bare `http`: whatever the client costs is taken from the portal, which shares the machine with it. */
async function submit(origin: string, { offerId, sha256, token }: Waiting): Promise<void> {
  const sent = request(`${origin}/api/v1/offers/${offerId}/submissions`, {
    method: 'POST',
    agent,
    headers: { origin, cookie: `zit=${token}`, 'content-type': 'application/json' },
  }).end(JSON.stringify({ id: randomUUID(), sha256 }));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const text = Buffer.concat(await answer.toArray()).toString();
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${text.slice(0, 300)}`);
}

async function startApi(url: string): Promise<Api> {
  const program = join(process.cwd(), 'dist/bench/bench-sheet.mjs');
  const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', program], {
    env: { ...env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: Statement[] = [];
  const ports = await new Promise<number[]>((resolve) => {
    if (!child.stdout) throw new Error('no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as Statement | { ports: number[] };
      if ('ports' in said) resolve(said.ports);
      else told.push(said);
    });
  });
  const [serving = '', open = ''] = ports.map((port) => `http://127.0.0.1:${port}`);
  return {
    ...{ serving, open, told },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A database as it was before anything was handed in. */
async function copy(name: string): Promise<{ url: string; drop(): Promise<void> }> {
  const url = new URL(server.url);
  const template = url.pathname.slice(1);
  url.pathname = '/postgres';
  const admin = new Client({ connectionString: url.href });
  await admin.connect();
  await admin.query(`create database copy_${name} template ${template}`);
  const own = new URL(server.url);
  own.pathname = `/copy_${name}`;
  return {
    url: own.href,
    drop: async () => {
      await admin.query(`drop database copy_${name} with (force)`);
      await admin.end();
    },
  };
}

/** Statements are driven bare some time after they were recorded: the database believes their instants for an hour. */
async function letInstantsAge(): Promise<void> {
  const client = await connect(server.url);
  const { rows } = await client.query<{ text: string }>(
    `select pg_get_functiondef('offer_receipt_follows'::regproc) as text`,
  );
  const text = rows[0]?.text ?? '';
  if (!text.includes(`'10 minutes'`)) throw new Error('the bound of the instant is written otherwise');
  await client.query(text.replace(`'10 minutes'`, `'1 hour'`));
  await client.end();
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

function perSecond(way: 'bare' | 'portal'): number {
  const wholes = taken[way].map((times) => times.at(-1) ?? NaN);
  return (CLIENTS * OFFERS * 1_000 * wholes.length) / wholes.reduce((sum, whole) => sum + whole, 0);
}

function figures(way: 'bare' | 'portal'): string[] {
  const times = taken[way].flatMap((block_) => block_.slice(0, -1));
  return [perSecond(way).toFixed(0), ms(median(times)), ms(percentile(times, 99))];
}
