// Kills the API with -9 again and again during submissions, and the whole of PostgreSQL during drafts of offers; then an
// independent checker goes over the recorded history. Its negative control: with synchronous_commit off an answer does
// not wait for the disk, so what lay in the server's memory is lost with it, and the checker has to find that.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SheetResponse } from '@zit/contracts';
import { Client } from 'pg';
import { freePort } from '../postgres/port.mjs';
import { startPostgres } from '../postgres/start.mjs';
import { killFamily, relayTo } from './crash';
import { describeMachine, table } from './figures';
import { checkHistory, type Attempt, type Found, type Receipt } from './history/check-history';

const FULL = process.argv.includes('--full');
const OFFERS = FULL ? 200 : 80;
const API_KILLS = FULL ? 40 : 8;
const DATABASE_KILLS = FULL ? 15 : 3;
const CLIENTS = 6;
/** Offers that two of their members write. */
const DRAFTS = 3;
/** Nobody tries one act longer than this: milliseconds. */
const PATIENCE = 90_000;

interface Planted {
  calls: { callId: string; offers: { offerId: string; sha256: string; token: string }[] }[];
  drafts: { offerId: string; path: string; token: string }[];
}

type Draft = Planted['drafts'][number];

const main = join(process.cwd(), 'dist/apps/api/main.mjs');
const folder = mkdtempSync(join(tmpdir(), 'zit-kill-'));
const dataDir = join(folder, 'data');
let server = await startPostgres({ dataDir });
// A server that was killed comes back on another port, and the portal knows one address.
const relay = await relayTo(() => server.port);
const address = new URL(server.url);
address.port = String(relay.port);
const databaseUrl = address.href;
const env = {
  ...process.env,
  ...{ DATABASE_URL: databaseUrl, PORTAL_MODE: 'demo', PORTAL_WORKER: 'separate', LOG_LEVEL: 'fatal' },
  ...{ HOST: '127.0.0.1', PORT: String(await freePort()), RECEIPTS_FILE: join(folder, 'receipts.jsonl') },
};
const origin = `http://127.0.0.1:${env.PORT}`;
const attempts: Attempt[] = [];
let api: ChildProcess;

console.log(describeMachine());
// Past the relay, which passes nothing on while this process waits.
execFileSync(process.execPath, [main, 'migrate'], { env: { ...env, DATABASE_URL: server.url }, stdio: 'pipe' });
const beside = new URL('./bench-offers.mjs', import.meta.url).href;
const { plantOffers } = (await import(beside)) as {
  plantOffers(url: string, counts: number[], drafts: number): Promise<Planted>;
};
const planted = await plantOffers(server.url, [OFFERS], DRAFTS);
const offers = planted.calls[0]?.offers ?? [];
await serve();

const rows = [['', 'acts', 'attempts', 'kills', 'faults']];
const killed = await submitUnderFire();
const faults = await verdict(`API killed while ${offers.length} offers are handed in`, killed);
const crashed = await saveUnderFire(DATABASE_KILLS);
faults.push(...(await verdict('PostgreSQL killed while members write their offers', crashed)));
for (const name of ['synchronous_commit = off', `wal_writer_delay = '10s'`, `wal_writer_flush_after = '1GB'`])
  await sql(`alter system set ${name}`);
await sql('select pg_reload_conf()');
// Read by processes that begin after it.
await pause(500);
let lost: string[] = [];
for (let tries = 0; tries < 5 && lost.length === 0; tries++)
  lost = await verdict('negative control: without durability', await saveUnderFire(1));
console.log(table(rows));
console.log(faults.length === 0 ? 'nothing lost, doubled or falsely late' : faults.join('\n'));
console.log(lost.length > 0 ? `control: found, e.g. ${lost[0]}` : 'control: THE CHECKER FOUND NOTHING');
process.exitCode = faults.length === 0 && lost.length > 0 ? 0 : 1;
api!.removeAllListeners('exit').kill('SIGKILL');
relay.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });

/** Starts the API again whenever it is killed. */
async function serve(): Promise<void> {
  api = spawn(process.execPath, [main, 'serve'], { env, stdio: 'ignore' });
  api.once('exit', () => void serve());
  await ready();
}

async function ready(): Promise<void> {
  while (!(await fetch(`${origin}/readyz`).catch(() => null))?.ok) await pause(50);
}

