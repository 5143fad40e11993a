import { setTimeout as pause } from 'node:timers/promises';
import type { CardVersion } from '@zit/contracts';
import { refusal, startPortal, type Answer, type Caller, type TestPortal } from '../../test/portal';
import { PLAIN, scoring, type Scoring } from '../../test/scoring';
import { must } from '../../test/sopot';
import { Door } from '../database/door';

/** A save that would be answered, were the card there. */
const NOTHING = { save: '00000000-0000-4000-8000-000000000001', changes: [] };
/** Assessors who hand in while the other thing happens. */
const MANY = 6;

let portal: TestPortal;
let cards: Scoring;
const fresh = async (): Promise<void> => {
  portal = await startPortal({ settings: { poolSize: 4 } });
  cards = await scoring(portal);
};

/** Somebody's own transaction with the database, as the portal opens it; it ends when `meanwhile` has. */
const inTransaction = (
  who: Caller,
  statements: readonly (readonly [sql: string, values: unknown[]])[],
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<void> =>
  portal.app.get(Door).write({ personId: who.personId, actingFor: null, actingBody: 'STEERING_GROUP' }, async (m) => {
    for (const [sql, values] of statements) await m.query(sql, values);
    await meanwhile();
  });
const freeze = ({ callId }: Scoring): [string, unknown[]][] => [['select freeze_scoring($1)', [callId]]];

/** Until somebody waits for a lock that another transaction holds. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const [{ n }] = await portal.dataSource.query<[{ n: number }]>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (n > 0) return;
    await pause(10);
  }
}

const versions = async (cards: Scoring, who: Caller): Promise<number> => {
  const [{ n }] = await portal.dataSource.query<[{ n: number }]>(
    `select count(*)::int as n from score_version v join score_card c on c.id = v.card_id
     where c.offer_id = $1 and v.person_id = $2`,
    [cards.offerId, who.personId],
  );
  return n;
};

describe('cards and conflicts', () => {
  beforeAll(fresh);
  afterAll(() => portal.stop());

  it.each(['saved', 'handed in'])(
    'a conflict declared while a card is being %s: what comes second is 404',
    async (act) => {
      const assessor = await cards.seat();
      must(await cards.score(assessor, PLAIN));
      const { rev } = await cards.sheet(assessor);
      let late: Promise<Answer<unknown>> | undefined;
      const declared: [string, unknown[]] = [
        `insert into impartiality (id, call_id, person_id, kind, offer_id, reason, clause)
       values (gen_random_uuid(), $1, $2, 'CONFLICT', $3, 'Znam lidera od lat.', '1')`,
        [cards.callId, assessor.personId, cards.offerId],
      ] as const;
      const barred: [string, unknown[]] = ['select work_out_bars($1, $2)', [cards.callId, assessor.personId]];
      await inTransaction(assessor, [declared, barred], async () => {
        late = act === 'saved' ? assessor.patch(`${cards.path}/sheet`, NOTHING) : cards.handIn(assessor, { rev });
        await somebodyWaits();
      });
      expect(refusal((await late) as Answer<unknown>).status).toBe(404);
      expect(await versions(cards, assessor)).toBe(0);
    },
  );

  it('a freeze among many cards: each was handed in before it, whole, or not at all', async () => {
    const secretary = await cards.seat({ office: 'SECRETARY' });
    const assessors = await Promise.all(Array.from({ length: MANY }, () => cards.seat()));
    for (const assessor of assessors) must(await cards.score(assessor, PLAIN));
    const answers = await Promise.all([
      ...assessors.slice(0, MANY / 2).map((assessor) => cards.handIn(assessor)),
      inTransaction(secretary, freeze(cards)).then(() => null),
      ...assessors.slice(MANY / 2).map((assessor) => cards.handIn(assessor)),
    ]);
    const handed = answers.filter((answer) => answer !== null);
    const [{ frozen }] = await portal.dataSource.query<[{ frozen: Date }]>(
      'select frozen_at as frozen from call_scoring where call_id = $1',
      [cards.callId],
    );
    expect(handed.every(({ status }) => status === 201 || status === 403)).toBe(true);
    const kept = await Promise.all(assessors.map((assessor) => versions(cards, assessor)));
    expect(kept).toEqual(handed.map(({ status }) => (status === 201 ? 1 : 0)));
    for (const { status, body } of handed)
      if (status === 201) expect(Date.parse(body.handedAt)).toBeLessThanOrEqual(frozen.getTime());
  });
});

describe('cards and a freeze', () => {
  beforeAll(fresh);
  afterAll(() => portal.stop());

  it('a freeze that is quicker refuses the card, and not even the table takes it', async () => {
    const [chair, assessor] = [await cards.seat({ office: 'SECRETARY' }), await cards.seat()];
    must(await cards.score(assessor, PLAIN));
    const { rev } = await cards.sheet(assessor);
    let late: Promise<Answer<CardVersion>> | undefined;
    await inTransaction(chair, freeze(cards), async () => {
      late = cards.handIn(assessor, { rev });
      await somebodyWaits();
    });
    expect(refusal((await late) as Answer<CardVersion>).status).toBe(403);
    expect(await versions(cards, assessor)).toBe(0);
    expect(refusal(await cards.score(assessor, [7])).status).toBe(403);
    expect(refusal(await cards.correct(assessor)).status).toBe(403);
    await expect(
      portal.dataSource.query(
        `insert into score_version (card_id, no, person_id, rev, contents, sha256, request_id)
         select id, 1, person_id, 1, '{}', encode(sha256('{}'), 'hex'), gen_random_uuid() from score_card
         where person_id = $1`,
        [assessor.personId],
      ),
    ).rejects.toMatchObject({ driverError: { code: '23001' } });
  });
});
