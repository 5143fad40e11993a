import { randomUUID } from 'node:crypto';
import type { Problem, RankingPreview } from '@zit/contracts';
import { passFormal } from '../../test/formal';
import { offering, type Offering } from '../../test/handing-in';
import { refusal, startPortal, type TestPortal } from '../../test/portal';
import { scoredSopot } from '../../test/results';
import { scoredMany } from '../../test/scored-many';
import { PLAIN, scoring, type Scoring } from '../../test/scoring';
import { must } from '../../test/sopot';

// The boundary cases of domain F.5 that lie between an offer and its result, each through the tables of the portal.
let portal: TestPortal;
const fresh = async (): Promise<void> => {
  portal = await startPortal();
};

/** What stands in the way of an offer that is handed in now, as who hands it in is told. */
async function inTheWay(offer: Offering): Promise<NonNullable<Problem['offerFindings']>> {
  await offer.confirmAll();
  const refused = await offer.submit();
  expect(refusal(refused)).toEqual({ status: 422, code: 'BLOCKED' });
  return (refused.body as Partial<Problem>).offerFindings ?? [];
}

describe('F.5: handing in', () => {
  let offer: Offering;
  beforeAll(async () => {
    await fresh();
    offer = await offering(portal);
  });
  afterAll(() => portal.stop());

  const blockedBy = async (path: string, value: string | null): Promise<string[]> => {
    const [before] = await portal.dataSource.query<{ value: string }[]>(
      'select value from sheet_field where sheet_id = $1 and path = $2',
      [offer.offerId, path],
    );
    await offer.write({ [path]: value });
    const codes = (await inTheWay(offer)).map(({ code }) => code);
    await offer.write({ [path]: before?.value ?? null });
    return codes;
  };

  it('N15: one of two who sign jointly is missing: refused before anything is received', async () => {
    const joint = Object.values(offer.signers).find((signers) => signers.length === 2) ?? [];
    expect(joint).toHaveLength(2);
    const { sha256 } = await offer.signing();
    for (const signer of Object.values(offer.signers).flat())
      if (signer !== joint[1])
        must(await signer.post(`/api/v1/offers/${offer.offerId}/confirmations`, { id: randomUUID(), sha256 }));
    expect(refusal(await offer.submit())).toEqual({ status: 422, code: 'BLOCKED' });
    expect(await portal.dataSource.query('select from offer_receipt')).toEqual([]);
  });

  it('N16: an in-kind line without its valuation', async () => {
    const [{ path }] = await portal.dataSource.query<[{ path: string }]>(
      `select path from sheet_field where sheet_id = $1 and path ~ '^budget[.]lines[.].*[.]valuation$' and value <> 'null' limit 1`,
      [offer.offerId],
    );
    expect(await blockedBy(path, null)).toContain('R-VALUATION');
  });

  it('N17: a period of eleven or of thirteen months', async () => {
    const [{ to }] = await portal.dataSource.query<[{ to: string }]>(
      `select value #>> '{}' as to from sheet_field where sheet_id = $1 and path = 'basics.periodTo'`,
      [offer.offerId],
    );
    for (const months of [-1, 1])
      expect([months, await blockedBy('basics.periodTo', monthEnd(to, months))]).toEqual([
        months,
        expect.arrayContaining(['R-PERIOD']),
      ]);
  });
});

describe('F.5: scoring and ranking', () => {
  let cards: Scoring;
  beforeAll(async () => {
    await fresh();
    cards = await scoring(portal);
  });
  afterAll(() => portal.stop());

  it('N14: without a recommendation the formal check passes, and its criterion gives nothing', async () => {
    const { callId, offerId, given } = cards;
    const { state } = await passFormal(portal, given.administrator, { callId, offerId });
    expect(state).toBe('PASSED');
    const { offers, criteria } = must(await cards.read(await cards.seat()));
    expect(criteria.some(({ automatic }) => automatic)).toBe(true);
    expect(offers).toMatchObject([{ offerId, recommended: false, automaticPoints: 0 }]);
  });

  it('N18: nobody scores before declaring', async () => {
    const undeclared = await cards.seat({ declared: false });
    const changes = cards.criteria.map(({ id }) => ({ path: `points.${id}`, base: 0, value: 8 }));
    const saved = await undeclared.patch(`${cards.path}/sheet`, { save: randomUUID(), changes });
    expect(refusal(saved).status).toBe(403);
    expect(refusal(await cards.handIn(undeclared, { rev: 1 })).status).toBe(403);
    expect(await portal.dataSource.query('select from score_card')).toEqual([]);
    must(await cards.score(await cards.seat(), PLAIN));
  });

  it('N19: two counted assessors of a quorum of three: no ranking, nothing to freeze', async () => {
    const scored = await scoredSopot(portal);
    await scored.conflict('S4', 'B');
    await scored.conflict('S3', 'C');
    const { blocks, document } = await scored.preview();
    expect(blocks.map(({ code }) => code)).toContain('QUORUM');
    expect(document.ranking.map(({ place }) => place)).toEqual([null, null, null]);
    expect(refusal(await scored.freeze()).status).toBe(403);
    const kept = await portal.dataSource.query('select from call_result where call_id = $1', [scored.call.id]);
    expect(kept).toEqual([]);
  });

  it('N20: a mean just below 60, which would round to it, is out and printed so that nobody reads 60', async () => {
    // K1 weighs 41, the others 1, and the last one, without a recommendation, gives nothing: 41·6 + 56·6 + 10 + 8 = 600.
    const many = await scoredMany(portal, { offers: 1, assessors: 20, criteria: 60, cards: false });
    const [offer = ''] = many.offers;
    for (const [at, assessor] of many.assessors.entries())
      await many.handIn(
        offer,
        assessor,
        many.codes.map((_, no) => (no === 1 ? 10 : no === 2 ? (at === 0 ? 7 : 8) : 6)),
      );
    const { document } = must(await many.chair.get<RankingPreview>(`/api/v1/calls/${many.callId}/result/ranking`));
    expect(document.ranking).toMatchObject([
      { score: '11999/200', shown: '59,99…', place: null, status: 'below-threshold' },
    ]);
    expect(document.ranking[0]?.because).toContain('poniżej progu 60,00');
  });
});

/** The last day of the month so many months later. */
function monthEnd(date: string, months: number): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}
