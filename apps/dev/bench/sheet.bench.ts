// Saving one field of a call, or with --offers of an offer, over HTTP, against the very statements that such a save
// sends, driven bare in the same run. Each editor has a sheet of their own; blocks in the order A B B A, on a database
// that waits for its disk.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { CallResponse, SheetResponse, SheetSaved } from '@zit/contracts';
import { Client } from 'pg';
import { describeMachine, median, ms, percentile, table } from './figures';
import { openPortal } from './portal';

const FULL = process.argv.includes('--full');
const BLOCK_MS = FULL ? 8_000 : 3_000;
const BLOCKS = FULL ? 5 : 3;
const EDITORS = [1, 5];
const OFFERS = process.argv.includes('--offers');
/** A long text of the sheet, the room of the API, and who of the demo writes it. */
const [PATH, ROOM, EMAIL] = OFFERS
  ? ['basics.needs', 'offers', 'koordynator@zit.example']
  : ['texts.contact', 'calls', 'administrator@zit.example'];

interface Statement {
  sql: string;
  values: unknown[];
}
interface Target {
  id: string;
  rev: number;
  saves: number;
}
type Act = (target: Target) => Promise<void>;

const portal = await openPortal(EMAIL);
for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'])
  await portal.sql.query(`alter system set ${name} = on`);
await portal.sql.query('select pg_reload_conf()');

