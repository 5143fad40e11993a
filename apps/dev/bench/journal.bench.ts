// The journal: what it costs an act (P-11), and proving it against hashing its bytes (P-12). `--full`: a million entries.
import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ConsortiumPage, ConsortiumResponse } from '@zit/contracts';
import { describeMachine, median, ms, percentile, table, timed } from './figures';
import { openPortal } from './portal';

const ENTRIES = process.argv.includes('--full') ? 1_000_000 : 100_000;
const ROUNDS = ENTRIES > 100_000 ? 3 : 5;
const ACTS = 60;

const portal = await openPortal('administrator@zit.example');
const { connectionString = '' } = portal.sql.options;
const journal = await openJournal(connectionString);
const folder = mkdtempSync(join(tmpdir(), 'zit-bench-'));

console.log(describeMachine());
const slower = await actsWithAndWithout();
const proof = await proving();
process.exitCode = slower > 0 && proof ? 0 : 1;
rmSync(folder, { recursive: true });
await journal.close();
await portal.stop();

interface JournalWork {
  seal(): Promise<unknown>;
  pages(): AsyncGenerator<string[]>;
  proveDatabase(): Promise<{ fault: unknown }>;
  proveFile(file: string): Promise<{ fault: unknown }>;
  close(): Promise<void>;
}

/** The API's own code, bundled beside this bench. */
async function openJournal(url: string): Promise<JournalWork> {
  const beside = new URL('./bench-journal.mjs', import.meta.url).href;
  const api = (await import(beside)) as { openJournal(url: string): Promise<JournalWork> };
  return api.openJournal(url);
}

/** The same small change of a consortium: entries kept and sealed five times a second, or thrown away unwritten. */
async function actsWithAndWithout(): Promise<number> {
  const { items } = await portal.ask<ConsortiumPage>('GET', '/consortia?limit=1');
  const path = `/consortia/${items[0]?.id ?? ''}`;
  const act = async (persons: number): Promise<void> => {
    const { version } = await portal.ask<ConsortiumResponse>('GET', path);
    times.push(
      await timed(() => portal.ask('PATCH', path, { version, changes: { distinctPersons: persons }, base: {} })),
    );
  };
  await portal.sql.query(`create function unwritten() returns trigger language plpgsql as 'begin return null; end'`);
  await portal.sql.query('create trigger unwritten before insert on journal for each row execute function unwritten()');
  let times: number[] = [];
  const measured: Record<'on' | 'off', number[]> = { on: [], off: [] };
  for (const [round, way] of (['off', 'on', 'on', 'off', 'off', 'on', 'on', 'off'] as const).entries()) {
    await portal.sql.query(`alter table journal ${way === 'on' ? 'disable' : 'enable'} trigger unwritten`);
    const stop = new AbortController();
    const sealing = way === 'on' ? sealUntil(stop.signal) : Promise.resolve();
    times = [];
    for (let n = 0; n < ACTS; n++) await act(1_000 * (round + 1) + n);
    stop.abort();
    await sealing;
    // The first two warm up.
    if (round >= 2) measured[way].push(...times);
  }
  await portal.sql.query('drop function unwritten cascade');
  const ratio = median(measured.on) / median(measured.off);
  console.log(`\nAn act without and with the journal and its sealer, ${ACTS * 3} of each, in turns`);
  console.log(
    table([
      ['', 'median', 'p99', 'ratio'],
      ['without', ms(median(measured.off)), ms(percentile(measured.off, 99)), '1.00'],
      ['with', ms(median(measured.on)), ms(percentile(measured.on, 99)), ratio.toFixed(2)],
    ]),
  );
  return ratio;
}

async function sealUntil(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await journal.seal();
    await pause(200);
  }
}

async function proving(): Promise<boolean> {
  await portal.sql.query(
    `insert into journal (organisation_id, roles, act, subject_kind, subject_id, details, changes)
     select (select id from organisation order by id limit 1), '{COORDINATOR}', 'CHANGE_BUDGET', 'consortium',
       gen_random_uuid(), format('{"added":0,"changed":1,"removed":0,"totalGrosze":%s}', 33000000 + n)::json,
       format('[{"after":%s,"before":7000,"field":"unitPriceGrosze","of":{"id":"%s","no":"L04"}}]',
         7200 + n, gen_random_uuid())::json
     from generate_series(1, ${ENTRIES}) as n`,
  );
  const sealing = await timed(() => journal.seal());
  const file = join(folder, 'journal.jsonl');
  const texts: string[] = [];
  for await (const page of journal.pages()) {
    appendFileSync(file, `${page.join('\n')}\n`);
    for (const line of page) if (line.startsWith('{"batch"')) texts.push(line.slice(line.indexOf('"entry":') + 8, -1));
  }
  const ways: Record<string, () => unknown> = {
    'bare SHA-256 of each entry': () => {
      for (const text of texts) createHash('sha256').update(text).digest('hex');
    },
    'proving an exported file': async () => {
      const { fault } = await journal.proveFile(file);
      if (fault) throw new Error(JSON.stringify(fault));
    },
    'proving the database': async () => {
      const { fault } = await journal.proveDatabase();
      if (fault) throw new Error(JSON.stringify(fault));
    },
  };
  const took: Record<string, number[]> = {};
  const worked: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round++)
    for (const [what, way] of Object.entries(ways)) {
      const before = process.cpuUsage();
      (took[what] ??= []).push(await timed(way));
      const { user, system } = process.cpuUsage(before);
      (worked[what] ??= []).push((user + system) / 1000);
    }
  const base = median(took['bare SHA-256 of each entry'] ?? []);
  const work = median(worked['bare SHA-256 of each entry'] ?? []);
  const bytes = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);
  console.log(`\n${texts.length} entries of about ${bytes} bytes, median of ${ROUNDS}; sealed in ${ms(sealing)}`);
  console.log(
    table([
      ['', 'median', 'an entry', 'ratio', 'own CPU', 'ratio'],
      ...Object.entries(took).map(([what, values]) => [
        what,
        ms(median(values)),
        `${((median(values) / texts.length) * 1000).toFixed(2)} µs`,
        (median(values) / base).toFixed(1),
        ms(median(worked[what] ?? [])),
        (median(worked[what] ?? []) / work).toFixed(1),
      ]),
    ]),
  );
  return median(took['proving an exported file'] ?? []) / base <= 3;
}
