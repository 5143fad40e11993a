import { sopotCase } from '@zit/sample';
import fc from 'fast-check';
import { randomCalls, shortHash } from '../../test/random-calls';
import { readRankingCase } from '../case/read-ranking';
import { computeRanking } from './compute-ranking';
import type { RankingCall } from './ranking-call';
import { stabilityOf, type Stability, type StabilityAsked } from './stability';

function stable(call: RankingCall, asked: Partial<StabilityAsked> = {}): Stability {
  return stabilityOf(call, shortHash, { seed: 7, ...asked });
}

function sopot(): RankingCall {
  const read = readRankingCase(sopotCase);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

describe('how firmly a ranking stands', () => {
  it('Sopot: A and C are on the line, B is nowhere near it', () => {
    const { offers, trials } = stable(sopot());
    expect(offers.map(({ offer, verdict }) => [offer, verdict])).toEqual([
      ['A', 'line'],
      ['C', 'line'],
      ['B', 'unsure'],
    ]);
    // One centre: somebody is selected in every trial, and nobody twice.
    expect(offers.reduce((sum, { selected }) => sum + selected, 0)).toBe(trials);
    // Without S1: 159.5 to 161.5. Without S2: 164.5 each, and K2 parts them, 17 to 16. Without S3: 161 to 159.
    expect(offers[0]?.withoutAssessor).toEqual(['S1']);
    expect(offers[2]).toMatchObject({ withoutAssessor: [], withWeight: [] });
  });

  it('Sopot: less weight for the recommendation would make C the first', () => {
    const [first] = stable(sopot(), { trials: 1 }).offers;
    expect(first?.withWeight).toContainEqual({ code: 'K7', percent: -10 });
    expect(first?.withWeight).not.toContainEqual({ code: 'K7', percent: 10 });
  });

  it('the same seed gives the same counts, another one others', () => {
    const counts = (seed: number) => stable(sopot(), { seed }).offers.map(({ selected }) => selected);
    expect(counts(7)).toEqual(counts(7));
    expect(counts(7)).not.toEqual(counts(8));
  });

  it('one clear winner is sure', () => {
    const call = sopot();
    const cards = call.cards.map((card) =>
      card.offer === 'A' ? { ...card, points: card.points.map(() => 10) } : card,
    );
    expect(stable({ ...call, cards }).offers.map(({ verdict }) => verdict)).toEqual(['sure', 'unsure', 'unsure']);
  });

  it('draws the line as the ranking does: with nothing changed it selects the same offers', () =>
    fc.assert(
      fc.property(randomCalls, (call) => {
        const sole = call.cards.map((card) => ({ ...card, assessor: 'S' }));
        // One assessor is drawn every time: each trial is the ranking itself.
        const alone: RankingCall = {
          ...{ ...call, conflicts: [], rules: { ...call.rules, quorum: 1 } },
          cards: sole.filter((card, at) => sole.findIndex(({ offer }) => offer === card.offer) === at),
        };
        const ranking = computeRanking(alone, shortHash);
        if (ranking.blocks.length > 0) return;
        const found = stabilityOf(alone, shortHash, { seed: 1, trials: 3 });
        const selected = ranking.offers.filter(({ status }) => status === 'selected').map(({ offer }) => offer);
        expect(found.offers.filter((one) => one.selected === 3).map(({ offer }) => offer)).toEqual(selected);
        expect(found.offers.filter((one) => one.selected > 0 && one.selected < 3)).toEqual([]);
      }),
      { numRuns: 300 },
    ));
});
