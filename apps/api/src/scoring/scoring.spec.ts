import { randomUUID } from 'node:crypto';
import type { CardContents } from '@zit/domain';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { PLAIN, scoring, type Scoring } from '../../test/scoring';
import { must } from '../../test/sopot';
import { Door } from '../database/door';
import { sha256 } from '../journal/sha256';

let portal: TestPortal;
let cards: Scoring;
beforeAll(async () => {
  portal = await startPortal();
  cards = await scoring(portal);
});
afterAll(() => portal.stop());

const handedIn = async (who: Caller, points: readonly number[] = PLAIN): Promise<void> => {
  must(await cards.score(who, points));
  must(await cards.handIn(who));
};
const acts = async (who: Caller): Promise<{ act: string; details: unknown; changes: unknown }[]> =>
  portal.dataSource.query(
    `select act, details, changes from journal where subject_kind = 'card' and person_id = $1
    order by seq`,
    [who.personId],
  );

describe('one’s own score card', () => {
  it('is made by the first save from the frozen criteria, and is there again afterwards', async () => {
    const assessor = await cards.seat();
    expect(must(await cards.read(assessor))).toMatchObject({
      mostPoints: 10,
      scores: true,
      frozenAt: null,
      offers: [{ offerId: cards.offerId, recommended: false, automaticPoints: 0, card: null }],
    });
    expect(cards.criteria.map(({ code, weight, automatic }) => [code, weight, automatic])).toEqual([
      ['K1', 20, false],
      ['K2', 25, false],
      ['K3', 15, false],
      ['K4', 10, false],
      ['K5', 15, false],
      ['K6', 10, false],
      ['K7', 5, true],
    ]);
    expect(must(await cards.score(assessor, [8, 4], { 2: 'Brak planu.' })).taken).toHaveLength(3);
    const [offer] = must(await cards.read(assessor)).offers;
    expect(offer?.card).toMatchObject({ rev: 1, closed: false, handedIn: null });
    expect(offer?.card?.fields.map(({ value }) => value)).toEqual(expect.arrayContaining([8, 4, 'Brak planu.']));
  });

  it('S4: refuses eleven points, keeps them when they were typed, and takes nothing for an automatic criterion', async () => {
    const assessor = await cards.seat();
    expect(refusal(await cards.score(assessor, [11]))).toMatchObject({ status: 400 });
    must(await cards.score(assessor, [{ typed: '11' }, 8, 8, 8, 8, 8]));
    const refused = await cards.handIn(assessor);
    expect(refusal(refused)).toEqual({ status: 422, code: 'BLOCKED' });
    expect(refused.body.errors?.map(({ message }) => message)).toEqual([
      'K1: „11” to nie punkty. Wpisz liczbę całkowitą od 0 do 10.',
    ]);
    expect(refusal(await cards.score(assessor, [8, 8, 8, 8, 8, 8, 10]))).toMatchObject({ status: 400 });
  });

  it('is handed in complete only: every gap is a sentence', async () => {
    const assessor = await cards.seat();
    expect((await cards.handIn(assessor)).body.errors).toHaveLength(6);
    must(await cards.score(assessor, [5, 4, 9, 10, 7, 8]));
    expect((await cards.handIn(assessor)).body.errors?.map(({ message }) => message.slice(0, 3))).toEqual([
      'K2:',
      'K4:',
    ]);
    must(await cards.score(assessor, [], { 2: 'Brak planu.', 4: 'Wzorowo.' }));
    expect(must(await cards.handIn(assessor)).no).toBe(1);
  });

  it('handed in it is canonical, hashed and closed; its key hands in once', async () => {
    const assessor = await cards.seat();
    must(await cards.score(assessor, PLAIN));
    const id = randomUUID();
    const stale = await cards.handIn(assessor, { id, rev: 7 });
    expect(refusal(stale)).toEqual({ status: 409, code: 'STALE' });
    const version = must(await cards.handIn(assessor, { id }));
    expect(version.sha256).toBe(sha256(version.contents));
    expect(JSON.parse(version.contents) as CardContents).toEqual({
      offer: cards.offerId,
      assessor: assessor.personId,
      points: { K1: 8, K2: 9, K3: 8, K4: 9, K5: 7, K6: 8, K7: 0 },
      reasons: {},
    });
    expect(must(await cards.handIn(assessor, { id }))).toEqual(version);
    expect(refusal(await cards.handIn(assessor, { id, rev: 9 }))).toEqual({ status: 422, code: 'KEY_USED' });
    expect(refusal(await cards.score(assessor, [7]))).toEqual({ status: 409, code: 'SHEET_CLOSED' });
  });

  it('is corrected by a further version with a reason; the same contents are none', async () => {
    const assessor = await cards.seat();
    expect(refusal(await cards.correct(assessor))).toMatchObject({ status: 403 });
    await handedIn(assessor);
    expect(must(await cards.correct(assessor)).closed).toBe(false);
    expect(must(await cards.handIn(assessor)).no).toBe(1);
    must(await cards.correct(assessor));
    must(await cards.score(assessor, [7]));
    expect(refusal(await cards.handIn(assessor))).toMatchObject({ status: 400 });
    const second = must(await cards.handIn(assessor, { reason: 'Pomyłka w K1.' }));
    expect(second).toMatchObject({ no: 2, reason: 'Pomyłka w K1.' });
    const { cards: mine } = must(await cards.scores(assessor));
    expect(mine.find((card) => card.mine)).toMatchObject({
      points: { K1: 7 },
      versions: [{ no: 1 }, { no: 2, reason: 'Pomyłka w K1.' }],
    });
  });

  it('leaves acts in the journal without a single point', async () => {
    const assessor = await cards.seat();
    await handedIn(assessor);
    must(await cards.correct(assessor));
    const entries = await acts(assessor);
    expect(entries.map(({ act }) => act)).toEqual(['CHANGE_SHEET', 'HAND_IN_CARD', 'CORRECT_CARD']);
    expect(JSON.stringify(entries[0]?.changes)).not.toMatch(/"after":\s*\d/);
  });

  it('is not the secretary’s, not theirs who have not declared, and nobody’s who does not sit', async () => {
    const secretary = await cards.seat({ office: 'SECRETARY' });
    expect(must(await cards.read(secretary)).scores).toBe(false);
    expect(refusal(await cards.score(secretary, PLAIN))).toMatchObject({ status: 403 });
    const undeclared = await cards.seat({ declared: false });
    // N18
    expect(refusal(await cards.read(undeclared))).toMatchObject({ status: 403 });
    const stranger = await portal.as({ role: 'ASSESSOR' });
    expect(refusal(await cards.read(stranger)).status).toBe(404);
    expect(refusal(await cards.read(cards.given.coordinator)).status).toBe(404);
    expect(refusal(await cards.read(cards.given.administrator)).status).toBe(403);
  });

  it('Q10: the council’s resolution of before the deadline gives all points of the automatic criterion', async () => {
    const assessor = await cards.seat();
    const recommend = (on: string) =>
      portal.dataSource.query(
        `insert into recommendation (id, offer_id, county, shown, asked_by, verdict, resolution_number, session_on,
           votes_for, votes_against, votes_abstained, excluded, reasons, resolved_by, resolved_at)
         values (gen_random_uuid(), $1, '2264', '{}', $2, 'POSITIVE', '3/2015', $3, 7, 2, 1, 1, 'Zna ich pracę.', $2, now())`,
        [cards.offerId, assessor.personId, on],
      );
    await recommend('2099-01-01');
    expect(must(await cards.read(assessor)).offers[0]).toMatchObject({ recommended: false, automaticPoints: 0 });
    await portal.dataSource.query('alter table recommendation disable trigger user');
    await portal.dataSource.query('delete from recommendation');
    await portal.dataSource.query('alter table recommendation enable trigger user');
    await recommend('2015-03-20');
    expect(must(await cards.read(assessor)).offers[0]).toMatchObject({ recommended: true, automaticPoints: 10 });
    must(await cards.score(assessor, PLAIN));
    expect(must(await cards.handIn(assessor)).contents).toContain('"K7":10');
  });
});

