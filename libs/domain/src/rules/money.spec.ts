import { lineOf, ofCode, plain, sopotFacts, sopotRuleSet, verdictOn, withAmount, withLines } from '@zit/sample';
import type { BudgetLine } from '../budget/line';
import { totals } from '../budget/totals';
import type { ConsortiumFacts, MemberFacts } from '../consortium/facts';
import { applyFix } from './apply-fix';
import { check } from './check';
import { blocks } from './finding';
import type { RuleSet } from './rule-set';

const rules = sopotRuleSet();
const facts = sopotFacts();
const lines = facts.lines ?? [];

describe('N2: own contribution is 33 zł short', () => {
  const short = withAmount('L07', 2_846_700);
  const whole: ConsortiumFacts = { ...short, lines: [...(short.lines ?? []), lineOf('L17', 'M1', 'ZIT', 3_300)] };

  it('fails with 14,99 %', () => {
    expect(verdictOn(whole, 'R-OWN')).toMatchObject({
      verdict: 'fail',
      actual: 4_946_700,
      required: 4_950_000,
      shortBy: 3_300,
    });
    expect(plain(verdictOn(whole, 'R-OWN').text)).toBe(
      'Wkład własny wynosi 49 467,00 zł (14,99 %); wymagane co najmniej 49 500,00 zł (15 %), brakuje 33,00 zł.',
    );
  });
});

describe('N2b: one grosz short', () => {
  const short = withLines((line) => {
    if (line.no === 'L14') return { ...line, quantity: 1, unitPriceGrosze: 2_099_999, amountGrosze: 2_099_999 };
    return line.no === 'L16' ? { ...line, quantity: 1, unitPriceGrosze: 720_001, amountGrosze: 720_001 } : line;
  });
  const finding = verdictOn(short, 'R-OWN');

  it('never shows as 15,00 %', () => {
    expect(finding).toMatchObject({ verdict: 'fail', actual: 4_949_999, shortBy: 1 });
    expect(plain(finding.text)).toBe(
      'Wkład własny wynosi 49 499,99 zł (14,99 %); wymagane co najmniej 49 500,00 zł (15 %), brakuje 0,01 zł.',
    );
    expect(plain(finding.fix?.text)).toContain('zwiększ wkład własny o 0,01 zł');
  });
  it('one click moves the grosz, and the total stays', () => {
    const mended = applyFix(short, finding.fix!);
    expect(verdictOn(mended, 'R-OWN')).toMatchObject({ verdict: 'pass', actual: 4_950_000 });
    expect(totals(mended.lines ?? []).total).toBe(33_000_000);
    expect(ofCode(mended, 'R-SUM').every((each) => each.verdict === 'pass')).toBe(true);
    expect(verdictOn(mended, 'R-CAP').verdict).toBe('pass');
  });
});

describe('N2c: a total of 330 000,01', () => {
  const over = withLines(
    (line) => (line.no === 'L16' ? { ...line, quantity: 1, unitPriceGrosze: 720_001, amountGrosze: 720_001 } : line),
    {
      declared: { totalGrosze: 33_000_001, zitGrosze: 28_050_001, ownGrosze: 4_950_000 },
    },
  );
  it('fails twice: the cap by a grosz, and the own contribution rounds up', () => {
    expect(ofCode(over, 'R-CAP').find((each) => each.aspect === 'TOTAL')).toMatchObject({
      verdict: 'fail',
      shortBy: 1,
    });
    expect(verdictOn(over, 'R-OWN')).toMatchObject({ verdict: 'fail', required: 4_950_001, shortBy: 1 });
    // An excess is never shown as the limit itself: raised where a shortage is truncated.
    expect(plain(ofCode(over, 'R-CAP').find((each) => each.aspect === 'ZIT_SHARE')?.text)).toContain('(85,01 %)');
  });
  it('cutting the cap’s grosz mends both and keeps the declaration in step', () => {
    const capped = ofCode(over, 'R-CAP').find((each) => each.aspect === 'TOTAL');
    expect(plain(capped?.fix?.text)).toMatch(/^zmniejsz pozycję L01 o 0,01 zł$/);
    const mended = applyFix(over, capped!.fix!);
    expect(mended.declared).toEqual({ totalGrosze: 33_000_000, zitGrosze: 28_050_000, ownGrosze: 4_950_000 });
    expect(blocks(check(mended, rules).findings)).toBe(false);
  });
});

