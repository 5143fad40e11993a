import {
  lineOf,
  measuredBy,
  ofCode,
  ofSectors,
  plain,
  sopotFacts,
  sopotRuleSet,
  verdictOn,
  withMembers,
} from '@zit/sample';
import { totals } from '../budget/totals';
import { removeMember } from '../consortium/amend';
import type { ConsortiumFacts, MemberFacts } from '../consortium/facts';
import type { Sector } from '../organisation/sector';
import { applyFix } from './apply-fix';
import { isOneClick } from './fix';
import type { RuleSet } from './rule-set';

const rules = sopotRuleSet();
const facts = sopotFacts();
const lines = facts.lines ?? [];

describe('N1: the NGO part of the budget is 330 zł short of half', () => {
  const short: ConsortiumFacts = {
    ...facts,
    lines: [
      lineOf('L01', 'M1', 'ZIT', 16_467_000),
      lineOf('L02', 'M5', 'ZIT', 11_583_000),
      lineOf('L03', 'M4', 'OWN_CASH', 4_950_000),
    ],
  };
  const finding = verdictOn(short, 'R-NGO', measuredBy('BUDGET'));

  it('fails by exactly that sum', () => {
    expect(finding).toMatchObject({ verdict: 'fail', actual: '16467000/33000000', required: '1/2', shortBy: 33_000 });
    expect(plain(finding.text)).toBe(
      'Organizacje pozarządowe mają 164 670,00 zł z 330 000,00 zł budżetu (49,90 %); wymagane co najmniej 50 %, brakuje 330,00 zł.',
    );
  });
  it('is mended by moving the sum to the NGO that leads', () => {
    expect(isOneClick(finding.fix!)).toBe(true);
    const mended = applyFix(short, finding.fix!);
    expect(verdictOn(mended, 'R-NGO', measuredBy('BUDGET'))).toMatchObject({
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