/** Every offer is handed in by one of a few clients, again under its key until it is answered. */
async function submitUnderFire(): Promise<number> {
  const queue = [...offers];
  let done = false;
  let kills = 0;
  const killing = (async () => {
    while (!done && kills < API_KILLS) {
      await pause(300 + Math.random() * 900);
      if (done) break;
      const ended = once(api, 'exit');
      api.kill('SIGKILL');
      await ended;
      kills++;
      await ready();
    }
  })();
  const client = async (): Promise<void> => {
    for (let offer = queue.shift(); offer; offer = queue.shift()) {
      const { offerId, sha256, token } = offer;
      const key = randomUUID();
      const body = { id: key, sha256 };
      await until(
        { key, id: offerId },
        () => ask('POST', `/offers/${offerId}/submissions`, token, body),
        (answer) => ({
          receipt: answer as Receipt,
        }),
      );
      // So that all kills fall among submissions, however fast the machine is.
      while (!done && kills < (API_KILLS * (offers.length - queue.length - CLIENTS)) / offers.length) await pause(20);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  done = true;
  await killing;
  await ready();
  return kills;
}

/** Members write one value after the other into a field of theirs while the database dies and comes back. */
async function saveUnderFire(kills: number): Promise<number> {
  let done = false;
  const writer = async (draft: Draft): Promise<void> => {
    const { offerId, path, token } = draft;
    for (let n = 0; !done; n++) {
      const key = randomUUID();
      const value = `zapis ${Date.now()}-${n}`;
      const body = { save: key, changes: [{ path, base: await baseOf(draft), value }] };
      await until(
        { key, id: `${offerId} ${path}`, value },
        () => ask('PATCH', `/offers/${offerId}/sheet`, token, body),
        () => ({}),
      );
    }
  };
  const writing = planted.drafts.map(writer);
  for (let n = 0; n < kills; n++) {
    await pause(1_500 + Math.random() * 500);
    await crash();
    await ready();
  }
  done = true;
  await Promise.all(writing);
  return kills;
}

/** Every process of PostgreSQL dies by -9, its memory with them; it starts again from what is on the disk. */
async function crash(): Promise<void> {
  killFamily(server.pid);
  server = await startPostgres({ dataDir });
}

/** Revision of the field: that of the sheet grows with what other members write. */
async function baseOf({ offerId, path, token }: Draft): Promise<number> {
  for (let tries = 0; tries < 500; tries++) {
    const { status, body } = await ask('GET', `/offers/${offerId}/sheet`, token);
    if (status === 200) return (body as SheetResponse).fields.find((field) => field.path === path)?.rev ?? 0;
    await pause(50);
  }
  throw new Error(`offer ${offerId} cannot be read`);
}

/** Repeats an act under its key until it is answered, and writes down every attempt. */
async function until(
  act: Pick<Attempt, 'key' | 'id' | 'value'>,
  send: () => Promise<{ status: number; body: unknown }>,
  told: (body: unknown) => Pick<Attempt, 'receipt'>,
): Promise<void> {
  for (const first = Date.now(); Date.now() - first < PATIENCE;) {
    const begun = Date.now();
    const { status, body } = await send();
    const outcome = status >= 200 && status < 300 ? 'ok' : status === 0 || status >= 500 ? 'unknown' : 'refused';
    attempts.push({ ...act, begun, ended: Date.now(), outcome, ...(outcome === 'ok' ? told(body) : {}) });
    if (outcome !== 'unknown') return;
    await pause(50);
  }
}

async function ask(
  method: string,
  path: string,
  token: string,
  body?: object,
): Promise<{ status: number; body: unknown }> {
  try {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { origin, cookie: `zit=${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(30_000),
    });
    return { status: answer.status, body: await answer.json() };
  } catch {
    // Killed in the middle: nobody can say what became of it.
    return { status: 0, body: null };
  }
}

/** What is found now, against everything that was seen so far. */
async function verdict(what: string, kills: number): Promise<string[]> {
  const found: Found = {
    receipts:
      await sql(`select r.request_id as key, r.offer_id as "offerId", r.no, o.state, s.number = r.number as standing,
        (r.receipt::jsonb - array['kind', 'offerId', 'callNumber', 'edition', 'consortium', 'leader', 'digests', 'seal',
          'replaces']) || jsonb_build_object('receiptSha256', r.receipt_sha256) as receipt
      from offer_receipt r join offer o on o.id = r.offer_id left join offer_standing s on s.offer_id = o.id`),
    journal: (
      await sql<{ number: string }>(`select details ->> 'number' as number from journal where act = 'SUBMIT_OFFER'`)
    ).map(({ number }) => number),
    file: readFileSync(env.RECEIPTS_FILE, 'utf8')
      .split('\n')
      .flatMap((line) => /^\{"receiptSha256":"([0-9a-f]+)"/.exec(line)?.[1] ?? []),
    saves: await sql(`select save_id as key, sheet_id || ' ' || path as id, after #>> '{}' as value,
      set_aside as aside from sheet_change`),
    values: Object.fromEntries(
      (
        await sql<{ id: string; value: string }>(`select sheet_id || ' ' || path as id, value #>> '{}' as value
        from sheet_field`)
      ).map(({ id, value }) => [id, value]),
    ),
  };
  const seen = attempts.map((attempt) => (attempt.receipt ? { ...attempt, receipt: brief(attempt.receipt) } : attempt));
  const wrong = checkHistory(seen, found);
  const acts = new Set(attempts.map(({ key }) => key)).size;
  rows.push([what, String(acts), String(attempts.length), String(kills), String(wrong.length)]);
  console.log(`${what}: ${kills} kills, ${wrong.length} faults`);
  return wrong;
}

function brief(of: Receipt): Receipt {
  const { number, receivedAt, deadlineAt, lateMs, sha256, receiptSha256, journalled } = of;
  return { number, receivedAt, deadlineAt, lateMs, sha256, receiptSha256, journalled };
}

/** Asks anew when the database has just died. */
async function sql<Row>(text: string): Promise<Row[]> {
  for (let tries = 0; ; tries++) {
    const client = new Client({ connectionString: databaseUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(text)).rows as Row[];
    } catch (error) {
      if (tries > 200) throw error;
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
