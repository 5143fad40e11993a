import { OMT_2014 } from '../rules/rule-set';
import type { SheetValue } from '../sheet/form';
import { flatten, readSheet } from '../sheet/read-sheet';
import { sopotCall, sopotCallValues as sopotValues } from '@zit/sample';
import { CALL_FORM } from './call-form';
import { blocksPublishing, checkCall, type CallAbout } from './check-call';
import { criteriaText } from './criteria-text';
import { CALL_RULES, type CallFinding, type CallRule } from './finding';

type Values = Record<string, SheetValue>;

/** The Friday before the notice of 2 March 2015. */
const about = (more: Partial<CallAbout> = {}): CallAbout => ({
  now: '2015-02-27T09:00:00.000Z',
  teryt: '2264011',
  unread: [],
  ruleSets: [OMT_2014],
  edition: 'NOTICE',
  published: null,
  ...more,
});
/** The Monday on which both notices came out, an hour before the opening. */
const MONDAY = '2015-03-02T07:00:00.000Z';

const callOf = (values: Values) => readSheet(CALL_FORM, values);
const checked = (values: Values, more: Partial<CallAbout> = {}): CallFinding[] =>
  checkCall(callOf(values), about(more));
const bad = (findings: readonly CallFinding[], code: CallRule): CallFinding[] =>
  findings.filter((finding) => finding.code === code && finding.verdict !== 'pass');

/** The Sopot case with some values changed; criteria that change are adopted anew unless `adopted` is said. */
function spoiled(changes: Values): Values {
  const values = { ...sopotValues(), ...changes };
  const touched = Object.keys(changes).some((path) => path.startsWith('criteria.'));
  return touched ? { ...values, 'resolution.adopted': criteriaText(callOf(values)) } : values;
}