describe('N6: the lines are a grosz below the declaration', () => {
  const short = withAmount('L16', 719_999);
  it('fails, with the difference', () => {
    const finding = verdictOn(short, 'R-SUM');
    expect(finding).toMatchObject({
      verdict: 'fail',
      aspect: 'TOTAL',
      actual: 32_999_999,
      required: 33_000_000,
      shortBy: 1,
    });
    expect(plain(finding.text)).toBe('Pozycje sumują się do 329 999,99 zł, a zadeklarowano 330 000,00 zł (−0,01 zł).');
  });
  it('a line that is not quantity × price is found by its number', () => {
    const slipped = withLines((line) => (line.no === 'L05' ? { ...line, amountGrosze: 1_080_001 } : line));
    const finding = ofCode(slipped, 'R-SUM').find((each) => each.aspect === 'LINE');
    expect(finding).toMatchObject({ verdict: 'fail', subject: { kind: 'line', id: 'L05' }, required: 1_080_000 });
    expect(ofCode(applyFix(slipped, finding!.fix!), 'R-SUM').every((each) => each.verdict === 'pass')).toBe(true);
  });
  it('declared ZIT and own contribution are compared as well', () => {
    const finding = verdictOn(
      { ...facts, declared: { totalGrosze: 33_000_000, zitGrosze: 28_050_001, ownGrosze: 4_950_000 } },
      'R-SUM',
    );
    expect(finding).toMatchObject({ aspect: 'ZIT', verdict: 'fail' });
  });
});

describe('N16: an in-kind line without a valuation', () => {
  it.each([null, '', '  '])('%j blocks', (valuation) => {
    const unvalued = withLines((line) => (line.no === 'L14' ? { ...line, valuation } : line));
    expect(verdictOn(unvalued, 'R-VALUATION')).toMatchObject({ verdict: 'fail', subject: { kind: 'line', id: 'L14' } });
  });
  it('a cap on in-kind contribution turns the surplus into cash', () => {
    const capped: RuleSet = { ...rules, own: { ...rules.own, inKindCapPercent: 40 } };
    const finding = verdictOn(facts, 'R-OWN', capped);
    expect(finding).toMatchObject({ aspect: 'IN_KIND_CAP', verdict: 'fail', actual: 2_100_000, required: 1_980_000 });
    expect(totals(applyFix(facts, finding.fix!).lines ?? [])).toMatchObject({ own: 4_950_000, ownInKind: 1_980_000 });
  });
});

describe('N24: 5 000 lines and 50 members', () => {
  const members = Array.from({ length: 50 }, (_, index): MemberFacts => ({
    ...facts.members[index % 5]!,
    id: `M${index + 1}`,
    nip: null,
    regon: null,
    krs: String(1000 + index),
    role: index === 0 ? 'LEADER' : 'PARTNER',
  }));
  const many = Array.from({ length: 5_000 }, (_, index): BudgetLine => ({
    ...lines[index % 16]!,
    no: `L${index + 1}`,
    member: `M${(index % 50) + 1}`,
  }));
  it('are checked like any other', () => {
    const big = { ...facts, members, lines: many, declared: { totalGrosze: null, zitGrosze: null, ownGrosze: null } };
    const { findings } = check(big, rules);
    expect(findings.find((each) => each.code === 'R-CAP')?.verdict).toBe('fail');
  });
});
