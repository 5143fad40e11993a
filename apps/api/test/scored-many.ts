import { randomUUID } from 'node:crypto';
import { canonicalJson, dieOf, MOST_POINTS, OFFER_FORM } from '@zit/domain';
import { sha256 } from '../src/journal/sha256';
import { publishedCall } from './calls';
import { seatIn } from './commissions';
import type { Caller, TestPortal } from './portal';
import { must, SOPOT_CENTRE } from './sopot';

/** How much of everything a call has. */
export interface Sizes {
  offers: number;
  assessors: number;
  criteria: number;
  /** Offers, the last ones, whose cards of the last assessor are not handed in. */
  waiting?: number;
  /** False: no card is handed in. */
  cards?: boolean;
}

/** A call whose offers passed the formal check and were scored: planted with few statements, for sizes of benches. */
export interface ScoredMany {
  callId: string;
  /** Sits as the chair and scores. */
  chair: Caller;
  /** The chair is the first. */
  assessors: Caller[];
  /** In the order of their receipts. */
  offers: string[];
  codes: string[];
  /** Hands in a card as `handInOnce` writes it, past the routes. */
  handIn(offerId: string, assessor: Caller, points: readonly number[]): Promise<void>;
}

const DAY = 86_400_000;

/** @param seed of the points: the same for the same seed on every machine */
export async function scoredMany(portal: TestPortal, sizes: Sizes, seed = 1): Promise<ScoredMany> {
  const administrator = await portal.as({ role: 'ADMINISTRATOR' });
  const { id: callId } = await publishedCall(administrator);
  const codes = await criteriaIn(portal, callId, sizes.criteria);
  const consortium = must(
    await administrator.post<{ id: string }>('/api/v1/consortia', { title: 'Wzór', localCentreId: SOPOT_CENTRE }),
  ).id;
  const offers = await plantOffers(portal, { callId, consortium, by: administrator.personId, count: sizes.offers });
  await portal.dataSource.query(`update call set deadline_at = $2 where id = $1`, [callId, new Date(Date.now() - DAY)]);
  const assessors: Caller[] = [];
  for (let no = 0; no < sizes.assessors; no++) {
    const one = await portal.as({ role: no === 0 ? 'CHAIR' : 'ASSESSOR', name: `Oceniający ${no + 1}` });
    await seatIn(portal, callId, one, { office: no === 0 ? 'CHAIR' : 'MEMBER' });
    assessors.push(one);
  }
  if (sizes.cards !== false) await plantCards(portal, callId, codes, sizes.waiting ?? 0, seed);
  await portal.dataSource.query('analyze');
  return {
    ...{ callId, offers, codes, assessors, chair: assessors[0] as Caller },
    handIn: (offerId, { personId }, points) => handIn(portal, { callId, offerId, personId, codes, points }),
  };
}

/** The published call with so many criteria, the last one automatic: its edition is put in again, past its guard. */
async function criteriaIn({ dataSource }: TestPortal, callId: string, count: number): Promise<string[]> {
  const [row] = await dataSource.query<[{ contents: string }]>('select contents from call_edition where call_id = $1', [
    callId,
  ]);
  const edition = JSON.parse(row.contents) as { contents: { criteria: { list: object[] }; rules: object } };
  const share = Math.floor(100 / count);
  edition.contents.criteria.list = Array.from({ length: count }, (_, at) => ({
    ...{ id: randomUUID(), code: `K${at + 1}`, name: `Kryterium ${at + 1}`, guidance: null },
    weight: at === 0 ? 100 - share * (count - 1) : share,
    kind: at === count - 1 ? 'RECOMMENDATION' : 'SCORED',
  }));
  const ties = ['K2', 'LOWER_ZIT', 'LOT'].map((by) => ({ id: randomUUID(), by }));
  Object.assign(edition.contents.rules, { ties, conflictPolicy: 'OFFER_ONLY', quorum: 1 });
  const text = canonicalJson(edition);
  await replica(dataSource, [
    ['update call_edition set contents = $2, sha256 = $3 where call_id = $1', [callId, text, sha256(text)]],
  ]);
  return Array.from({ length: count }, (_, at) => `K${at + 1}`);
}

type Source = TestPortal['dataSource'];

/** Past guards and keys, as a restored copy is written. */
async function replica(dataSource: Source, statements: readonly (readonly [string, unknown[]])[]): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    for (const [sql, values] of statements) await manager.query(sql, values);
  });
}

interface Planted {
  callId: string;
  consortium: string;
  by: string;
  count: number;
}

