// What the second wall costs: the same pages from two portals in one process on one database, one whose door takes a
// role and says who asks, one whose door only begins a transaction. Asked in the order A B B A.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ConsortiumPage } from '@zit/contracts';
import { describeMachine, median, ms, percentile, table, timed } from './figures';
import { openPortal } from './portal';

/** About three calls for the programme's 36 centres. */
const CONSORTIA = 100;
const LINES = 20;
const BLOCKS = 5;
const ROUNDS = Number(process.argv.find((arg) => arg.startsWith('--rounds='))?.split('=')[1] ?? 250);

const portal = await openPortal('administrator@zit.example');
const { sql } = portal;
await fill();

const child = spawn(process.execPath, ['--enable-source-maps', join(process.cwd(), 'dist/bench/bench-portal.mjs')], {
  env: {
    ...process.env,
    DATABASE_URL: sql.options.connectionString,
    PORTAL_MODE: 'demo',
    LOG_LEVEL: 'error',
    PORT: '0',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
const origins = (JSON.parse(line) as number[]).map((port) => `http://127.0.0.1:${port}`);

console.log(describeMachine());
console.log(`\nA list page of consortia (${CONSORTIA} more than the demo has), ${ROUNDS} rounds of A B B A`);
const rows = [['', 'rows', 'walled', 'p99', 'no roles', 'p99', 'ratio', 'of blocks']];
const ratios: number[] = [];
for (const { email } of await people()) {
  const [walled, bare] = await Promise.all(origins.map((origin) => listAs(origin, email)));
  if (!walled || !bare) throw new Error('no portal');
  const [one, other] = [await walled(), await bare()];
  if (JSON.stringify(one) !== JSON.stringify(other)) throw new Error(`${email} sees something else without roles`);
  const times = { walled: [] as number[], bare: [] as number[] };
  for (let round = -20; round < ROUNDS; round++) {
    const took = [await timed(walled), await timed(bare), await timed(bare), await timed(walled)];
    if (round < 0) continue;
    times.walled.push(took[0] ?? NaN, took[3] ?? NaN);
    times.bare.push(took[1] ?? NaN, took[2] ?? NaN);
  }
  const ratio = median(times.walled) / median(times.bare);
  ratios.push(ratio);
  rows.push([
    email.split('@')[0] ?? '',
    String(one.items.length),
    ms(median(times.walled)),
    ms(percentile(times.walled, 99)),
    ms(median(times.bare)),
    ms(percentile(times.bare, 99)),
    ratio.toFixed(2),
    spread(times.walled, times.bare),
  ]);
}
console.log(table(rows));
console.log(`worst ratio ${Math.max(...ratios).toFixed(2)}, goal 1.15`);
const ended = once(child, 'exit');
child.kill('SIGTERM');
await ended;
await portal.stop();

/** Smallest and greatest ratio among blocks of rounds that followed each other: how much one run proves. */
function spread(walled: readonly number[], bare: readonly number[]): string {
  const size = Math.ceil(walled.length / BLOCKS);
  const found = Array.from({ length: BLOCKS }, (_, block) => {
    const part = [block * size, (block + 1) * size] as const;
    return median(walled.slice(...part)) / median(bare.slice(...part));
  }).sort((a, b) => a - b);
  return `${found[0]?.toFixed(2)}–${found.at(-1)?.toFixed(2)}`;
}

/** Demo people of different reach: the whole programme, a county, one organisation. */
async function people(): Promise<{ email: string }[]> {
  const { rows: found } = await sql.query<{ email: string }>(
    `select distinct on (g.role) p.email from person p join role_grant g on g.person_id = p.id
     where g.role in ('ADMINISTRATOR', 'COUNTY_OPERATOR', 'COORDINATOR') order by g.role, p.email`,
  );
  return found;
}

async function listAs(origin: string, email: string): Promise<() => Promise<ConsortiumPage>> {
  const signIn = await fetch(`${origin}/api/v1/demo-session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  if (!signIn.ok) throw new Error(`${email}: ${signIn.status}`);
  const cookie = signIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return async () => {
    const answer = await fetch(`${origin}/api/v1/consortia`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`list: ${answer.status}`);
    return (await answer.json()) as ConsortiumPage;
  };
}

/** Copies of the demo's consortia, each with members and lines. */
async function fill(): Promise<void> {
  await sql.query(
    `insert into consortium (id, title, title_key, local_centre_id, teryt, rule_set_version)
     select gen_random_uuid(), c.title || ' ' || n, c.title_key || ' ' || n, c.local_centre_id, c.teryt, c.rule_set_version
     from generate_series(1, $1) n
     join lateral (select * from consortium order by md5(id::text || n::text) limit 1) c on true`,
    [CONSORTIA],
  );
  await sql.query(
    `insert into member (consortium_id, organisation_id, role, position)
     select c.id, o.id, case when o.at = 1 then 'LEADER' else 'PARTNER' end, o.at
     from consortium c
     join lateral (select id, row_number() over () as at from
                    (select id from organisation order by md5(id::text || c.id::text) limit 4) x) o on true
     where not exists (select from member where consortium_id = c.id)`,
  );
  await sql.query(
    `insert into budget_line (consortium_id, id, position, category, area, item, member_id, source, quantity,
       unit_price_grosze, amount_grosze)
     select c.id, gen_random_uuid(), n, 'C1', 'CROSS', 'pozycja ' || n,
       (select id from member where consortium_id = c.id order by position limit 1), 'ZIT', 1, 100, 100
     from consortium c cross join generate_series(1, ${LINES}) n
     where not exists (select from budget_line where consortium_id = c.id)`,
  );
  await sql.query('vacuum analyze');
}
