// Everybody signs in at once: what do those feel who are at work already? Arrivals are scheduled and waiting counts
// from the scheduled moment, so a portal that stalls cannot hide it. Calm, storm, storm, calm in one run.
import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_PASSWORD } from '@zit/sample';
import { describeMachine, median, ms, percentile, table } from './figures';
import { openPortal } from './portal';

/** 1 500 sign-ins in three minutes (quality goal D4); the short run keeps the rate. */
const STORM_RATE = 1_500 / 180;
const full = process.argv.includes('--full');
const STORM_SECONDS = full ? 90 : 30;
const CALM_SECONDS = full ? 60 : 20;
/** Reads a second of people at work: one in four seconds from a hundred of them. */
const WORK_RATE = 25;
/** Pairs of a wrong password and an unknown address; the limit of one network leaves room for no more. */
const PAIRS = 40;

const portal = await openPortal('audytor@zit.example');
const { sql, origin } = portal;
const people = 2 * Math.ceil(STORM_RATE * STORM_SECONDS) + PAIRS;
await sql.query(
  `insert into person (name, email, password_hash)
   select 'Osoba ' || n, 'osoba-' || n || '@storm.example', (select password_hash from person where email = $1)
   from generate_series(0, $2::int - 1) n`,
  ['sopot@zit.example', people],
);
await sql.query('vacuum analyze person');
const { items: consortia } = await portal.ask<{ items: { id: string }[] }>('GET', '/consortia');
const pages = ['/organisations', '/consortia', `/consortia/${consortia[0]?.id}`, '/catalogue'];

let next = 0;
let seed = 2015;
const work = { calm: [] as number[], storm: [] as number[] };
const signIns: number[] = [];
const statuses = new Map<number, number>();

// Warm: code is compiled, pages are cached.
await arrivals(WORK_RATE, 5, (at) => read(at));
await phase('calm');
await phase('storm');
await phase('storm');
await phase('calm');
const answers = await answerTimes();

console.log(describeMachine());
const rate = STORM_RATE.toFixed(1);
console.log(`\n${rate} sign-ins a second for 2 × ${STORM_SECONDS} s, ${WORK_RATE} reads a second beside them`);
console.log(
  table([
    ['reads of people at work', 'median', 'p95', 'p99', 'p95 ratio'],
    ...(['calm', 'storm'] as const).map((when) => [
      when,
      ms(median(work[when])),
      ms(percentile(work[when], 95)),
      ms(percentile(work[when], 99)),
      (percentile(work[when], 95) / percentile(work.calm, 95)).toFixed(2),
    ]),
  ]),
);
const counts = [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
console.log(
  `sign-ins: ${counts}; median ${ms(median(signIns))}, p95 ${ms(percentile(signIns, 95))} (goal for the reads: 1.5)`,
);
console.log(
  `answers to a wrong password ${ms(median(answers.wrong))}, to an unknown address ${ms(median(answers.unknown))}: ` +
    `ratio ${(median(answers.unknown) / median(answers.wrong)).toFixed(2)} over ${PAIRS} pairs`,
);
// Signed in, or told to come back: anything else is a fault.
process.exitCode = [...statuses.keys()].every((status) => status === 201 || status === 503) ? 0 : 1;
await portal.stop();

async function phase(when: 'calm' | 'storm'): Promise<void> {
  const seconds = when === 'calm' ? CALM_SECONDS : STORM_SECONDS;
  const atWork = arrivals(WORK_RATE, seconds, async (at) => void work[when].push(await read(at)));
  if (when === 'storm')
    await arrivals(STORM_RATE, seconds, async (at) => {
      const status = await signIn(`osoba-${next++}@storm.example`, DEMO_PASSWORD);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      signIns.push(performance.now() - at);
    });
  await atWork;
}

/**
 * Begins an act at each scheduled moment, whether the ones before are done or not; ends when all are. Nobody keeps
 * step with anybody: with even gaps each sign-in would begin together with every third read, and with no other.
 */
async function arrivals(rate: number, seconds: number, act: (scheduledAt: number) => Promise<unknown>): Promise<void> {
  let at = performance.now();
  const acts: Promise<unknown>[] = [];
  for (let n = 0; n < rate * seconds; n++) {
    at += (-Math.log(1 - chance()) * 1_000) / rate;
    await pause(Math.max(0, at - performance.now()));
    acts.push(act(at));
  }
  await Promise.all(acts);
}

/** Between 0 and 1, the same row of numbers in each run (the minimal standard generator of C++, `minstd_rand`). */
function chance(): number {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
}

/** Milliseconds from the scheduled moment to the whole answer. */
async function read(scheduledAt: number): Promise<number> {
  await portal.ask('GET', pages[Math.floor(scheduledAt) % pages.length] ?? '/consortia');
  return performance.now() - scheduledAt;
}

async function signIn(email: string, password: string): Promise<number> {
  const answer = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** S-27: does the time of the answer tell whether an address has an account? One after the other, on a calm portal. */
async function answerTimes(): Promise<{ wrong: number[]; unknown: number[] }> {
  await sql.query('delete from sign_in_attempt');
  const times = { wrong: [] as number[], unknown: [] as number[] };
  for (let n = 0; n < PAIRS; n++) {
    const pair = [
      ['wrong', `osoba-${people - 1 - n}@storm.example`],
      ['unknown', `nikt-${n}@storm.example`],
    ] as const;
    // Neither is always the first.
    for (const [kind, email] of n % 2 ? pair : pair.toReversed()) {
      const begin = performance.now();
      await signIn(email, 'to nie jest to hasło');
      times[kind].push(performance.now() - begin);
    }
  }
  return times;
}
