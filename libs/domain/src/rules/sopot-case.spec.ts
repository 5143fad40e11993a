import { lineOf, measuredBy, plain, sopotFacts, sopotRuleSet, verdictOn } from '@zit/sample';
import { totals } from '../budget/totals';
import type { ConsortiumFacts } from '../consortium/facts';
import { applyFix } from './apply-fix';
import { check } from './check';
import { blocks } from './finding';
import type { RuleSet } from './rule-set';

const rules = sopotRuleSet();
const facts = sopotFacts();
const lines = facts.lines ?? [];

describe('the Sopot case', () => {
  it('passes every rule, and nothing is left unchecked', () => {
    const result = check(facts, rules);
    expect(result.findings.every((finding) => finding.verdict === 'pass' && finding.fix === null)).toBe(true);
    expect(result.notChecked).toEqual([]);
    expect(result.ruleSet).toBe('OMT-2014/1');
  });

  it('shows the NGO share by all four measures, exactly', () => {
    expect(verdictOn(facts, 'R-NGO').measures).toEqual({
      MEMBER_COUNT: '3/5',
      BUDGET: '21500000/33000000',
      ZIT: '21500000/28050000',
      VOTES: '3/5',
    });
    for (const measure of ['BUDGET', 'ZIT', 'VOTES'] as const) {
      expect(verdictOn(facts, 'R-NGO', measuredBy(measure)).verdict).toBe('pass');
    }
    expect(plain(verdictOn(facts, 'R-NGO', measuredBy('BUDGET')).text)).toBe(
      'Organizacje pozarządowe mają 215 000,00 zł z 330 000,00 zł budżetu (65,15 %); wymagane co najmniej 50 %.',
    );
  });

  it('offer B: two of four is enough; what its list does not say is not judged', () => {
    const result = check(sopotFacts('B'), rules);
    expect(blocks(result.findings)).toBe(false);
    expect(verdictOn(sopotFacts('B'), 'R-NGO').actual).toBe('2/4');
    expect(result.notChecked.map((each) => each.code)).toEqual([
      'R-LEADER',
      'R-AREA',
      'R-IDS',
      'R-SUM',
      'R-SERVICE',
      'R-DOUBLE',
      'R-VALUATION',
    ]);
  });

  it('offer C: no business is a warning and does not block', () => {
    const result = check(sopotFacts('C'), rules);
    expect(blocks(result.findings)).toBe(false);
    expect(verdictOn(sopotFacts('C'), 'R-COMP')).toMatchObject({ aspect: 'BUSINESS', verdict: 'warning' });
    const required = { ...rules, composition: { ...rules.composition, BUSINESS: 'required' as const } };
    expect(verdictOn(sopotFacts('C'), 'R-COMP', required).verdict).toBe('fail');
  });

  it('variant A′ passes ANY_MEMBER and fails JST_ONLY', () => {
    const variant: ConsortiumFacts = {
      ...facts,
      lines: [
        ...lines.filter((line) => line.no !== 'L07'),
        lineOf('L17', 'M4', 'OWN_CASH', 1_200_000),
        { ...lineOf('L18', 'M1', 'OWN_IN_KIND', 600_000), quantity: 300, unitPriceGrosze: 2_000 },
        { ...lineOf('L19', 'M2', 'OWN_IN_KIND', 450_000), quantity: 225, unitPriceGrosze: 2_000 },
        lineOf('L20', 'M5', 'OWN_CASH', 600_000),
      ],
    };
    expect(totals(variant.lines ?? [])).toMatchObject({ own: 4_950_000, ownCash: 1_800_000, ownInKind: 3_150_000 });
    expect(verdictOn(variant, 'R-OWN').verdict).toBe('pass');
    const jstOnly: RuleSet = { ...rules, own: { ...rules.own, provider: 'JST_ONLY' } };
    const finding = verdictOn(variant, 'R-OWN', jstOnly);
    expect(finding).toMatchObject({ verdict: 'fail', actual: 3_300_000, required: 4_950_000, shortBy: 1_650_000 });
    const mended = applyFix(variant, finding.fix!);
    expect(verdictOn(mended, 'R-OWN', jstOnly)).toMatchObject({ verdict: 'pass', actual: 4_950_000 });
    expect(verdictOn(facts, 'R-OWN', jstOnly).verdict).toBe('pass');
  });
});