const child = spawn(process.execPath, ['--enable-source-maps', join(process.cwd(), 'dist/bench/bench-sheet.mjs')], {
  env: {
    ...process.env,
    DATABASE_URL: portal.sql.options.connectionString,
    PORTAL_MODE: 'demo',
    LOG_LEVEL: 'error',
    PORT: '0',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const told: Statement[] = [];
const ports = await new Promise<number[]>((resolve) => {
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as Statement | { ports: number[] };
    if ('ports' in said) resolve(said.ports);
    else told.push(said);
  });
});
const [serving = '', open = ''] = ports.map((port) => `http://127.0.0.1:${port}`);
const cookie = await signIn(serving);
const ask = async <Answer>(origin: string, method: string, path: string, body?: object): Promise<Answer> => {
  const answer = await fetch(`${origin}/api/v1/${ROOM}${path}`, {
    method,
    headers: { origin, cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
  return (await answer.json()) as Answer;
};
const save = async (origin: string, target: Target): Promise<string> => {
  const id = randomUUID();
  const changes = [{ path: PATH, base: target.rev, value: `zapis ${target.saves}` }];
  const saved = await ask<SheetSaved>(origin, 'PATCH', `/${target.id}/sheet`, { save: id, changes });
  if (saved.taken.length !== 1) throw new Error('the save collided with nobody');
  target.rev = saved.rev;
  target.saves++;
  return id;
};
const overHttp: Act = async (target) => void (await save(serving, target));

const recorded = await record();
console.log(describeMachine());
console.log(
  `\nSaving one field, of ${ROOM}; a save is ${recorded.statements.length} statements, begin and commit included`,
);
const rows = [['', 'saves a second', 'median', 'p99', 'ratio', 'of blocks']];
let worst = Infinity;
for (const editors of EDITORS) {
  const [http, bare] = [await newTargets(editors), await newTargets(editors)];
  const clients = await Promise.all(bare.map(() => connect()));
  const bareSave: Act = (target) => replay(clients[bare.indexOf(target)] as Client, target);
  const [portalBlocks, bareBlocks] = [[] as number[][], [] as number[][]];
  await block(http, overHttp, 1_000);
  await block(bare, bareSave, 1_000);
  for (let n = 0; n < BLOCKS; n++) {
    portalBlocks.push(await block(http, overHttp));
    bareBlocks.push(await block(bare, bareSave), await block(bare, bareSave));
    portalBlocks.push(await block(http, overHttp));
  }
  await checkSaved(http);
  await checkSaved(bare);
  const ratio = perSecond(portalBlocks) / perSecond(bareBlocks);
  const ratios = portalBlocks.map((times, at) => perSecond([times]) / perSecond([bareBlocks[at] ?? []]));
  worst = Math.min(worst, ratio);
  const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
  const who = editors === 1 ? 'one editor' : `${editors} editors at once`;
  rows.push([`bare pg, ${who}`, ...figures(bareBlocks), '1.00', '']);
  rows.push([`portal, ${who}`, ...figures(portalBlocks), ratio.toFixed(2), spread]);
  await Promise.all(clients.map((client) => client.end()));
}
console.log(table(rows));
console.log(`worst ratio ${worst.toFixed(2)}, goal at least 0.50`);
const ended = once(child, 'exit');
child.kill('SIGTERM');
await ended;
await portal.stop();

/** Milliseconds of each save, while every target is saved again and again. */
async function block(targets: readonly Target[], act: Act, length = BLOCK_MS): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + length;
  await Promise.all(
    targets.map(async (target) => {
      for (let start = performance.now(); start < end; start = performance.now()) {
        await act(target);
        times.push(performance.now() - start);
      }
    }),
  );
  return times;
}

function perSecond(blocks: readonly number[][]): number {
  return blocks.reduce((sum, times) => sum + times.length, 0) / ((blocks.length * BLOCK_MS) / 1_000);
}

function figures(blocks: readonly number[][]): string[] {
  const times = blocks.flat();
  return [perSecond(blocks).toFixed(0), ms(median(times)), ms(percentile(times, 99))];
}

/** One save at the portal that tells its statements; the one after it, so that caches are warm as in service. */
async function record(): Promise<{ statements: Statement[]; id: string; save: string; rev: number }> {
  const [target] = (await newTargets(1)) as [Target];
  await save(open, target);
  told.length = 0;
  const made = await save(open, target);
  const whole = (): boolean => told.some(({ sql }) => sql.includes('sheet_save')) && told.at(-1)?.sql === 'COMMIT';
  while (!whole()) await new Promise((resolve) => setTimeout(resolve, 20));
  return { statements: [...told], id: target.id, save: made, rev: target.rev };
}

/** The recorded statements as another save of another call: with its own ids and revision. */
async function replay(client: Client, target: Target): Promise<void> {
  const id = randomUUID();
  const rev = target.rev + 1;
  for (const { sql, values } of recorded.statements) {
    const own = values.map((value) => {
      if (value === recorded.rev) return rev;
      if (typeof value !== 'string') return value;
      return value.replaceAll(recorded.save, id).replaceAll(recorded.id, target.id);
    });
    await client.query(sql, own.length > 0 ? own : undefined);
  }
  target.rev = rev;
  target.saves++;
}

/** Fails when either side wrote less than it says. */
async function checkSaved(targets: readonly Target[]): Promise<void> {
  for (const { id, rev, saves } of targets) {
    const sheet = await ask<SheetResponse>(serving, 'GET', `/${id}/sheet`);
    const { rows: found } = await portal.sql.query<{ n: number }>(
      `select count(*)::int as n from sheet_change where sheet_id = $1 and path = $2 and not set_aside`,
      [id, PATH],
    );
    if (sheet.rev !== rev || found[0]?.n !== saves) throw new Error(`${id}: saved ${saves}, found ${found[0]?.n}`);
  }
}

async function newTargets(count: number): Promise<Target[]> {
  const targets: Target[] = [];
  for (let n = 0; n < count; n++) {
    const target = { id: OFFERS ? await newOffer() : await newCall(n), rev: 0, saves: 0 };
    await save(serving, target);
    if (target.rev === 0) throw new Error('a save made no revision');
    targets.push(target);
  }
  return targets;
}

async function newCall(n: number): Promise<string> {
  const call = { id: randomUUID(), teryt: '2264011', title: `Nabór ${n}` };
  return (await ask<CallResponse>(serving, 'POST', '', call)).id;
}

/** Another offer of the same five members, whose writer must ask whose each path is. */
async function newOffer(): Promise<string> {
  const [call, offer] = [randomUUID(), randomUUID()];
  await portal.sql.query(
    `insert into call (id, teryt, title, created_by) select $1, teryt, title, created_by from call limit 1`,
    [call],
  );
  await portal.sql.query(
    `insert into offer (id, call_id, consortium_id, created_by)
     select $1, $2, consortium_id, created_by from offer
     where consortium_id in (select id from consortium where title = 'Kompas Sopocki') limit 1`,
    [offer, call],
  );
  await portal.sql.query(`insert into sheet (id, form) values ($1, 'offer/1')`, [offer]);
  return offer;
}

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: portal.sql.options.connectionString });
  await client.connect();
  return client;
}

async function signIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/demo-session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email: EMAIL }),
  });
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}
