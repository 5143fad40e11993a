import { randomUUID } from 'node:crypto';
import type { JournalPage, RankingPreview, RankingStability, ResultVersions } from '@zit/contracts';
import { commitmentOf, lotFault, type DrawnLot } from '@zit/domain';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { plantCard, scoredSopot, useStabilityWorker, type ScoredCall } from '../../test/results';
import { must } from '../../test/sopot';
import { sha256 } from '../journal/sha256';

let portal: TestPortal;
let cleanUp: () => void;
beforeAll(async () => {
  portal = await startPortal();
  cleanUp = await useStabilityWorker(portal);
});
afterAll(async () => {
  await portal.stop();
  cleanUp();
});

const chairOf = ({ assessors }: ScoredCall): Caller => assessors['S1'] as Caller;
const reasonsFor = async (scored: ScoredCall) => {
  const { stability } = must(await chairOf(scored).get<RankingStability>(`${scored.root}/stability`));
  const line = stability.offers.filter(({ verdict }) => verdict === 'line');
  return line.map(({ offer }) => ({ offer, reason: 'Zgodnie z diagnozą.' }));
};

describe('freezing', () => {
  it('of two freezes at once one is kept, and the other is told; the journal has one', async () => {
    const scored = await scoredSopot(portal);
    await scored.conflict('S4', 'B');
    const reasons = await reasonsFor(scored);
    const answers = await Promise.all([
      scored.freeze({ reasons }),
      scored.freeze({ reasons }, scored.secretary),
      scored.freeze({ reasons }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const kept = await portal.dataSource.query('select from call_result where call_id = $1', [scored.call.id]);
    const { items } = must(await scored.administrator.get<JournalPage>('/api/v1/journal'));
    expect([kept.length, items.filter(({ act }) => act === 'FREEZE_RESULT').length]).toEqual([1, 1]);
  });

  it('a card that comes while it is frozen is in the result, or refused; never lost', async () => {
    const scored = await scoredSopot(portal, { policy: 'OFFER_ONLY' });
    const reasons = await reasonsFor(scored);
    const { checked } = await scored.preview();
    const person = scored.assessors['S4']?.personId ?? '';
    const correct = plantCard(portal, scored.call.id, scored.offers['A'] ?? '', person, [6, 7, 7, 7, 7, 6, 10]).then(
      () => 'kept',
      (thrown: unknown) => String(thrown),
    );
    const [{ status }, card] = await Promise.all([scored.freeze({ reasons, checked }), correct]);
    if (status === 201) expect(card).toContain('are frozen');
    else expect([status, card]).toEqual([409, 'kept']);
  });

  it('a conflict that is declared before it makes another ranking: what was looked at is not frozen', async () => {
    const scored = await scoredSopot(portal, { policy: 'OFFER_ONLY' });
    const { checked } = await scored.preview();
    const reasons = await reasonsFor(scored);
    await scored.conflict('S4', 'B');
    expect(refusal(await scored.freeze({ checked, reasons }))).toEqual({ status: 409, code: 'STALE' });
  });

  it('N19: with two counted assessors there is no ranking and nothing is frozen', async () => {
    const scored = await scoredSopot(portal);
    await scored.conflict('S4', 'B');
    await scored.conflict('S3', 'C');
    const { document, blocks } = await scored.preview();
    expect(document.ranking.every(({ place }) => place === null)).toBe(true);
    expect(blocks[0]?.text).toContain('a kworum wynosi 3');
    expect(refusal(await scored.freeze()).status).toBe(403);
  });

  it('N14: an offer without a recommendation is ranked, with no points for it whatever its cards say', async () => {
    const scored = await scoredSopot(portal, {
      points: (offer, _, given) => (offer === 'C' ? [...given.slice(0, -1), 10] : given),
    });
    const { document } = await scored.preview();
    const cards = Object.values(document.cards[scored.numbers['C'] ?? ''] ?? {});
    expect(cards.map((points) => points['K7'])).toEqual([0, 0, 0, 0]);
  });

  it('an offer whose formal check is open, or waits for a correction, holds it up; a rejected one is listed without a score', async () => {
    const scored = await scoredSopot(portal);
    await scored.conflict('S4', 'B');
    const decide = (state: string) =>
      portal.dataSource.transaction(async (manager) => {
        await manager.query('set local session_replication_role = replica');
        const decided = state === 'OPEN' ? 'null' : 'now()';
        await manager.query(
          `update formal_card set state = $2, decided_at = ${decided}, decided_by = case when ${decided} is null then null
             else $3::uuid end where offer_id = $1`,
          [scored.offers['A'], state, scored.administrator.personId],
        );
      });
    for (const state of ['OPEN', 'TO_CURE']) {
      await decide(state);
      expect((await scored.preview()).blocks.map(({ code }) => code)).toEqual(['FORMAL']);
      expect((await scored.freeze()).status).toBe(403);
    }
    await decide('REJECTED');
    const { document, blocks } = await scored.preview();
    expect(blocks).toEqual([]);
    const [first, , last] = document.ranking;
    expect([first?.offer, first?.status, last?.offer, last?.status, last?.score]).toEqual([
      ...[scored.numbers['C'], 'selected', scored.numbers['A'], 'rejected', null],
    ]);
  });
});

describe('a witnessed lot', () => {
  const tied = () =>
    scoredSopot(portal, {
      ties: ['LOT'],
      points: (_, __, given) => given.map((_point, at) => (at === 6 ? 0 : 8)),
    });
  const witnesses = 'sekretarz gminy i dwie osoby z komisji';

  it('is promised, drawn once and kept with both halves; from the draw on no card is handed in', async () => {
    const scored = await tied();
    const chair = chairOf(scored);
    // A and B have a recommendation, and C has none: the first two are tied.
    const before = await scored.preview();
    expect(before.blocks.map(({ code }) => code)).toEqual(['LOT_NEEDED']);
    expect(refusal(await chair.put(`${scored.root}/lot/draw`, { witnesses, half: '7 13 21' })).status).toBe(403);
    const promised = must(await chair.put<RankingPreview>(`${scored.root}/lot`, {}));
    expect(promised.lot).toMatchObject({ drawn: null });
    expect(must(await chair.put<RankingPreview>(`${scored.root}/lot`, {})).lot).toEqual(promised.lot);

    const answers = await Promise.all(
      ['7 13 21', '4 8 15'].map((half) => chair.put<RankingPreview>(`${scored.root}/lot/draw`, { witnesses, half })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { lot, document, blocks } = await scored.preview();
    expect(blocks).toEqual([]);
    expect(lotFault(document.lot as DrawnLot, sha256)).toBeNull();
    expect(commitmentOf(lot?.drawn?.portalHalf ?? '', sha256)).toBe(promised.lot?.commitment);
    await expect(
      plantCard(portal, scored.call.id, scored.offers['A'] ?? '', scored.assessors['S2']?.personId ?? '', []),
    ).rejects.toThrow('are frozen');
    must<ResultVersions>(await scored.freeze({ id: randomUUID(), reasons: await reasonsFor(scored) }));
  });

  it('is not drawn where no tie needs it, and the portal’s half is told to nobody before', async () => {
    const scored = await scoredSopot(portal);
    await scored.conflict('S4', 'B');
    expect(refusal(await chairOf(scored).put(`${scored.root}/lot`, {})).status).toBe(403);
    expect((await scored.assessors['S2']!.put(`${scored.root}/lot`, {})).status).toBe(404);
    await expect(
      portal.dataSource.transaction(async (manager) => {
        await manager.query('set local role zit_app');
        await manager.query('select portal_half from call_lot');
      }),
    ).rejects.toThrow('permission denied');
  });
});
