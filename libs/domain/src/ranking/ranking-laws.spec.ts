import fc from 'fast-check';
import { randomCalls as calls, shortHash as sha256 } from '../../test/random-calls';
import { compareRatio, reaches } from '../money/ratio';
import { computeRanking, type PlacedOffer } from './compute-ranking';
import { explainPlaces } from './explain-place';
import type { RankingCall } from './ranking-call';

const RUNS = { numRuns: 600 };

describe('laws of every ranking', () => {
  it('the order of offers, cards and conflicts in the file changes nothing', () =>
    fc.assert(
      fc.property(calls, (call) => {
        const turned: RankingCall = {
          ...call,
          offers: call.offers.toReversed(),
          cards: call.cards.toReversed(),
          conflicts: call.conflicts.toReversed(),
        };
        const plain = ({ offers, blocks }: ReturnType<typeof computeRanking>) => ({
          blocks,
          offers: offers.map((placed) => ({ ...placed, counted: [...placed.counted].sort() })),
        });
        expect(plain(computeRanking(turned, sha256))).toEqual(plain(computeRanking(call, sha256)));
      }),
      RUNS,
    ));

  it('every offer is listed once; places follow exact points, and only the lot is left to part equals', () =>
    fc.assert(
      fc.property(calls, (call) => {
        const { offers, blocks } = computeRanking(call, sha256);
        expect(offers.map(({ offer }) => offer).sort()).toEqual(call.offers.map(({ offer }) => offer).sort());
        expect(explainPlaces(offers, call.rules).every((sentence) => sentence.length > 5)).toBe(true);
        if (blocks.some(({ code }) => code === 'QUORUM')) return;
        const placed = offers.filter(({ place }) => place !== null);
        placed.forEach((one, at) => {
          const above = placed[at - 1];
          expect(reaches(one.score ?? { num: 0, den: 0 }, call.rules.threshold, call.rules.thresholdInclusive)).toBe(
            true,
          );
          if (!above?.score || !one.score) return;
          expect(compareRatio(above.score, one.score)).toBeGreaterThanOrEqual(0);
          const equal = above.place === one.place;
          const left = blocks.some(
            (block) => 'offers' in block && block.offers.includes(one.offer) && block.offers.includes(above.offer),
          );
          expect(left).toBe(equal);
          if (!equal) expect(one.place).toBe(at + 1);
        });
        // The place would name its rule, if points are equal and places are not.
        for (const { tie } of placed) if (tie?.own && tie.others) expect(compareRatio(tie.own, tie.others)).not.toBe(0);
      }),
      RUNS,
    ));

  it('money and centres are never overspent, and nobody below the line is selected', () =>
    fc.assert(
      fc.property(calls, (call) => {
        const { offers } = computeRanking(call, sha256);
        const selected = offers.filter(({ status }) => status === 'selected');
        const spent = selected.reduce((sum, { zitGrosze }) => sum + zitGrosze, 0);
        expect(selected.length).toBeLessThanOrEqual(call.rules.centres ?? Infinity);
        expect(spent).toBeLessThanOrEqual(call.rules.moneyGrosze ?? Infinity);
        const states = offers.map(({ status }) => status);
        const order = ['selected', 'undecided', 'reserve', 'below-threshold', 'rejected'];
        expect(states).toEqual([...states].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
      }),
      RUNS,
    ));

  it('somebody in conflict has no say: their points may be anything', () =>
    fc.assert(
      fc.property(calls, fc.nat(2), (call, points) => {
        const whole = call.rules.conflictPolicy === 'WHOLE_CALL';
        const silenced = (card: { assessor: string; offer: string }): boolean =>
          call.conflicts.some(({ assessor, offer }) => assessor === card.assessor && (whole || offer === card.offer));
        const other = {
          ...call,
          cards: call.cards.map((card) => (silenced(card) ? { ...card, points: card.points.map(() => points) } : card)),
        };
        expect(computeRanking(other, sha256)).toEqual(computeRanking(call, sha256));
      }),
      RUNS,
    ));

  it('more points for an offer never lower its place', () =>
    fc.assert(
      fc.property(calls, fc.nat(), (call, die) => {
        const card = call.cards[die % Math.max(1, call.cards.length)];
        if (!card) return;
        const better = {
          ...call,
          cards: call.cards.map((one) =>
            one === card ? { ...one, points: one.points.map(() => call.rules.maxPoints) } : one,
          ),
        };
        const placeOf = (of: RankingCall): PlacedOffer | undefined =>
          computeRanking(of, sha256).offers.find(({ offer }) => offer === card.offer);
        const [before, after] = [placeOf(call)?.place, placeOf(better)?.place];
        if (before !== null && before !== undefined) expect(after).toBeLessThanOrEqual(before);
      }),
      RUNS,
    ));
});
