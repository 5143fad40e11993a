import { sopotCase } from '@zit/sample';
import { shortHash as sha256 } from '../../test/random-calls';
import { readRankingCase } from '../case/read-ranking';
import { resultFile } from './result-file';
import { whatIf, type WhatIfRules } from './what-if';

function earlier() {
  const read = readRankingCase(sopotCase);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const about = {
    call: { number: null, title: null, teryt: '2264011', edition: 1, sha256: null },
    ...{ ruleSet: 'OMT-2014/1', criteria: {}, titles: {}, software: 'zit-portal', frozenAt: null },
  };
  const { file } = resultFile(read.value, about, sha256);
  if (!file) throw new Error('the case has no ranking');
  const { criteria, ties } = read.value.rules;
  const draft: WhatIfRules = { criteria, ties, thresholdPoints: 6_000 };
  return { document: file.document, draft };
}

const places = ({ rows }: ReturnType<typeof whatIf>) => rows.map(({ offer, place }) => [offer, place]);

describe('what an earlier call would have been by other rules', () => {
  it('says what was published when nothing is otherwise', () => {
    const { document, draft } = earlier();
    const other = whatIf(document, draft);
    expect(other).toEqual({ rows: document.ranking, blocks: [], unknown: [], dropped: [], weight: 100 });
  });

  it('F.4: C leads when K7 weighs nothing, and no weight is made up for it', () => {
    const { document, draft } = earlier();
    const criteria = draft.criteria.map((each) => (each.code === 'K7' ? { ...each, weight: 0 } : each));
    const other = whatIf(document, { ...draft, criteria });
    expect([places(other), other.weight]).toEqual([
      [
        ['C', 1],
        ['A', 2],
        ['B', null],
      ],
      95,
    ]);
  });

  it('F.4: C wins the tie when K5 decides it first', () => {
    const { document, draft } = earlier();
    const other = whatIf(document, { ...draft, ties: ['K5', 'K2'] });
    expect(places(other).slice(0, 2)).toEqual([
      ['C', 1],
      ['A', 2],
    ]);
    expect(other.rows[0]?.because).toContain('rozstrzyga K5');
  });

  it('leaves out what nobody scored then, also among the ties, and names it', () => {
    const { document, draft } = earlier();
    const criteria = [...draft.criteria.filter(({ code }) => code !== 'K4'), { code: 'K9', weight: 10 }];
    const other = whatIf(document, { ...draft, criteria, ties: ['K9', 'K2'] });
    expect([other.unknown, other.dropped, other.weight]).toEqual([['K9'], ['K4'], 90]);
  });

  it('lets B pass under a lower threshold', () => {
    const { document, draft } = earlier();
    const other = whatIf(document, { ...draft, thresholdPoints: 5_000 });
    expect(other.rows.find(({ offer }) => offer === 'B')).toMatchObject({ place: 3, status: 'reserve' });
  });
});
