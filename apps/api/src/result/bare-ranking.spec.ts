import type { RankingPreview } from '@zit/contracts';
import { bareRanking } from '../../test/bare-ranking';
import { startPortal, type TestPortal } from '../../test/portal';
import { scoredMany } from '../../test/scored-many';
import { must } from '../../test/sopot';

describe('what the bench of rankings compares', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  it('ranking and bare aggregate go over the same offers and cards, and one more card changes a score', async () => {
    const many = await scoredMany(portal, { offers: 40, assessors: 3, criteria: 12, waiting: 5 });
    const preview = async () =>
      must(await many.chair.get<RankingPreview>(`/api/v1/calls/${many.callId}/result/ranking`)).document;
    const { ranking, cards } = await preview();
    expect(Object.values(cards).reduce((sum, by) => sum + Object.keys(by).length, 0)).toBe(40 * 3 - 5);
    // The points of the automatic criterion follow from the council, and the aggregate takes those of the cards.
    const bare = await bareRanking(portal.dataSource, many.callId);
    expect(new Set(bare)).toEqual(new Set(ranking.map(({ offer }) => offer)));
    expect(ranking.every(({ score }) => score !== null)).toBe(true);
    const last = many.assessors[2];
    if (!last) throw new Error('three were asked for');
    const before = ranking.map(({ score }) => score).join();
    await many.handIn(
      many.offers.at(-1) ?? '',
      last,
      many.codes.map(() => 10),
    );
    const after = await preview();
    expect(Object.values(after.cards).reduce((sum, by) => sum + Object.keys(by).length, 0)).toBe(40 * 3 - 4);
    expect(after.ranking.map(({ score }) => score).join()).not.toBe(before);
  });
});
