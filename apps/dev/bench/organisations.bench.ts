// The register at 100 000 organisations: first page against page 5 000, against bare pg, and how many queries each is.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { OrganisationPage } from '@zit/contracts';
import { nameKey } from '@zit/domain';
import { describeMachine, median, ms, percentile, table, timed } from './figures';
import { openPortal } from './portal';

const ROWS = 100_000;
const DEEP = 5_000;
const PAGE = 20;
const ROUNDS = 200;

const kinds = [
  'Stowarzyszenie',
  'Fundacja',
  'Spółdzielnia Socjalna',
  'Towarzystwo',
  'Związek',
  'Klub',
  'Koło',
  'Gmina',
];
const names = [
  'Łąka',
  'Żagiel',
  'Ćma',
  'Świt',
  'Ósemka',
  'Źródło',
  'Przystań',
  'Kotwica',
  'Latarnia',
  'Bryza',
  'Fala',
  'Wydma',
];
const places = [
  'Sopot',
  'Gdynia',
  'Gdańsk',
  'Łeba',
  'Żukowo',
  'Słupsk',
  'Puck',
  'Władysławowo',
  'Hel',
  'Reda',
  'Rumia',
];

const portal = await openPortal('administrator@zit.example');
const { sql } = portal;
const list = (query: string) => portal.ask<OrganisationPage>('GET', `/organisations?limit=${PAGE}${query}`);

await fill();
// The cursor of a page says the last row before it; here it is read from the database instead of walking there.
const before = await sql.query<{ name: string; id: string }>(
  'select name, id from organisation order by name collate "pl-x-icu", id offset $1 limit 1',
  [(DEEP - 1) * PAGE - 1],
);
const { name = '', id = '' } = before.rows[0] ?? {};
const after = Buffer.from(JSON.stringify([name, id])).toString('base64url');

const columns = 'o.id, o.name, o.sector, o.legal_form, o.nip, o.regon, o.krs, o.teryt, m.name as municipality';
const from = 'from organisation o left join municipality m on m.teryt = o.teryt';
const order = 'order by o.name collate "pl-x-icu", o.id';
const ways: Record<string, () => Promise<unknown>> = {
  'bare pg, first page': () => sql.query(`select ${columns} ${from} ${order} limit ${PAGE}`),
  [`bare pg, page ${DEEP} by offset`]: () =>
    sql.query(`select ${columns} ${from} ${order} limit ${PAGE} offset ${(DEEP - 1) * PAGE}`),
  'portal, first page': () => list(''),
  [`portal, page ${DEEP}`]: () => list(`&after=${after}`),
  'portal, search „zagiel gdynia”': () => list('&search=zagiel%20gdynia'),
};
const offsetRounds = 8;

const times: Record<string, number[]> = {};
for (let round = -10; round < ROUNDS; round++) {
  for (const [what, act] of Object.entries(ways)) {
    if (what.includes('offset') && round >= offsetRounds) continue;
    const took = await timed(act);
    if (round >= 0) (times[what] ??= []).push(took);
  }
}
const base = median(times['bare pg, first page'] ?? []);
const queries = {
  first: await queriesOf(() => list('')),
  deep: await queriesOf(() => list(`&after=${after}`)),
  hundred: await queriesOf(() => portal.ask('GET', '/organisations?limit=100')),
};
const deepPage = await list(`&after=${after}`);

console.log(describeMachine());
console.log(`\nRegister of ${ROWS} organisations, pages of ${PAGE}, ${ROUNDS} rounds (by offset: ${offsetRounds})`);
console.log(
  table([
    ['', 'median', 'p99', 'ratio'],
    ...Object.entries(times).map(([what, values]) => [
      what,
      ms(median(values)),
      ms(percentile(values, 99)),
      (median(values) / base).toFixed(1),
    ]),
  ]),
);
console.log(
  `queries a request (the session's included): first page ${queries.first}, page ${DEEP} ${queries.deep}, ` +
    `100 rows instead of ${PAGE} ${queries.hundred}`,
);
console.log(`page ${DEEP} begins with „${deepPage.items[0]?.name ?? ''}” and has ${deepPage.items.length} rows`);
process.exitCode = queries.first === queries.deep && queries.first === queries.hundred ? 0 : 1;
await portal.stop();

async function fill(): Promise<void> {
  const size = 5_000;
  for (let from = 0; from < ROWS; from += size) {
    const batch = Array.from({ length: size }, (_, at) => {
      const n = from + at;
      const word = (list: string[], step: number) => list[Math.floor(n / step) % list.length];
      return `${word(kinds, 1)} „${word(names, 8)} ${n}” ${word(places, 96)}`;
    });
    await sql.query(
      `insert into organisation (name, name_key, sector)
       select name, key, 'NGO' from unnest($1::text[], $2::text[]) as given (name, key)`,
      [batch, batch.map(nameKey)],
    );
  }
  await sql.query('vacuum analyze organisation');
}

/** Statements that the database receives while the act runs. */
async function queriesOf(act: () => Promise<unknown>): Promise<number> {
  await act();
  await logging('0');
  const length = readFileSync(portal.databaseLog).length;
  await act();
  await pause(100);
  const said = readFileSync(portal.databaseLog).subarray(length).toString('utf8');
  await logging('-1');
  return [...said.matchAll(/duration: .* (?:execute|statement)/g)].filter(([line]) => !/alter system/i.test(line))
    .length;
}

async function logging(value: string): Promise<void> {
  await sql.query(`alter system set log_min_duration_statement = ${value}`);
  await sql.query('select pg_reload_conf()');
  await pause(200);
}
