// The list of offers of one organisation among 100 000 offers: its first page and a deep one.
import type { OfferPage } from '@zit/contracts';
import { describeMachine, median, ms, percentile, table, timed } from './figures';
import { openPortal } from './portal';

const ROWS = 100_000;
/** Of these the organisation's own. */
const OWN = 5_000;
const ROUNDS = 200;

const portal = await openPortal('koordynator@zit.example');
const { sql } = portal;
await fill();

const pages: [string, string][] = [['first page', '']];
let query = '';
for (let page = 1; page <= 100; page++) {
  const { next } = await portal.ask<OfferPage>('GET', `/offers${query}`);
  if (next === null) throw new Error('fewer offers than were put there');
  query = `?after=${encodeURIComponent(next)}`;
}
pages.push(['page 101', query]);

console.log(describeMachine());
const rows = [[`offers of one organisation, ${OWN} of ${ROWS}`, 'median', 'p99']];
for (const [name, asked] of pages) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    times.push(await timed(() => portal.ask<OfferPage>('GET', `/offers${asked}`)));
  rows.push([name, ms(median(times)), ms(percentile(times, 99))]);
}
console.log(table(rows));
await portal.stop();

/** Drafts of calls and of consortia by the hundred, an offer for each pair; some are the organisation's. */
async function fill(): Promise<void> {
  await sql.query(
    `insert into call (teryt, title, created_by, id)
     select c.teryt, 'Nabór ' || n, c.created_by, gen_random_uuid()
     from (select * from call limit 1) c, generate_series(1, ${OWN}) n`,
  );
  await sql.query(
    `update call set state = 'PUBLISHED', number = 'LC/0000/2000/' || id, slug = 'lc-' || id, opens_at = now(),
       deadline_at = now() + interval '30 days' where title like 'Nabór %'`,
  );
  await sql.query(
    `insert into consortium (id, title, title_key, local_centre_id, teryt, rule_set_version, created_by)
     select gen_random_uuid(), 'Konsorcjum ' || n, 'konsorcjum ' || n, c.local_centre_id, c.teryt, c.rule_set_version, c.created_by
     from (select * from consortium limit 1) c, generate_series(1, ${ROWS / OWN - 1}) n`,
  );
  await sql.query(
    `insert into offer (id, call_id, consortium_id, created_by, created_at)
     select gen_random_uuid(), c.id, k.id, c.created_by, now() - random() * interval '300 days'
     from call c, consortium k
     where c.title like 'Nabór %' and (k.title like 'Konsorcjum %' or k.title = 'Kompas Sopocki')`,
  );
  await sql.query('analyze offer, call, consortium');
}
