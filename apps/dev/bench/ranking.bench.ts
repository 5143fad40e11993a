// A ranking worked out of the tables, against the bare aggregate of the same cards by the database, on one connection in
// one process, in turns A B B A; what one more card costs; and how firm a ranking is, in a worker.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../postgres/start.mjs';
import { describeMachine, median, ms, percentile, table, timed } from './figures';

type Order = string[];
/** As `apps/api/test/bench-ranking.ts` says it. */
interface Ranking {
  bare(): Promise<Order>;
  rank(): Promise<Order>;
  page(): Promise<Order>;
  call(): Promise<Call>;
  compute(call: Call): Order;
  handIn(): Promise<void>;
  stop(): Promise<void>;
}
interface Call {
  offers: unknown[];
  cards: { points: number[] }[];
}
interface Beside {
  openRanking(url: string, sizes: object): Promise<Ranking>;
  stabilityPool(file: string): {
    of(call: Call, checked: string): Promise<{ trials: number }>;
    onApplicationShutdown(): Promise<void>;
  };
}

const numberOf = (name: string, otherwise: number): number =>
  Number(process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);
const OFFERS = numberOf('offers', 10_000);
/** Of the call that gets one card after another, and of which it is asked how firm it is. */
const FEWER = numberOf('fewer', 200);
const ROUNDS = numberOf('rounds', 5);
const [ASSESSORS, CRITERIA, CARDS, TRIALS] = [5, 12, 60, 10_000];

const beside = (await import(new URL('./bench-ranking.mjs', import.meta.url).href)) as Beside;
const folder = mkdtempSync(join(tmpdir(), 'zit-ranking-'));
console.log(describeMachine());
await aggregate();
const call = await oneCard();
await firm(call);
console.log(describeMachine());
rmSync(folder, { recursive: true, force: true });

async function aggregate(): Promise<void> {
  const { ranking, stop } = await open({ offers: OFFERS, assessors: ASSESSORS, criteria: CRITERIA }, 'many');
  const ways = { bare: ranking.bare, rank: ranking.rank, page: ranking.page };
  const times: Record<keyof typeof ways, number[]> = { bare: [], rank: [], page: [] };
  for (const way of Object.values(ways)) await way();
  for (let round = 0; round < ROUNDS; round++)
    for (const way of ['bare', 'rank', 'page', 'page', 'rank', 'bare'] as const)
      times[way].push(await timed(ways[way]));
  const facts = await ranking.call();
  const computing = [];
  for (let round = 0; round < ROUNDS; round++) computing.push(await timed(() => ranking.compute(facts)));
  const rows = [
    ['the bare aggregate', times.bare],
    ['the ranking: read as the chair, ranked', times.rank],
    ['the page of it: sentences, document, hash', times.page],
    ['of that, ranking what was read', computing],
  ] as const;
  console.log(`\n${OFFERS} offers, ${ASSESSORS} assessors, ${CRITERIA} criteria; median of ${times.bare.length}`);
  console.log(
    table([
      ['', 'median', 'least', 'ratio'],
      ...rows.map(([name, taken]) => [name, ms(median(taken)), ms(Math.min(...taken)), ratio(taken, times.bare)]),
    ]),
  );
  console.log(`ratio of the ranking ${ratio(times.rank, times.bare)}, goal 2`);
  await stop();
}

/** From a card that the database has to the new order, with everything read anew; the bare aggregate beside. */
async function oneCard(): Promise<Call> {
  const sizes = { offers: FEWER, assessors: ASSESSORS, criteria: CRITERIA, waiting: Math.min(CARDS, FEWER) };
  const { ranking, stop } = await open(sizes, 'fewer');
  const times: Record<'bare' | 'rank', number[]> = { bare: [], rank: [] };
  let changed = 0;
  let before = (await ranking.rank()).join();
  for (let card = 0; card < sizes.waiting; card++) {
    await ranking.handIn();
    times.rank.push(await timed(async () => (changed += Number(before !== (before = (await ranking.rank()).join())))));
    times.bare.push(await timed(ranking.bare));
  }
  console.log(
    `\nOne more card among ${FEWER} offers, ${sizes.waiting} times; the order became another ${changed} times`,
  );
  console.log(
    table([
      ['', 'median', 'p95', 'ratio'],
      ['the bare aggregate', ms(median(times.bare)), ms(percentile(times.bare, 95)), '1.00'],
      ['the new ranking', ms(median(times.rank)), ms(percentile(times.rank, 95)), ratio(times.rank, times.bare)],
    ]),
  );
  console.log(`the new ranking ${ms(median(times.rank))}, goal 30 ms`);
  const call = await ranking.call();
  await stop();
  return call;
}

async function firm(call: Call): Promise<void> {
  const pool = beside.stabilityPool(join(process.cwd(), 'dist/apps/api/stability-worker.mjs'));
  const [first, again, bare]: number[][] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    // Another seed each time: what was asked before is kept.
    const checked = round.toString(16).padStart(64, '0');
    (round === 0 ? first : again)?.push(await timed(() => pool.of(call, checked)));
    bare?.push(await timed(() => additions(call)));
  }
  await pool.onApplicationShutdown();
  console.log(`\nHow firm: ${TRIALS} resamples of ${call.offers.length} offers in a worker`);
  console.log(
    table([
      ['', 'median', 'ratio'],
      ['bare additions of the same resamples, without any order', ms(median(bare ?? [])), '1.00'],
      ['the first, with the start of its worker', ms(median(first ?? [])), ratio(first ?? [], bare ?? [])],
      ['the next ones', ms(median(again ?? [])), ratio(again ?? [], bare ?? [])],
    ]),
  );
  console.log(`the first ${ms(median(first ?? []))}, goal 1000 ms`);
}

/** What no way of resampling saves: each drawn card of each trial added up once, in this thread. */
function additions({ offers, cards }: Call): number {
  const width = Math.ceil(cards.length / offers.length);
  const points = Float64Array.from(cards, (card) => card.points.reduce((sum, each) => sum + each, 0));
  let all = 0;
  for (let trial = 0; trial < TRIALS; trial++)
    for (let offer = 0; offer < offers.length; offer++)
      for (let drawn = 0; drawn < width; drawn++)
        all += points[(offer * width + ((trial * 7 + drawn) % width)) % points.length] ?? 0;
  return all;
}

function ratio(taken: readonly number[], bare: readonly number[]): string {
  return (median(taken) / median(bare)).toFixed(2);
}

async function open(sizes: object, name: string): Promise<{ ranking: Ranking; stop: () => Promise<void> }> {
  // What is written here is read and thrown away.
  const server = await startPostgres({ dataDir: join(folder, name), test: true });
  execFileSync(process.execPath, [join(process.cwd(), 'dist/apps/api/main.mjs'), 'migrate'], {
    env: { ...process.env, PORTAL_MODE: 'demo', LOG_LEVEL: 'fatal', DATABASE_URL: server.url },
    stdio: 'pipe',
  });
  const ranking = await beside.openRanking(server.url, sizes);
  return {
    ranking,
    stop: async () => {
      await ranking.stop();
      await server.stop();
    },
  };
}