/** What one rule says of the spoiled call; a one-click mend is clicked, and the finding must be gone. */
function only(code: CallRule, changes: Values, more: Partial<CallAbout> = {}): CallFinding {
  const values = spoiled(changes);
  const found = bad(checked(values, more), code);
  expect(found).toHaveLength(1);
  const [finding] = found as [CallFinding];
  expect(finding.fix).not.toBeNull();
  expect(finding.text).toMatch(/^[\p{Lu}\d].*\.$/su);
  expect(`${finding.text} ${finding.fix?.text}`).not.toMatch(/undefined|null|NaN|\[object/);
  if (finding.fix?.sets) {
    const mended = { ...values, ...Object.fromEntries(finding.fix.sets.map(({ path, value }) => [path, value])) };
    expect(bad(checked(mended, more), code).filter(({ verdict }) => verdict === finding.verdict)).toEqual([]);
  }
  return finding;
}

const ids = {
  criterion: (code: string) => sopotCall().criteria.list.find((item) => item.code === code)?.id ?? '',
  tie: (by: string) => sopotCall().rules.ties.find((item) => item.by === by)?.id ?? '',
  channel: (no: number) => sopotCall().notice.channels[no]?.id ?? '',
  consultation: (no: number) => sopotCall().consultations.list[no]?.id ?? '',
  remark: () => sopotCall().consultations.remarks[0]?.id ?? '',
};
const weight = (code: string): string => `criteria.list.${ids.criterion(code)}.weight`;
const without = (list: string, id: string): Values => ({ [`${list}.${id}`]: null });

describe('the call of the Sopot case', () => {
  it('may be published on 27 February 2015, with a word about notices that are still to come', () => {
    const findings = checked(sopotValues());
    expect(blocksPublishing(findings)).toBe(false);
    expect(findings.filter(({ verdict }) => verdict === 'warning').map(({ code }) => code)).toEqual([
      'C-CHANNELS',
      'C-CHANNELS',
    ]);
  });
  it('passes every rule on the day of the notice', () => {
    const findings = checked(sopotValues(), { now: MONDAY });
    expect(findings.map(({ code }) => code)).toEqual([...CALL_RULES]);
    expect(findings.every(({ verdict, fix, path }) => verdict === 'pass' && fix === null && path === null)).toBe(true);
  });
  it('is told with its numbers', () => {
    const texts = Object.fromEntries(checked(sopotValues(), { now: MONDAY }).map(({ code, text }) => [code, text]));
    expect(texts['C-DAYS']).toBe(
      'Od ostatniego kanału (2\u00a0marca 2015) do terminu (31\u00a0marca 2015, 15:30) jest co najmniej 21\u00a0dni.',
    );
    expect(texts['C-CAP']).toBe(
      'Limit budżetu oferty to 330\u00a0000,00\u00a0zł, w granicach zestawu reguł (330\u00a0000,00\u00a0zł).',
    );
    expect(texts['C-PERIOD']).toBe('Realizacja od 1\u00a0lipca 2015 do 30\u00a0czerwca 2016, 12\u00a0miesięcy.');
    expect(texts['C-SCORING']).toBe(
      'Próg: 60,00 pkt na 100, co najmniej 3\u00a0oceny, remisy rozstrzyga kolejno: K2, K5, mniejsza kwota z ZIT, losowanie. Odwołanie od wyniku: w ciągu 14\u00a0dni od ogłoszenia.',
    );
  });
  it('an empty sheet fails, warns or waits, but never throws and never publishes', () => {
    const findings = checked({});
    expect(blocksPublishing(findings)).toBe(true);
    for (const { text, fix } of findings) expect(`${text} ${fix?.text ?? ''}`).not.toMatch(/undefined|NaN/);
    expect(findings.map(({ verdict }) => verdict)).toEqual(
      ['fail', 'warning', 'pass'].flatMap((verdict) => findings.map((f) => f.verdict).filter((v) => v === verdict)),
    );
  });
});

describe('C-FIELDS, C-READ', () => {
  it('names empty fields, once for each section', () => {
    const values = spoiled({ 'basics.purpose': null, 'basics.tasks': null, 'texts.contact': null });
    expect(bad(checked(values), 'C-FIELDS')).toMatchObject([
      { section: 'basics', path: 'basics.purpose', text: 'Do wypełnienia: cel partnerstwa, planowane zadania.' },
      { section: 'texts', path: 'texts.contact', text: 'Do wypełnienia: kontakt.' },
    ]);
  });
  it('a new draft is told each gap once, and shortly', () => {
    const fails = checked({ 'basics.title': 'Nowy nabór' }).filter(({ verdict }) => verdict === 'fail');
    for (const { text } of fails) expect(text.length).toBeLessThan(130);
    const paths = fails.flatMap(({ path }) => path ?? []);
    expect(new Set(paths).size).toBe(paths.length);
    const told = fails
      .map(({ text }) => text)
      .join(' ')
      .toLowerCase();
    for (const gap of [
      'liczby dni',
      'kwot|budżet',
      'okres',
      'numeru',
      'zestawu reguł',
      'progu',
      'podstawy prawnej',
      'termin',
    ])
      expect([gap, [...told.matchAll(new RegExp(gap, 'g'))].length]).toEqual([gap, 1]);
  });
  it('names what cannot be read, and does not call it empty', () => {
    const path = weight('K2');
    const finding = only('C-READ', { [path]: null }, { unread: [path] });
    expect(finding.text).toMatch(/^Kryteria: K2 jakość i komplementarność usług, waga: /);
    const purpose = spoiled({ 'basics.purpose': null });
    expect(bad(checked(purpose, { unread: ['basics.purpose'] }), 'C-FIELDS')).toEqual([]);
  });
});

describe('C-CONSULT', () => {
  const list = 'consultations.list';
  it('wants the council and the municipality', () => {
    expect(only('C-CONSULT', { [`${list}.${ids.consultation(0)}.body`]: 'OTHER' }).text).toMatch(/rad[ąy] organizacji/);
    expect(only('C-CONSULT', { [`${list}.${ids.consultation(1)}.body`]: 'OTHER' }).text).toMatch(/z gminą/);
  });
  it('wants them dated, before the resolution, and not in the future', () => {
    expect(only('C-CONSULT', { [`${list}.${ids.consultation(0)}.date`]: null }).text).toMatch(/brakuje daty/);
    const late = only('C-CONSULT', { [`${list}.${ids.consultation(0)}.date`]: '2015-02-26' });
    expect(late.text).toContain('26\u00a0lutego 2015, a uchwałę podjęto wcześniej, 20\u00a0lutego 2015');
    expect(only('C-CONSULT', { [`${list}.${ids.consultation(0)}.date`]: '2015-02-28' }).text).toMatch(/nie nadeszła/);
  });
  it('wants every remark answered', () => {
    const answer = `consultations.remarks.${ids.remark()}.answer`;
    expect(only('C-CONSULT', { [answer]: null })).toMatchObject({ path: answer, section: 'consultations' });
    expect(only('C-CONSULT', { [`consultations.remarks.${ids.remark()}.consultation`]: null }).text).toMatch(
      /nie wskazuje/,
    );
  });
  it('an empty remark goes with one click', () => {
    const empty = 'consultations.remarks.00000000-0000-4000-8000-00000000dead';
    expect(only('C-CONSULT', { [empty]: 7 }).fix?.sets).toEqual([{ path: empty, value: null }]);
  });
});

describe('C-CRITERIA', () => {
  it('weights sum to exactly 100; the heaviest takes the difference', () => {
    const finding = only('C-CRITERIA', { [weight('K1')]: 15 });
    expect(finding.text).toBe('Wagi dają razem 95, do 100 brakuje 5\u00a0punktów.');
    expect(finding.fix?.sets).toEqual([{ path: weight('K2'), value: 30 }]);
    expect(only('C-CRITERIA', { [weight('K1')]: 22 }).text).toBe('Wagi dają razem 102, o 2\u00a0punkty za dużo.');
  });
  it('names the difference when no single criterion can take it', () => {
    const heavy = Object.fromEntries(['K1', 'K2', 'K3', 'K4', 'K5'].map((code) => [weight(code), 50]));
    expect(only('C-CRITERIA', heavy).fix).toEqual({ text: 'odejmij od wag 165\u00a0punktów', sets: null });
  });
  it('the only one without a weight gets what is left', () => {
    const values = spoiled({ [weight('K3')]: null });
    const sum = bad(checked(values), 'C-CRITERIA').find(({ fix }) => fix?.sets);
    expect(sum?.fix?.sets).toEqual([{ path: weight('K3'), value: 15 }]);
    const mended = spoiled({ [weight('K3')]: 15 });
    expect(bad(checked(mended), 'C-CRITERIA')).toEqual([]);
  });
  it('has at least one, whole, with a code of its own', () => {
    const none = Object.fromEntries(sopotCall().criteria.list.map(({ id }) => [`criteria.list.${id}`, null]));
    expect(only('C-CRITERIA', none).text).toBe('Nabór nie ma żadnego kryterium.');
    const code = `criteria.list.${ids.criterion('K3')}.code`;
    expect(only('C-CRITERIA', { [code]: 'k2' }).fix?.sets).toEqual([{ path: code, value: 'K3' }]);
    expect(only('C-CRITERIA', { [code]: 'LOT' }).text).toContain('jest zajęty');
    expect(only('C-CRITERIA', { [`criteria.list.${ids.criterion('K3')}.kind`]: null }).text).toMatch(/sposobu oceny/);
  });
});

describe('C-ADOPTED', () => {
  it('wants a resolution with all its parts, and no later than today', () => {
    expect(only('C-ADOPTED', { 'resolution.number': null }).text).toBe('Uchwała: brakuje numeru.');
    expect(only('C-ADOPTED', { 'resolution.date': '2015-02-28' }).text).toMatch(/nie nadeszła/);
  });
  it('wants the criteria that were adopted, and says how they differ', () => {
    expect(only('C-ADOPTED', { 'resolution.adopted': null }).fix?.sets).toHaveLength(1);
    const values = { ...sopotValues(), [weight('K1')]: 25, [weight('K2')]: 20 };
    const [finding] = bad(checked(values), 'C-ADOPTED');
    expect(finding?.text).toBe(
      'Kryteria różnią się od przyjętych uchwałą: K1 ma wagę 25 zamiast 20, K2 ma wagę 20 zamiast 25.',
    );
    expect(only('C-ADOPTED', { 'resolution.adopted': 'K1, K2' }).text).toBe(
      'Kryteria różnią się od przyjętych uchwałą.',
    );
  });
  it('of an annex wants another resolution for other criteria, and one that is not older', () => {
    const annex = { edition: 'ANNEX' as const, published: sopotCall(), now: MONDAY };
    const other = { [weight('K1')]: 25, [weight('K2')]: 20 };
    const same = only('C-ADOPTED', other, annex);
    expect(same).toMatchObject({ path: 'resolution.number', verdict: 'fail' });
    expect(same.text).toMatch(/^Kryteria zmieniły się od ogłoszenia naboru, a uchwała jest wciąż ta sama: nr /);
    const older = { ...other, 'resolution.number': '9/2015', 'resolution.date': '2015-02-19' };
    const values = spoiled(older);
    const found = bad(checked(values, annex), 'C-ADOPTED');
    expect(found).toMatchObject([{ path: 'resolution.date' }]);
    const newer = spoiled({ ...other, 'resolution.number': '9/2015', 'resolution.date': '2015-03-01' });
    expect(bad(checked(newer, annex), 'C-ADOPTED')).toEqual([]);
    // Without other criteria the resolution stays.
    expect(bad(checked(spoiled({ 'texts.contact': 'Pokój nr 5' }), annex), 'C-ADOPTED')).toEqual([]);
  });
  it('guidance may be put better, the order may not change', () => {
    const id = ids.criterion('K1');
    expect(bad(checked({ ...sopotValues(), [`criteria.list.${id}.guidance`]: 'Inaczej.' }), 'C-ADOPTED')).toEqual([]);
    const [moved] = bad(checked({ ...sopotValues(), [`criteria.list.${id}`]: 99 }), 'C-ADOPTED');
    expect(moved?.text).toContain('inna kolejność');
  });
});

describe('C-SCORING', () => {
  const by = (tie: string): string => `rules.ties.${ids.tie(tie)}.by`;
  it('wants threshold, quorum, conflicts and who scores', () => {
    for (const field of ['thresholdPoints', 'quorum', 'conflictPolicy', 'scoringBody']) {
      expect(only('C-SCORING', { [`rules.${field}`]: null }).path).toBe(`rules.${field}`);
    }
  });
  it('wants an order of ties that is made of criteria that exist', () => {
    expect(only('C-SCORING', { [by('K5')]: 'K9' }).fix?.sets).toBeNull();
    expect(only('C-SCORING', { [by('K5')]: 'k5' }).fix?.sets).toEqual([{ path: by('K5'), value: 'K5' }]);
    expect(only('C-SCORING', { [by('LOT')]: 'losowanie' }).verdict).toBe('fail');
    expect(only('C-SCORING', { [by('K5')]: 'K2' }).text).toMatch(/dwa razy/);
    expect(only('C-SCORING', { [by('K5')]: null }).text).toMatch(/jest pusta/);
    const none = Object.fromEntries(sopotCall().rules.ties.map(({ id }) => [`rules.ties.${id}`, null]));
    expect(only('C-SCORING', none).text).toBe('Nie wiadomo, co rozstrzyga remis.');
  });
  it('lots are drawn last, and better are drawn', () => {
    expect(only('C-SCORING', { [`rules.ties.${ids.tie('LOT')}`]: 0 }).fix?.sets).toHaveLength(4);
    expect(only('C-SCORING', without('rules.ties', ids.tie('LOT'))).verdict).toBe('warning');
  });
});

describe('C-REGIME', () => {
  it('N22: the act is in force on the day of publication', () => {
    const art33 = { 'basics.legalRegime': 'PARTNER_2014_ART33' };
    expect(bad(checked(spoiled(art33)), 'C-REGIME')).toEqual([]);
    const finding = only('C-REGIME', art33, { now: '2014-06-20T10:00:00.000Z' });
    expect(finding.verdict).toBe('fail');
    expect(finding.fix?.sets).toEqual([{ path: 'basics.legalRegime', value: 'PARTNER_2006_ART28A' }]);
    expect(only('C-REGIME', { 'basics.legalRegime': 'PARTNER_2022_ART39' }).text).toContain('4\u00a0czerwca 2022');
    expect(only('C-REGIME', { 'basics.legalRegime': null }).verdict).toBe('fail');
  });
  it('an older basis is doubtful, but an annex keeps the one it was published with', () => {
    const values = spoiled({ 'basics.legalRegime': 'PARTNER_2006_ART28A' });
    expect(bad(checked(values), 'C-REGIME').map(({ verdict }) => verdict)).toEqual(['warning']);
    expect(bad(checked(values, { edition: 'ANNEX', published: callOf(values) }), 'C-REGIME')).toEqual([]);
  });
  it('B.1: an open competition admits organisations alone', () => {
    const open = { 'basics.legalRegime': 'PUBLIC_BENEFIT_COMPETITION' };
    const finding = only('C-REGIME', open);
    expect(finding.text).toContain('jednostka samorządu terytorialnego, przedsiębiorca');
    expect(finding.fix?.sets).toEqual([{ path: 'basics.memberSectors', value: ['NGO'] }]);
    expect(bad(checked(spoiled({ ...open, 'basics.memberSectors': ['NGO', 'NGO_EQUIVALENT'] })), 'C-REGIME')).toEqual(
      [],
    );
    expect(only('C-REGIME', { 'basics.memberSectors': null }).path).toBe('basics.memberSectors');
  });
});

describe('C-RULES, C-CAP, C-PERIOD', () => {
  it('the rule set exists and leaves somebody who could win', () => {
    expect(only('C-RULES', { 'rules.ruleSet': 'OMT-2013/1' }).fix?.sets?.[0]?.value).toBe('OMT-2014/1');
    expect(only('C-RULES', { 'rules.ruleSet': null }, { ruleSets: [] }).fix?.sets).toBeNull();
    expect(only('C-RULES', { 'basics.memberSectors': ['NGO', 'BUSINESS'] }).verdict).toBe('warning');
  });
  it('the cap is within the rule set', () => {
    expect(only('C-CAP', { 'basics.capGrosze': 33_000_001 }).text).toContain('o 0,01\u00a0zł więcej');
    expect(only('C-CAP', { 'basics.capGrosze': null }).fix?.sets?.[0]?.value).toBe(33_000_000);
    expect(only('C-CAP', { 'basics.capGrosze': 0 }).verdict).toBe('fail');
    expect(bad(checked(spoiled({ 'basics.capGrosze': 1 })), 'C-CAP')).toEqual([]);
  });
  it('N17: the period has as many months as the rule set says', () => {
    const finding = only('C-PERIOD', { 'basics.periodTo': '2016-05-31' });
    expect(finding.text).toContain('to 11\u00a0miesięcy, a zestaw reguł wymaga 12\u00a0miesięcy');
    expect(finding.fix?.sets?.at(-1)).toEqual({ path: 'basics.periodTo', value: '2016-06-30' });
    expect(only('C-PERIOD', { 'basics.periodTo': '2016-07-03' }).text).toContain('12\u00a0miesięcy i 3\u00a0dni');
    expect(only('C-PERIOD', { 'basics.periodTo': '2015-05-31' }).text).toContain('przed początkiem');
    expect(only('C-PERIOD', { 'basics.periodFrom': null }).fix?.sets?.[0]?.value).toBe('2015-04-01');
  });
  it('begins after the deadline', () => {
    const early = { 'basics.periodFrom': '2015-03-31', 'basics.periodTo': '2016-03-30' };
    expect(only('C-PERIOD', early).verdict).toBe('warning');
  });
  it('without a rule set, only the rule set is asked for', () => {
    const values = spoiled({ 'rules.ruleSet': null });
    const fails = checked(values).filter(({ verdict }) => verdict === 'fail');
    expect(fails.map(({ path }) => path).filter((path) => path !== 'rules.ruleSet')).toEqual([]);
    expect(only('C-CAP', { 'rules.ruleSet': null, 'basics.capGrosze': null }).path).toBe('basics.capGrosze');
  });
});

describe('C-MEETING, C-CHANNELS', () => {
  it('advises a meeting with minutes', () => {
    const id = sopotCall().meetings.list[0]?.id ?? '';
    expect(only('C-MEETING', { [`meetings.list.${id}.minutes`]: null }).verdict).toBe('warning');
  });
  const monday = { now: MONDAY };
  it('wants two channels, each with name, date and link', () => {
    const [first, channel] = [ids.channel(0), `notice.channels.${ids.channel(0)}`];
    expect(only('C-CHANNELS', without('notice.channels', first), monday).text).toMatch(/^Ogłoszenie ma jeden kanał/);
    for (const field of ['name', 'publishedOn', 'link', 'kind']) {
      expect(only('C-CHANNELS', { [`${channel}.${field}`]: null }, monday).text).toContain('brakuje');
    }
    const board = { [`${channel}.kind`]: 'SEAT', [`${channel}.link`]: null };
    expect(bad(checked(spoiled(board), monday), 'C-CHANNELS')).toEqual([]);
  });
  it('none comes out after the call is open', () => {
    const path = `notice.channels.${ids.channel(0)}.publishedOn`;
    const finding = only('C-CHANNELS', { [path]: '2015-03-05' }, monday);
    expect(finding.verdict).toBe('fail');
    expect(finding.fix?.sets).toEqual([{ path: 'deadline.opensAt', value: '2015-03-05T08:00:00.000Z' }]);
  });
});

describe('C-DAYS, C-DEADLINE', () => {
  it('leaves the days after the last channel; the mend keeps the hour, also when the clock changed meanwhile', () => {
    const finding = only('C-DAYS', { 'deadline.closesAt': '2015-03-20T14:30:00.000Z' });
    expect(finding.fix).toEqual({
      text: 'przesuń termin na 23\u00a0marca 2015, 15:30',
      sets: [{ path: 'deadline.closesAt', value: '2015-03-23T14:30:00.000Z' }],
    });
    const summer = only('C-DAYS', { 'deadline.closesAt': '2015-03-20T14:30:00.000Z', 'notice.days': 29 });
    expect(summer.fix?.sets?.[0]?.value).toBe('2015-03-31T13:30:00.000Z');
  });
  it('counts from the last of the channels, and working days when the notice says so', () => {
    const late = { [`notice.channels.${ids.channel(1)}.publishedOn`]: '2015-03-11' };
    expect(only('C-DAYS', late).fix?.sets?.[0]?.value).toBe('2015-04-01T13:30:00.000Z');
    const business = { 'notice.dayKind': 'BUSINESS', 'notice.days': 22 };
    expect(only('C-DAYS', business).text).toContain('22\u00a0dni robocze');
    expect(bad(checked(spoiled({ ...business, 'notice.days': 21 })), 'C-DAYS')).toEqual([]);
  });
  it('B.4, B.6: at least 21 days where the law says so', () => {
    const few = { 'notice.days': 14 };
    expect(bad(checked(spoiled(few)), 'C-DAYS')).toEqual([]);
    for (const legalRegime of ['PARTNER_2014_ART33', 'PARTNER_2022_ART39', 'PUBLIC_BENEFIT_COMPETITION']) {
      const early = { ...few, 'basics.legalRegime': legalRegime, 'deadline.closesAt': '2015-03-17T14:30:00.000Z' };
      expect(only('C-DAYS', early).fix?.sets?.map(({ value }) => value)).toEqual([21, '2015-03-23T14:30:00.000Z']);
    }
  });
  it('fills in the days when only they are missing', () => {
    expect(only('C-DAYS', { 'notice.days': null, 'notice.dayKind': null }).fix?.sets).toHaveLength(2);
    // The gap is the deadline's own.
    expect(bad(checked(spoiled({ 'deadline.closesAt': null })), 'C-DAYS')).toEqual([]);
    expect(only('C-DEADLINE', { 'deadline.closesAt': null }).path).toBe('deadline.closesAt');
  });
  it('opens before it closes, and closes after now', () => {
    const backwards = only('C-DEADLINE', { 'deadline.opensAt': '2015-04-02T08:00:00.000Z' });
    expect(backwards.fix?.sets?.[0]?.value).toBe('2015-04-03T13:30:00.000Z');
    const past = only('C-DEADLINE', {}, { now: '2015-04-03T10:00:00.000Z' });
    expect(past.fix?.sets?.[0]?.value).toBe('2015-04-07T13:30:00.000Z');
    expect(only('C-DEADLINE', {}, { now: '2015-03-31T13:30:00.000Z' }).verdict).toBe('fail');
    expect(only('C-DEADLINE', { 'deadline.opensAt': null }).path).toBe('deadline.opensAt');
    expect(only('C-DEADLINE', { 'deadline.closesAt': null }).path).toBe('deadline.closesAt');
  });
  it('an annex takes no time away', () => {
    const published = sopotCall();
    const annex = { edition: 'ANNEX' as const, published, now: '2015-03-10T10:00:00.000Z' };
    const finding = only('C-DEADLINE', { 'deadline.closesAt': '2015-03-30T13:30:00.000Z' }, annex);
    expect(finding.fix?.sets?.[0]?.value).toBe('2015-03-31T13:30:00.000Z');
    expect(bad(checked(spoiled({ 'deadline.closesAt': '2015-04-10T13:30:00.000Z' }), annex), 'C-DEADLINE')).toEqual([]);
  });
});

describe('the way back', () => {
  it('flattens and reads the whole call', () => {
    expect(readSheet(CALL_FORM, flatten(CALL_FORM, sopotCall()))).toEqual(sopotCall());
  });
});
