import { ofCode, paperOf, plain, sopotFacts, sopotRuleSet, verdictOn, withLines, withMembers } from '@zit/sample';
import { removeMember } from '../consortium/amend';
import type { ConsortiumFacts } from '../consortium/facts';
import { applyFix } from './apply-fix';
import { check } from './check';
import { documentFindings } from './document-findings';
import { blocks } from './finding';

const rules = sopotRuleSet();
const facts = sopotFacts();
const lines = facts.lines ?? [];

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
    const finding = documentFindings('PARTNERSHIP_AGREEMENT', paperOf('PARTNERSHIP_AGREEMENT', open)).findings.find(
      (each) => each.code === 'R-PERIOD',
    );
    expect(finding?.verdict).toBe('fail');
    expect(applyFix(open, finding!.fix!).period).toEqual({ from: '2015-07-01', to: '2016-06-30' });
  });
});

describe('N22: an agreement dated before its act', () => {
  const on = (date: string, legalRegime: ConsortiumFacts['legalRegime']) =>
    documentFindings(
      'PARTNERSHIP_AGREEMENT',
      paperOf('PARTNERSHIP_AGREEMENT', { ...facts, legalRegime }, { date }),
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

describe('documents', () => {
  const broken = removeMember(removeMember(facts, 'M2', 'M1'), 'M3', 'M1');
  it('a letter of intent needs a right partnership, not a budget', () => {
    const findingsOf = (about: ConsortiumFacts) =>
      documentFindings('LETTER_OF_INTENT', paperOf('LETTER_OF_INTENT', about)).findings;
    expect(blocks(findingsOf({ ...facts, lines: [], period: null }))).toBe(false);
    expect(blocks(findingsOf(broken))).toBe(true);
    expect(new Set(findingsOf(facts).map((each) => each.code))).toEqual(
      new Set(['R-NGO', 'R-COMP', 'R-SIZE', 'R-LEADER', 'R-IDS']),
    );
  });
  it('a letter of confirmation needs its own member’s identifiers only', () => {
    const wrong = withMembers((member) => (member.id === 'M2' ? { ...member, nip: '9990000021' } : member));
    const of = (memberId: string | null) =>
      documentFindings('LETTER_OF_CONFIRMATION', paperOf('LETTER_OF_CONFIRMATION', wrong, { memberId })).findings;
    expect(blocks(of('M1'))).toBe(false);
    expect(blocks(of('M2'))).toBe(true);
    expect(blocks(of(null))).toBe(true);
  });
  it('an agreement needs everything: a broken consortium, an empty budget or an unnamed party blocks', () => {
    const findingsOf = (about: ConsortiumFacts) =>
      documentFindings('PARTNERSHIP_AGREEMENT', paperOf('PARTNERSHIP_AGREEMENT', about)).findings;
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
