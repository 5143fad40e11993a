import { sopotFacts, sopotRuleSet } from '@zit/sample';
import type { BudgetLine, BudgetSource } from '../budget/line';
import { totals } from '../budget/totals';
import { removeMember } from '../consortium/amend';
import type { ConsortiumFacts, MemberFacts } from '../consortium/facts';
import type { DocumentFacts, DocumentKind } from '../document/document-facts';
import type { Sector } from '../organisation/sector';
import { applyFix } from './apply-fix';
import { check } from './check';
import { documentFindings } from './document-findings';
import { blocks, type Finding, type RuleCode } from './finding';
import { isOneClick } from './fix';
import type { NgoMeasure, RuleSet } from './rule-set';

const rules = sopotRuleSet();
const facts = sopotFacts('A');
const lines = facts.lines ?? [];

const ofCode = (about: ConsortiumFacts, code: RuleCode, ruleSet = rules): Finding[] =>
  check(about, ruleSet).findings.filter((finding) => finding.code === code);
const verdictOn = (about: ConsortiumFacts, code: RuleCode, ruleSet = rules): Finding => {
  const [worst] = ofCode(about, code, ruleSet);
  if (!worst) throw new Error(`${code} gave no finding`);
  return worst;
};
/** Sentences with plain spaces, as one types them. */
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
const measured = (measure: NgoMeasure): RuleSet => ({ ...rules, ngo: { ...rules.ngo, measure } });
const withLines = (change: (line: BudgetLine) => BudgetLine, more: Partial<ConsortiumFacts> = {}): ConsortiumFacts => ({
  ...facts,
  lines: lines.map(change),
  ...more,
});
const withMembers = (change: (member: MemberFacts) => MemberFacts): ConsortiumFacts => ({
  ...facts,
  members: facts.members.map(change),
});
const lineOf = (no: string, member: string, source: BudgetSource, amountGrosze: number): BudgetLine => ({
  ...lines[0]!,
  no,
  member,
  source,
  quantity: 1,
  unitPriceGrosze: amountGrosze,
  amountGrosze,
  valuation: 'cennik',
});
/** A consortium known only by the sectors of its members. */
const ofSectors = (...sectors: Sector[]): ConsortiumFacts => ({
  ...facts,
  lines: null,
  services: [],
  members: sectors.map((sector, index) => ({
    ...facts.members[0]!,
    id: `X${index}`,
    sector,
    nip: null,
    regon: null,
    krs: null,
    anonymous: true,
    role: 'PARTNER' as const,
  })),
});
const paper = (kind: DocumentKind, consortium: ConsortiumFacts, more: Partial<DocumentFacts> = {}): DocumentFacts => ({
  kind,
  templateVersion: 'test',
  number: null,
  date: '2015-06-20',
  place: 'Sopot',
  copies: 5,
  validUntil: null,
  note: null,
  memberId: null,
  consortium,
  ruleSet: rules,
  ...more,
});

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
      expect(verdictOn(facts, 'R-NGO', measured(measure)).verdict).toBe('pass');
    }
    expect(plain(verdictOn(facts, 'R-NGO', measured('BUDGET')).text)).toBe(
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

describe('N1: the NGO part of the budget is 330 zł short of half', () => {
  const short: ConsortiumFacts = {
    ...facts,
    lines: [
      lineOf('L01', 'M1', 'ZIT', 16_467_000),
      lineOf('L02', 'M5', 'ZIT', 11_583_000),
      lineOf('L03', 'M4', 'OWN_CASH', 4_950_000),
    ],
  };
  const finding = verdictOn(short, 'R-NGO', measured('BUDGET'));

  it('fails by exactly that sum', () => {
    expect(finding).toMatchObject({ verdict: 'fail', actual: '16467000/33000000', required: '1/2', shortBy: 33_000 });
    expect(plain(finding.text)).toBe(
      'Organizacje pozarządowe mają 164 670,00 zł z 330 000,00 zł budżetu (49,90 %); wymagane co najmniej 50 %, brakuje 330,00 zł.',
    );
  });
  it('is mended by moving the sum to the NGO that leads', () => {
    expect(isOneClick(finding.fix!)).toBe(true);
    const mended = applyFix(short, finding.fix!);
    expect(verdictOn(mended, 'R-NGO', measured('BUDGET'))).toMatchObject({
      verdict: 'pass',
      actual: '16500000/33000000',
    });
    expect(totals(mended.lines ?? []).total).toBe(33_000_000);
  });
});

describe('N1b: counted by members', () => {
  it('499 of 1000 fails, one organisation short of the mark', () => {
    const many = ofSectors(...new Array<Sector>(499).fill('NGO'), ...new Array<Sector>(501).fill('BUSINESS'));
    expect(verdictOn(many, 'R-NGO')).toMatchObject({ verdict: 'fail', actual: '499/1000', shortBy: 2 });
  });
  it('4 of 9 fails and one more organisation makes it 5 of 10', () => {
    const nine = ofSectors('NGO', 'NGO', 'NGO', 'NGO', 'JST', 'JST', 'BUSINESS', 'BUSINESS', 'BUSINESS');
    const finding = verdictOn(nine, 'R-NGO');
    expect(plain(finding.text)).toBe(
      'Organizacje pozarządowe stanowią 4 z 9 członków (44,44 %); wymagane co najmniej 50 %, brakuje 1 organizacji pozarządowej.',
    );
    expect(plain(finding.fix?.text)).toBe('dodaj 1 organizację pozarządową');
  });
  it('3 of 6 passes, unless more than half is asked for', () => {
    const six = ofSectors('NGO', 'NGO_EQUIVALENT', 'CHURCH', 'JST', 'BUSINESS', 'OTHER');
    expect(verdictOn(six, 'R-NGO').verdict).toBe('pass');
    const moreThanHalf: RuleSet = { ...rules, ngo: { ...rules.ngo, inclusive: false } };
    expect(verdictOn(six, 'R-NGO', moreThanHalf)).toMatchObject({ verdict: 'fail', relation: 'moreThan', shortBy: 1 });
  });
  it('a full consortium replaces instead of growing', () => {
    const full: RuleSet = { ...rules, size: { min: 2, max: 3 } };
    const three = ofSectors('NGO', 'JST', 'BUSINESS');
    const fix = verdictOn(three, 'R-NGO', full).fix;
    expect(fix?.steps.map((step) => step.act)).toEqual(['REMOVE_MEMBER']);
  });
});

describe('N2: own contribution is 33 zł short', () => {
  const short = withLines((line) =>
    line.no === 'L07' ? { ...line, quantity: 1, unitPriceGrosze: 2_846_700, amountGrosze: 2_846_700 } : line,
  );
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

describe('N3: three NGOs and a company', () => {
  it('lack a municipality', () => {
    const finding = verdictOn(ofSectors('NGO', 'NGO', 'NGO', 'BUSINESS'), 'R-COMP');
    expect(finding).toMatchObject({ aspect: 'JST', verdict: 'fail', actual: 0, required: 1 });
    expect(finding.text).toContain('brak JST');
  });
});

describe('N4: two municipalities and a company', () => {
  it('lack an NGO, and the share is zero', () => {
    const none = ofSectors('JST', 'JST', 'BUSINESS');
    expect(verdictOn(none, 'R-COMP')).toMatchObject({ aspect: 'NGO', verdict: 'fail' });
    expect(verdictOn(none, 'R-NGO')).toMatchObject({ verdict: 'fail', actual: '0/3', shortBy: 3 });
    expect(verdictOn(none, 'R-NGO').text).toContain('0,00');
  });
  it('an empty consortium asks for one organisation', () => {
    const nobody = { ...ofSectors(), members: [] };
    expect(verdictOn(nobody, 'R-NGO')).toMatchObject({ verdict: 'fail', actual: null, shortBy: 1 });
  });
});

describe('N5: two members with one NIP', () => {
  const twice = withMembers((member) => (member.id === 'M3' ? { ...member, nip: '9990000020' } : member));
  it('are one party', () => {
    expect(verdictOn(twice, 'R-IDS')).toMatchObject({ aspect: 'DUPLICATE', verdict: 'fail', actual: 'NIP 9990000020' });
    expect(verdictOn(twice, 'R-NGO').actual).toBe('2/4');
  });
  it('whose other numbers differ have a slip to correct, not a party to lose', () => {
    const finding = verdictOn(twice, 'R-IDS');
    expect(finding.fix?.steps).toEqual([{ act: 'FILL_MEMBER', member: 'M3', field: 'nip', needs: 'VALUE' }]);
    const mended = applyFix(twice, finding.fix!, { values: ['9990000037'] });
    expect(verdictOn(mended, 'R-IDS').verdict).toBe('pass');
  });
  it('the same organisation entered twice goes away, its lines stay', () => {
    const same = { ...facts, members: [...facts.members, { ...facts.members[1]!, id: 'M6' }] };
    const spent = { ...same, lines: lines.map((line) => (line.no === 'L04' ? { ...line, member: 'M6' } : line)) };
    const finding = verdictOn(spent, 'R-IDS');
    expect(finding.fix?.steps).toEqual([{ act: 'REMOVE_MEMBER', member: 'M6', linesTo: 'M2' }]);
    const mended = applyFix(spent, finding.fix!);
    expect(verdictOn(mended, 'R-IDS').verdict).toBe('pass');
    expect(totals(mended.lines ?? []).byMember['M2']?.total).toBe(5_580_000);
  });
  it('a local unit of the same entity is the same party by the first nine digits of its REGON', () => {
    const unit = withMembers((member) =>
      member.id === 'M3' ? { ...member, regon: '99000001600012', nip: null, krs: null } : member,
    );
    expect(verdictOn(unit, 'R-IDS')).toMatchObject({ aspect: 'DUPLICATE' });
  });
});

describe('N5b: a NIP with a wrong check digit', () => {
  it('is named', () => {
    const wrong = withMembers((member) => (member.id === 'M2' ? { ...member, nip: '9990000021' } : member));
    const finding = verdictOn(wrong, 'R-IDS');
    expect(finding).toMatchObject({
      aspect: 'NIP',
      verdict: 'fail',
      actual: '9990000021',
      subject: { kind: 'member', id: 'M2' },
    });
    expect(finding.text).toContain('Cyfra kontrolna');
  });
});

describe('N5c: a municipality and its own unit', () => {
  const unit: MemberFacts = {
    ...facts.members[3]!,
    id: 'M6',
    name: 'Testowa Jednostka Pomocy Społecznej',
    sector: 'JST_UNIT',
    regon: '990000097',
    krs: null,
  };
  it.each([
    ['the same NIP', unit],
    ['a NIP of its own, but part of the municipality', { ...unit, nip: '9990000072', unitOfNip: '9990000043' }],
  ])('%s: one legal person, counted once', (_, sixth) => {
    const six = { ...facts, members: [...facts.members, sixth] };
    expect(verdictOn(six, 'R-IDS')).toMatchObject({ aspect: 'DUPLICATE', subject: { id: 'M6' } });
    expect(verdictOn(six, 'R-NGO').actual).toBe('3/5');
    expect(ofCode(six, 'R-COMP').find((each) => each.aspect === 'JST')?.actual).toBe(1);
    expect(ofCode(six, 'R-SIZE')[0]?.actual).toBe(5);
    expect(verdictOn(six, 'R-IDS').fix?.steps).toEqual([{ act: 'REMOVE_MEMBER', member: 'M6', linesTo: 'M4' }]);
  });
});

describe('N6: the lines are a grosz below the declaration', () => {
  const short = withLines((line) =>
    line.no === 'L16' ? { ...line, quantity: 1, unitPriceGrosze: 719_999, amountGrosze: 719_999 } : line,
  );
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

describe('N8: a leader with no similar project in three years', () => {
  const green = withMembers((member) => (member.role === 'LEADER' ? { ...member, similarProjects3y: 0 } : member));
  it('fails; where a partner might do, he is appointed and his numbers asked for', () => {
    const finding = verdictOn(green, 'R-LEADER');
    expect(finding).toMatchObject({ aspect: 'EXPERIENCE', verdict: 'fail', actual: 0, required: 1 });
    expect(finding.fix?.steps[0]).toMatchObject({ act: 'SET_LEADER' });
    const mended = applyFix(green, finding.fix!, { values: [2] });
    expect(ofCode(mended, 'R-LEADER').every((each) => each.verdict === 'pass')).toBe(true);
  });
  it('one click, when a partner is known to qualify', () => {
    const able = {
      ...green,
      members: green.members.map((member) => (member.id === 'M2' ? { ...member, similarProjects3y: 3 } : member)),
    };
    const finding = verdictOn(able, 'R-LEADER');
    expect(finding.fix?.steps).toEqual([{ act: 'SET_LEADER', member: 'M2' }]);
  });
  it('not stated is asked for, not judged as zero', () => {
    const silent = withMembers((member) => ({ ...member, similarProjects3y: null }));
    expect(verdictOn(silent, 'R-LEADER').fix?.steps).toEqual([
      { act: 'FILL_MEMBER', member: 'M1', field: 'similarProjects3y', needs: 'VALUE' },
    ]);
  });
  it('turnover is a gate only when switched on', () => {
    const gate = (turnoverFactor: string): RuleSet => ({ ...rules, leader: { ...rules.leader, turnoverFactor } });
    expect(ofCode(facts, 'R-LEADER', gate('0')).map((each) => each.aspect)).not.toContain('TURNOVER');
    expect(verdictOn(facts, 'R-LEADER', gate('1.5')).verdict).toBe('pass');
    expect(verdictOn(facts, 'R-LEADER', gate('2'))).toMatchObject({
      aspect: 'TURNOVER',
      verdict: 'fail',
      required: 66_000_000,
      shortBy: 5_000_000,
    });
  });
});

describe('N9: two leaders, and none', () => {
  it.each([
    ['two', 2, (member: MemberFacts) => (member.id === 'M4' ? { ...member, role: 'LEADER' as const } : member)],
    ['none', 0, (member: MemberFacts) => ({ ...member, role: 'PARTNER' as const })],
  ])('%s', (_, count, change) => {
    const finding = verdictOn(withMembers(change), 'R-LEADER');
    expect(finding).toMatchObject({ aspect: 'EXACTLY_ONE', verdict: 'fail', actual: count, required: 1 });
    expect(finding.fix?.steps).toEqual([{ act: 'SET_LEADER', member: 'M1' }]);
  });
});

describe('N10: a company leads', () => {
  const company = withMembers((member) => ({
    ...member,
    role: member.id === 'M5' ? 'LEADER' : 'PARTNER',
    similarProjects3y: 2,
  }));
  it('fails by the default sectors, and passes where the call allows it', () => {
    expect(verdictOn(company, 'R-LEADER')).toMatchObject({ aspect: 'SECTOR', verdict: 'fail', actual: 'BUSINESS' });
    const open: RuleSet = { ...rules, leader: { ...rules.leader, sectors: ['NGO', 'JST', 'BUSINESS'] } };
    expect(verdictOn(company, 'R-LEADER', open).verdict).toBe('pass');
  });
  it('a social cooperative or a municipal unit may lead', () => {
    for (const sector of ['NGO_EQUIVALENT', 'CHURCH', 'JST_UNIT'] as const) {
      const led = withMembers((member) => (member.role === 'LEADER' ? { ...member, sector } : member));
      expect(verdictOn(led, 'R-LEADER').verdict).toBe('pass');
    }
  });
});

describe('N11: a service that is not in the catalogue', () => {
  const foreign = withLines((line) => (line.no === 'L06' ? { ...line, item: 'LM_DRONE_PILOTING' } : line));
  it('blocks in area 1', () => {
    expect(verdictOn(foreign, 'R-SERVICE')).toMatchObject({
      aspect: 'CATALOGUE',
      verdict: 'fail',
      subject: { id: 'L06' },
    });
  });
  it('is allowed once the call added it with a justification', () => {
    const addition = {
      code: 'LM_DRONE_PILOTING',
      area: 'LABOUR_MARKET' as const,
      pl: 'kurs pilotażu',
      justification: null,
    };
    expect(verdictOn({ ...foreign, catalogueAdditions: [addition] }, 'R-SERVICE').verdict).toBe('fail');
    const justified = { ...addition, justification: 'zwiększa szanse na zatrudnienie osób biernych zawodowo' };
    expect(verdictOn({ ...foreign, catalogueAdditions: [justified] }, 'R-SERVICE').verdict).toBe('pass');
  });
  it('stands in the wrong area, and one click moves it', () => {
    const misplaced = withLines((line) => (line.no === 'L12' ? { ...line, area: 'LABOUR_MARKET' } : line));
    const finding = verdictOn(misplaced, 'R-SERVICE');
    expect(finding).toMatchObject({ aspect: 'AREA', verdict: 'fail', required: 'SOCIAL_SERVICES' });
    expect(verdictOn(applyFix(misplaced, finding.fix!), 'R-SERVICE').verdict).toBe('pass');
  });
  it('a planned service is judged too', () => {
    const planned = { ...facts, services: [...facts.services, { code: 'SS_MAGIC', memberId: 'M1' }] };
    const finding = verdictOn(planned, 'R-SERVICE');
    expect(finding.verdict).toBe('fail');
    expect(applyFix(planned, finding.fix!).services).toEqual(facts.services);
  });
});

describe('N12: the same member prices coaching in both areas', () => {
  const both = withLines((line) => (line.no === 'L11' ? { ...line, item: 'SS_COACHING' } : line));
  it('is a warning until it is justified', () => {
    const finding = verdictOn(both, 'R-DOUBLE');
    expect(finding).toMatchObject({ verdict: 'warning', actual: 'L05, L11', subject: { id: 'M2' } });
    expect(blocks(check(both, rules).findings)).toBe(false);
    const mended = applyFix(both, finding.fix!, { values: ['inne osoby, inny zakres'] });
    expect(verdictOn(mended, 'R-DOUBLE').verdict).toBe('pass');
  });
  it('two members may do so', () => {
    const apart = withLines((line) => (line.no === 'L10' ? { ...line, item: 'SS_COACHING' } : line));
    expect(verdictOn(apart, 'R-DOUBLE').verdict).toBe('pass');
  });
});

describe('N13: only area 1', () => {
  const one = { ...facts, lines: lines.filter((line) => line.area !== 'SOCIAL_SERVICES') };
  it('fails by default and passes where one area is enough', () => {
    expect(verdictOn(one, 'R-AREA')).toMatchObject({ aspect: 'SOCIAL_SERVICES', verdict: 'fail' });
    expect(ofCode(one, 'R-AREA', { ...rules, areas: { both: false } })).toEqual([]);
  });
  it('before there are lines, planned services are judged', () => {
    const planned = { ...facts, lines: [], services: [{ code: 'LM_TRAINING', memberId: 'M1' }] };
    expect(verdictOn(planned, 'R-AREA')).toMatchObject({ aspect: 'SOCIAL_SERVICES', verdict: 'fail' });
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

describe('N17: eleven and thirteen months', () => {
  it.each([
    ['2016-05-31', 11, '11 miesięcy'],
    ['2016-07-31', 13, '13 miesięcy'],
    ['2016-06-29', '2015-07-01/2016-06-29', '11 miesięcy i 29 dni'],
  ])('ending %s fails', (to, actual, said) => {
    const wrong = { ...facts, period: { from: '2015-07-01', to } };
    const finding = verdictOn(wrong, 'R-PERIOD');
    expect(finding).toMatchObject({ verdict: 'fail', actual, required: 12 });
    expect(plain(finding.text)).toContain(said);
    expect(applyFix(wrong, finding.fix!).period).toEqual({ from: '2015-07-01', to: '2016-06-30' });
  });
  it('not chosen is not judged, until an agreement needs it', () => {
    const open = { ...facts, period: null };
    expect(ofCode(open, 'R-PERIOD')).toEqual([]);
    const finding = documentFindings('PARTNERSHIP_AGREEMENT', paper('PARTNERSHIP_AGREEMENT', open)).findings.find(
      (each) => each.code === 'R-PERIOD',
    );
    expect(finding?.verdict).toBe('fail');
    expect(applyFix(open, finding!.fix!).period).toEqual({ from: '2015-07-01', to: '2016-06-30' });
  });
});

describe('N21: NGOs leave one after another', () => {
  const first = removeMember(facts, 'M2', 'M1');
  const second = removeMember(first, 'M3', 'M1');
  it('2 of 4 is still half, 1 of 3 is not', () => {
    expect(verdictOn(first, 'R-NGO')).toMatchObject({ verdict: 'pass', actual: '2/4' });
    expect(verdictOn(second, 'R-NGO')).toMatchObject({ verdict: 'fail', actual: '1/3', shortBy: 1 });
    expect(plain(verdictOn(second, 'R-NGO').text)).toContain('brakuje 1 organizacji pozarządowej');
  });
  it('the heir takes over lines and services, and no money is lost', () => {
    expect(totals(second.lines ?? []).total).toBe(33_000_000);
    expect(totals(second.lines ?? []).byMember['M1']?.total).toBe(21_500_000);
    expect(second.services.every((each) => second.members.some((member) => member.id === each.memberId))).toBe(true);
  });
  it('a new NGO mends it', () => {
    const newcomer: MemberFacts = {
      ...facts.members[1]!,
      id: 'M9',
      nip: '9990000072',
      regon: '990000068',
      krs: '0000999006',
    };
    const mended = applyFix(second, verdictOn(second, 'R-NGO').fix!, { members: [newcomer] });
    expect(verdictOn(mended, 'R-NGO')).toMatchObject({ verdict: 'pass', actual: '2/4' });
  });
});

describe('N22: an agreement dated before its act', () => {
  const on = (date: string, legalRegime: ConsortiumFacts['legalRegime']) =>
    documentFindings(
      'PARTNERSHIP_AGREEMENT',
      paper('PARTNERSHIP_AGREEMENT', { ...facts, legalRegime }, { date }),
    ).findings.find((each) => each.code === 'R-REGIME' && each.aspect === 'DATE');
  it('2014-06-20 cannot name the act of 11 July 2014; art. 28a fits', () => {
    const finding = on('2014-06-20', 'PARTNER_2014_ART33');
    expect(finding).toMatchObject({
      verdict: 'fail',
      fix: { steps: [{ act: 'SET_REGIME', regime: 'PARTNER_2006_ART28A' }] },
    });
    expect(on('2014-06-20', 'PARTNER_2006_ART28A')?.verdict).toBe('pass');
  });
  it('between the act and its entry into force it is a warning', () => {
    expect(on('2014-08-01', 'PARTNER_2014_ART33')?.verdict).toBe('warning');
    expect(on('2022-05-10', 'PARTNER_2022_ART39')).toMatchObject({
      verdict: 'warning',
      fix: { steps: [{ regime: 'PARTNER_2014_ART33' }] },
    });
    expect(on('2022-06-04', 'PARTNER_2022_ART39')?.verdict).toBe('pass');
  });
  it('a municipality cannot file a joint offer in an open competition', () => {
    const finding = verdictOn({ ...facts, legalRegime: 'PUBLIC_BENEFIT_COMPETITION' }, 'R-REGIME');
    expect(finding).toMatchObject({ aspect: 'PARTIES', verdict: 'fail', actual: 2 });
  });
  it('without a paper there is no day to judge by', () => {
    expect(check({ ...facts, legalRegime: 'PARTNER_2014_ART33' }, rules).notChecked.map((each) => each.code)).toEqual([
      'R-REGIME',
    ]);
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

describe('documents', () => {
  const broken = removeMember(removeMember(facts, 'M2', 'M1'), 'M3', 'M1');
  it('a letter of intent needs a right partnership, not a budget', () => {
    const findingsOf = (about: ConsortiumFacts) =>
      documentFindings('LETTER_OF_INTENT', paper('LETTER_OF_INTENT', about)).findings;
    expect(blocks(findingsOf({ ...facts, lines: [], period: null }))).toBe(false);
    expect(blocks(findingsOf(broken))).toBe(true);
    expect(new Set(findingsOf(facts).map((each) => each.code))).toEqual(
      new Set(['R-NGO', 'R-COMP', 'R-SIZE', 'R-LEADER', 'R-IDS']),
    );
  });
  it('a letter of confirmation needs its own member’s identifiers only', () => {
    const wrong = withMembers((member) => (member.id === 'M2' ? { ...member, nip: '9990000021' } : member));
    const of = (memberId: string | null) =>
      documentFindings('LETTER_OF_CONFIRMATION', paper('LETTER_OF_CONFIRMATION', wrong, { memberId })).findings;
    expect(blocks(of('M1'))).toBe(false);
    expect(blocks(of('M2'))).toBe(true);
    expect(blocks(of(null))).toBe(true);
  });
  it('an agreement needs everything: a broken consortium, an empty budget or an unnamed party blocks', () => {
    const findingsOf = (about: ConsortiumFacts) =>
      documentFindings('PARTNERSHIP_AGREEMENT', paper('PARTNERSHIP_AGREEMENT', about)).findings;
    expect(blocks(findingsOf(facts))).toBe(false);
    expect(blocks(findingsOf(broken))).toBe(true);
    expect(findingsOf({ ...facts, lines: [] }).find((each) => each.code === 'R-SUM')).toMatchObject({
      aspect: 'EMPTY',
      verdict: 'fail',
    });
    const codes = findingsOf(sopotFacts('B'))
      .filter((each) => each.verdict === 'fail')
      .map((each) => each.code);
    expect(codes).toEqual(expect.arrayContaining(['R-IDS', 'R-SUM', 'R-LEADER']));
  });
});