/** Offers of consortia of their own, each with a budget of sixteen lines; one of three has a recommendation. */
async function plantOffers({ dataSource }: TestPortal, { callId, consortium, by, count }: Planted): Promise<string[]> {
  await dataSource.query(
    'create table planted (n int, offer uuid, consortium uuid, leader uuid, number text, contents text)',
  );
  await dataSource.query(
    `insert into planted select n, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
       (select number from call where id = $1) || '/' || lpad(n::text, 5, '0'),
       json_build_object('consortium', json_build_object('title', 'Konsorcjum ' || n),
         'contents', json_build_object('basics', json_build_object('title', 'Oferta ' || n),
           'budget', json_build_object('lines', (select json_agg(json_build_object('source', 'ZIT', 'item',
             'Pozycja ' || line, 'amountGrosze', 100000 + (n * 7919 + line) % 100000)) from generate_series(1, 16) line))),
         'members', '[]'::json)::text
     from generate_series(1, $2::int) n`,
    [callId, count],
  );
  await replica(dataSource, [
    [
      `insert into consortium select (jsonb_populate_record(c, jsonb_build_object('id', p.consortium,
        'title', 'Konsorcjum ' || p.n, 'title_key', 'konsorcjum ' || p.n))).* from consortium c, planted p where c.id = $1`,
      [consortium],
    ],
    [
      `insert into organisation (id, name, name_key, sector, created_by)
      select leader, 'Lider ' || n, 'lider ' || leader, 'NGO', $1 from planted`,
      [by],
    ],
    [
      `insert into offer (id, call_id, consortium_id, created_by, state)
      select offer, $1, consortium, $2, 'SUBMITTED' from planted`,
      [callId, by],
    ],
    [`insert into sheet (id, form) select offer, $1 from planted`, [OFFER_FORM.version]],
    [
      `insert into offer_content (offer_id, sha256, contents)
      select offer, encode(sha256(convert_to(contents, 'UTF8')), 'hex'), contents from planted`,
      [],
    ],
    [
      `insert into offer_receipt (number, call_id, no, offer_id, kind, received_at, deadline_at, sha256, salt, receipt,
        receipt_sha256, leader_id, person_id, request_id, request_sha256)
      select p.number, c.id, p.n, p.offer, 'SUBMISSION', now() - interval '2 days', now() - interval '1 day',
        encode(sha256(convert_to(p.contents, 'UTF8')), 'hex'), repeat('0', 64), r.receipt,
        encode(sha256(convert_to(r.receipt, 'UTF8')), 'hex'), p.leader, $2, gen_random_uuid(), repeat('0', 64)
      from planted p, call c, lateral (select json_build_object('consortium', 'Konsorcjum ' || p.n,
        'leader', 'Lider ' || p.n)::text as receipt) r where c.id = $1`,
      [callId, by],
    ],
    [
      `insert into offer_standing (offer_id, call_id, leader_id, number) select offer, $1, leader, number from planted`,
      [callId],
    ],
    [
      `insert into formal_card (offer_id, call_id, receipt_number, items, state, decided_at, decided_by)
      select offer, $1, number, '[]', 'PASSED', now(), $2 from planted`,
      [callId, by],
    ],
    [
      `insert into recommendation (id, offer_id, county, shown, asked_by, verdict, resolution_number, session_on,
        votes_for, votes_against, votes_abstained, excluded, reasons, resolved_by, resolved_at)
      select gen_random_uuid(), offer, '2264', '{}', $1, 'POSITIVE', '3', current_date - 3, 7, 1, 0, 0, 'Tak.', $1, now()
      from planted where n % 3 = 0`,
      [by],
    ],
  ]);
  const rows = await dataSource.query<{ offer: string }[]>('select offer from planted order by n');
  await dataSource.query('drop table planted');
  return rows.map(({ offer }) => offer);
}

/** Cards of everybody for every offer, as they are handed in: points and reasons below half and above nine tenths. */
async function plantCards(
  { dataSource }: TestPortal,
  callId: string,
  codes: readonly string[],
  waiting: number,
  seed: number,
): Promise<void> {
  await replica(dataSource, [
    [
      `create temporary table planted_card on commit drop as
      select gen_random_uuid() as id, s.offer_id, p.person_id,
        json_build_object('assessor', p.person_id, 'offer', s.offer_id, 'points', (
          select json_object_agg(code, ('x' || left(md5($2::int || s.number || p.no || code), 4))::bit(16)::int % $4)
          from unnest($3::text[]) code), 'reasons', json_build_object('K1', 'Zgodnie z diagnozą gminy.'))::text as contents
      from offer_standing s join offer_receipt r on r.number = s.number,
        (select person_id, row_number() over (order by seated_at, id) as no, count(*) over () as all_of
         from commission_seat where call_id = $1) p
      where s.call_id = $1 and not (p.no = p.all_of and r.no > (select max(no) from offer_receipt where call_id = $1) - $5)`,
      [callId, dieOf(seed)(2 ** 31), codes, MOST_POINTS + 1, waiting],
    ],
    [
      `insert into score_card (id, call_id, offer_id, person_id, state)
      select id, $1, offer_id, person_id, 'HANDED_IN' from planted_card`,
      [callId],
    ],
    [
      `insert into score_version (card_id, no, rev, person_id, contents, sha256, request_id)
      select id, 1, 1, person_id, contents, encode(sha256(convert_to(contents, 'UTF8')), 'hex'), gen_random_uuid()
      from planted_card`,
      [],
    ],
  ]);
}

interface Card {
  callId: string;
  offerId: string;
  personId: string;
  codes: readonly string[];
  points: readonly number[];
}

async function handIn({ dataSource }: TestPortal, { callId, offerId, personId, codes, points }: Card): Promise<void> {
  const given = Object.fromEntries(codes.map((code, at) => [code, points[at] ?? 0]));
  const contents = canonicalJson({ offer: offerId, assessor: personId, points: given, reasons: {} });
  await dataSource.query(
    `with card as (
       insert into score_card (id, call_id, offer_id, person_id, state) values (gen_random_uuid(), $1, $2, $3, 'HANDED_IN')
       on conflict (offer_id, person_id) do update set state = 'HANDED_IN' returning id)
     insert into score_version (card_id, no, rev, person_id, contents, sha256, reason, request_id)
     select id, 1, 1, $3, $4, $5, null, gen_random_uuid() from card`,
    [callId, offerId, personId, contents, sha256(contents)],
  );
}