describe('others’ cards', () => {
  it('S2 sees S1’s points only after handing in, and then how far they are apart', async () => {
    const [first, second] = [await cards.seat(), await cards.seat()];
    await handedIn(first, [8, 9, 8, 9, 7, 8]);
    expect(must(await cards.scores(second))).toEqual({
      offerId: cards.offerId,
      open: false,
      cards: [],
      divergences: [],
      notes: [],
    });
    must(await cards.score(second, [5, 5, 8, 9, 7, 8]));
    expect(must(await cards.scores(second)).cards).toEqual([]);
    must(await cards.handIn(second));
    const seen = must(await cards.scores(second));
    expect(seen.cards.length).toBeGreaterThanOrEqual(2);
    expect(seen.divergences.find(({ code }) => code === 'K2')).toMatchObject({ highest: 9, wide: true });
  });

  it('are in no table for who has not handed in, and never with a barred offer', async () => {
    const [first, second] = [await cards.seat(), await cards.seat()];
    await handedIn(first);
    const rows = async (who: Caller): Promise<number[]> => {
      const sight = { personId: who.personId, actingFor: null, actingBody: 'STEERING_GROUP' } as const;
      const counted = ['score_card', 'score_version'].map((table) =>
        portal.app.get(Door).read(sight, async (manager) => {
          const [{ n }] = await manager.query<[{ n: number }]>(`select count(*)::int as n from ${table}`);
          return n;
        }),
      );
      return Promise.all(counted);
    };
    expect(await rows(second)).toEqual([0, 0]);
    await handedIn(second);
    expect((await rows(second)).every((n) => n >= 2)).toBe(true);
    await bar(second);
    expect(await rows(second)).toEqual([0, 0]);
    expect(refusal(await cards.scores(second)).status).toBe(404);
    const card = `/api/v1/calls/${cards.callId}/scoring/offers/${cards.offerId}`;
    expect(refusal(await second.get(`${card}/sheet`)).status).toBe(404);
    expect(refusal(await second.patch(`${card}/sheet`, { save: randomUUID(), changes: [] })).status).toBe(404);
    expect(must(await cards.read(second)).offers).toEqual([]);
  });

  it('are talked about in one note: later states stand on the one before', async () => {
    const [first, second, secretary] = [
      await cards.seat(),
      await cards.seat(),
      await cards.seat({ office: 'SECRETARY' }),
    ];
    const path = `/api/v1/calls/${cards.callId}/scoring/offers/${cards.offerId}/note`;
    const write = (who: Caller, after: number, text: string) =>
      who.put<{ notes: { no: number; text: string }[] }>(path, { after, text });
    expect(refusal(await write(first, 0, 'Za wcześnie.')).status).toBe(403);
    await handedIn(first);
    expect(must(await write(first, 0, 'Spór o K2.')).notes).toMatchObject([{ no: 1, text: 'Spór o K2.' }]);
    expect(must(await write(first, 0, 'Spór o K2.')).notes).toHaveLength(1);
    expect(refusal(await write(secretary, 0, 'Inny.'))).toEqual({ status: 409, code: 'STALE' });
    expect(must(await write(secretary, 1, 'Zgoda co do K2.')).notes.at(-1)).toMatchObject({ no: 2 });
    expect(must(await cards.scores(second)).notes).toEqual([]);
  });
});

it('asks as many questions for a card as for none', async () => {
  const assessor = await cards.seat();
  const before = await portal.countQueries(() => cards.read(assessor));
  must(await cards.score(assessor, PLAIN));
  expect(await portal.countQueries(() => cards.read(assessor))).toBe(before);
});

async function bar({ personId }: Caller): Promise<void> {
  await portal.dataSource.query(
    `insert into offer_bar (offer_id, person_id, call_id, cause) values ($1, $2, $3, 'DECLARED')`,
    [cards.offerId, personId, cards.callId],
  );
}
