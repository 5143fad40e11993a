import { sopotCase } from '@zit/sample';
import { shortHash as sha256 } from '../../test/random-calls';
import { readRankingCase } from '../case/read-ranking';
import { computeRanking, type PlacedOffer, type Ranking } from './compute-ranking';
import { explainBlock, explainPlaces } from './explain-place';
import type { RankingCall } from './ranking-call';
import { fractionText, shownScore } from './shown-score';

/** The Sopot case (F.4), changed where a story needs it. */
function sopot(change: (zitCase: Record<string, unknown>) => void = () => undefined): RankingCall {
  const copy = JSON.parse(JSON.stringify(sopotCase)) as Record<string, unknown>;
  change(copy);
  const read = readRankingCase(copy);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

const scoring = (more: object) => (zitCase: Record<string, unknown>) => {
  zitCase['scoring'] = { ...(zitCase['scoring'] as object), ...more };
};

const row = ({ offer, score, place, status, tie }: PlacedOffer) => [
  ...[offer, score && fractionText(score), place, status, tie?.by ?? null],
];
const rows = ({ offers }: Ranking) => offers.map(row);

describe('the ranking of the Sopot case', () => {
  it('F.4 WHOLE_CALL: S4 counts nowhere; A and C are tied and K2 decides; B is below the threshold', () => {
    const call = sopot();
    const ranking = computeRanking(call, sha256);
    expect(rows(ranking)).toEqual([
      ['A', '485/6', 1, 'selected', 'K2'],
      ['C', '485/6', 2, 'reserve', 'K2'],
      ['B', '176/3', null, 'below-threshold', null],
    ]);
    expect(ranking.blocks).toEqual([]);
    expect(explainPlaces(ranking.offers, call.rules)).toEqual([
      '80,83\u00a0pkt, remis z C; rozstrzyga K2: 8,33 > 8,00',
      '80,83\u00a0pkt, remis z A; rozstrzyga K2: 8,00 < 8,33',
      '58,67\u00a0pkt, poniżej progu 60,00\u00a0pkt',
    ]);
  });

  it('F.4 OFFER_ONLY: S4 counts for A and C', () => {
    const ranking = computeRanking(sopot(scoring({ conflictPolicy: 'OFFER_ONLY' })), sha256);
    expect(rows(ranking)).toEqual([
      ['A', '78', 1, 'selected', null],
      ['C', '309/4', 2, 'reserve', null],
      ['B', '176/3', null, 'below-threshold', null],
    ]);
    expect(ranking.offers.map(({ counted }) => counted.length)).toEqual([4, 4, 3]);
  });

  it('without the exclusion B would pass: that is why it matters', () => {
    const ranking = computeRanking(
      sopot((zitCase) => {
        zitCase['conflicts'] = [];
      }),
      sha256,
    );
    expect(row(ranking.offers[2] as PlacedOffer)).toEqual(['B', '523/8', 3, 'reserve', null]);
  });

  it('S5: another published order of tie rules gives another winner', () => {
    const ranking = computeRanking(sopot(scoring({ tieBreak: ['K5', 'K2', 'LOT'] })), sha256);
    expect(rows(ranking).slice(0, 2)).toEqual([
      ['C', '485/6', 1, 'selected', 'K5'],
      ['A', '485/6', 2, 'reserve', 'K5'],
    ]);
  });

  it('N14: without a recommendation an offer is ranked, with no points for it', () => {
    const { means } = computeRanking(sopot(), sha256).offers[1] as PlacedOffer;
    expect(means.at(-1)).toEqual({ num: 0, den: 3 });
  });

  it('N19: two counted assessors make no ranking where the quorum is three', () => {
    const call = sopot((zitCase) => {
      zitCase['conflicts'] = [
        { assessor: 'S4', offer: 'B' },
        { assessor: 'S3', offer: 'C' },
      ];
    });
    const { offers, blocks } = computeRanking(call, sha256);
    expect(offers.every(({ place }) => place === null)).toBe(true);
    expect(blocks.map((block) => [block.code, 'counted' in block && block.counted])).toEqual([
      ['QUORUM', 2],
      ['QUORUM', 2],
      ['QUORUM', 2],
    ]);
    expect(explainBlock(blocks[0] as never)).toBe(
      'Ranking nie powstanie: ofertę A oceniły 2\u00a0osoby bez konfliktu interesów, a kworum wynosi 3. Brakujące osoby powinny oddać karty.',
    );
  });

  it('N20: 59.996 is below the threshold of 60 and never shown as 60,00', () => {
    const sixty = { num: 6_000, den: 100 };
    expect(shownScore({ num: 59_996, den: 1_000 }, sixty, true)).toBe('59,99…');
    expect(shownScore({ num: 59_994, den: 1_000 }, sixty, true)).toBe('59,99');
    expect(shownScore({ num: 60, den: 1 }, sixty, true)).toBe('60,00');
    // Exactly the threshold does not pass an exclusive one, and is shown as what it is.
    expect(shownScore({ num: 60, den: 1 }, sixty, false)).toBe('60,00');
    expect(shownScore({ num: 60_004, den: 1_000 }, sixty, false)).toBe('60,00');

    const assessors = Array.from({ length: 25 }, (_, at) => `S${at}`);
    const criteria = [{ code: 'K1', weight: 99 }, { code: 'K2', weight: 1 }]; // prettier-ignore
    // 25 sums of 100·max: 24 times 60, once 59.9.
    const cards = assessors.map((assessor, at) => ({ assessor, offer: 'A', points: [6, at === 0 ? 5 : 6] }));
    const rules = { ...sopot().rules, criteria, ties: ['K1'] };
    const call: RankingCall = {
      rules,
      cards,
      offers: [{ offer: 'A', zitGrosze: 1, rejected: false }],
      conflicts: [],
      lotSeed: null,
    };
    const { offers } = computeRanking(call, sha256);
    expect(rows({ offers, blocks: [] })).toEqual([['A', '14999/250', null, 'below-threshold', null]]);
    expect(explainPlaces(offers, rules)).toEqual(['59,99…\u00a0pkt, poniżej progu 60,00\u00a0pkt']);
  });

  it('a rejected offer is listed without a score, and its cards count for nobody', () => {
    const ranking = computeRanking(
      sopot((zitCase) => {
        (zitCase['offers'] as Record<string, Record<string, unknown>>)['A'] = {
          ...(zitCase['offers'] as Record<string, Record<string, unknown>>)['A'],
          rejected: true,
        };
      }),
      sha256,
    );
    expect(rows(ranking)).toEqual([
      ['C', '485/6', 1, 'selected', null],
      ['B', '176/3', null, 'below-threshold', null],
      ['A', null, null, 'rejected', null],
    ]);
  });
});
