import { plain, sampleOffers, sopotFacts, sopotRuleSet } from '@zit/sample';
import { aboutOf, memberId } from '../../test/sample-offer';
import { check } from '../rules/check';
import { readSheet } from '../sheet/read-sheet';
import { blocksSubmission, checkOffer, sectionStates } from './check-offer';
import type { OfferFinding } from './finding';
import type { OfferAbout, OfferContents } from './offer-about';
import { offerFacts } from './offer-facts';
import { OFFER_FORM } from './offer-form';

const [A, B, C] = sampleOffers({ from: '2015-07-01', to: '2016-06-30' });
const offer = (of = A): { contents: OfferContents; about: OfferAbout } => {
  if (!of) throw new RangeError('no such offer');
  return { contents: of.contents(memberId), about: aboutOf(of.consortium) };
};
const M = ['kompas', 'przystan', 'sasiedzi', 'gmina-sopot', 'molo-praca'].map(memberId);

/** What stands in the way of offer A once it was changed. */
function failing(change: (contents: OfferContents, about: OfferAbout) => void): OfferFinding[] {
  const { contents, about } = offer();
  change(contents, about);
  return checkOffer(contents, about).filter(({ verdict }) => verdict === 'fail');
}
const codes = (findings: readonly OfferFinding[]): string[] => [...new Set(findings.map(({ code }) => code))];
const line = (contents: OfferContents, no: number): OfferContents['budget']['lines'][number] => {
  const found = contents.budget.lines[no - 1];
  if (!found) throw new RangeError(`no line ${no}`);
  return found;
};
const priced = (contents: OfferContents, no: number, grosze: number): void => {
  Object.assign(line(contents, no), { quantity: 1_000, unitPriceGrosze: grosze, amountGrosze: grosze });
};

describe('the offers of the Sopot case', () => {
  it('F.2: offer A is complete, and the rules say of it what they say of the case', () => {
    const { contents, about } = offer();
    const findings = checkOffer(contents, about);
    expect(findings.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(sectionStates(contents, about, findings).every(({ state }) => state === 'COMPLETE')).toBe(true);
    const said = check(offerFacts(contents, about), sopotRuleSet());
    const expected = check(sopotFacts('A'), sopotRuleSet());
    expect(said.notChecked).toEqual([]);
    const verdicts = ({ findings: all }: typeof said): string[] =>
      all.map(({ code, aspect, verdict, actual }) => `${code} ${aspect} ${verdict} ${actual}`);
    expect(verdicts(said)).toEqual(verdicts(expected));
  });
  it('F.3: B and C lack what their members have not written yet; no business is only a warning', () => {
    const b = checkOffer(offer(B).contents, offer(B).about);
    expect(b.filter(({ verdict }) => verdict === 'fail').map(({ code, section }) => [code, section])).toEqual([
      ['O-FIELDS', 'groups'],
      ['O-DECLARED', 'declarations'],
    ]);
    const c = checkOffer(offer(C).contents, offer(C).about);
    expect(c.filter(({ verdict }) => verdict === 'fail')).toMatchObject([
      { code: 'O-FIELDS', section: 'experience', member: memberId('gmina-sopot') },
    ]);
    expect(codes(c.filter(({ verdict }) => verdict === 'warning'))).toEqual(['O-PLACES', 'R-COMP']);
  });
});

describe('F.5: what stands in the way', () => {
  it.each([
    ['N2: own contribution 14,99 %', 'R-OWN', 'contribution', (c: OfferContents) => priced(c, 14, 2_096_700)],
    ['N2b: one grosz less', 'R-OWN', 'contribution', (c: OfferContents) => priced(c, 14, 2_099_999)],
    ['N2c: one grosz over the cap', 'R-CAP', 'budget', (c: OfferContents) => priced(c, 16, 720_001)],
    ['N6: the lines are one grosz short', 'R-SUM', 'budget', (c: OfferContents) => priced(c, 16, 719_999)],
    [
      'N13: only area 1',
      'R-AREA',
      'services',
      (c: OfferContents) => c.budget.lines.forEach((l) => (l.area = 'LABOUR_MARKET')),
    ],
    ['N16: in kind without a valuation', 'R-VALUATION', 'budget', (c: OfferContents) => (line(c, 14).valuation = null)],
    ['N17: eleven months', 'R-PERIOD', 'basics', (c: OfferContents) => (c.basics.periodTo = '2016-05-31')],
    ['N11: a service that nobody knows', 'R-SERVICE', 'budget', (c: OfferContents) => (line(c, 3).item = 'LM_MAGIC')],
  ])('%s', (_, code, section, change) => {
    const findings = failing((contents) => void change(contents));
    expect(findings.find((finding) => finding.code === code)).toMatchObject({
      section,
      way: expect.any(String) as string,
    });
  });

  it.each([
    ['N3: no municipality', 'R-COMP', (about: OfferAbout) => ({ ...about, members: without(about, 3) })],
    ['N4: no NGO', 'R-NGO', (about: OfferAbout) => ({ ...about, members: about.members.slice(3) })],
    [
      'N5: one NIP twice',
      'R-IDS',
      (about: OfferAbout) => changed(about, 2, { nip: '9990000020', regon: null, krs: null }),
    ],
    ['N5b: a bad check digit', 'R-IDS', (about: OfferAbout) => changed(about, 1, { nip: '9990000021' })],
    ['N9: no leader', 'R-LEADER', (about: OfferAbout) => changed(about, 0, { role: 'PARTNER' })],
    ['N10: a company leads', 'R-LEADER', (about: OfferAbout) => changed(about, 0, { sector: 'BUSINESS' })],
  ])('%s', (_, code, change) => {
    const { contents, about } = offer();
    const findings = checkOffer(contents, change(about));
    expect(codes(findings.filter(({ verdict }) => verdict === 'fail'))).toContain(code);
  });

  it('N8: a leader without projects, in its own part; not said is one gap and not two', () => {
    const none = failing(
      ({
        experience: {
          members: [mine],
        },
      }) => void Object.assign(mine ?? {}, { similarProjects: 0 }),
    );
    expect(none).toMatchObject([
      { code: 'R-LEADER', section: 'experience', member: M[0], path: `experience.members.${M[0]}.similarProjects` },
    ]);
    const unsaid = failing(
      ({
        experience: {
          members: [mine],
        },
      }) => void Object.assign(mine ?? {}, { similarProjects: null }),
    );
    expect(unsaid).toMatchObject([{ code: 'O-FIELDS', section: 'experience', member: M[0], gap: true }]);
  });
  it('N12: the same service priced in both areas is a warning to who prices it', () => {
    const { contents, about } = offer();
    Object.assign(line(contents, 11), { item: 'SS_COACHING' });
    const found = checkOffer(contents, about).filter(({ code }) => code === 'R-DOUBLE');
    expect(found).toMatchObject([{ verdict: 'warning', section: 'budget', member: M[1] }]);
  });
});

describe('what the form of an offer asks besides', () => {
  const empty = readSheet(OFFER_FORM, {});

  it('U-04: of an empty offer about one finding for a section and whose part it is, each with who fills it in', () => {
    const { about } = offer();
    const findings = checkOffer(empty, { ...about, papers: [] });
    const failed = findings.filter(({ verdict }) => verdict === 'fail');
    const parts = failed.map(({ section, member }) => `${section} ${member ?? ''}`);
    expect(new Set(parts).size).toBe(parts.length);
    expect(failed).toHaveLength(8 + 3 * 5);
    expect(failed.every(({ gap, way }) => gap === true && way !== undefined)).toBe(true);
    expect(codes(findings.filter(({ verdict }) => verdict === 'warning'))).toEqual(['O-LETTERS']);
    expect(new Set(sectionStates(empty, about, findings).map(({ state }) => state))).toEqual(new Set(['EMPTY']));
  });
  it('says what is missing in words, items by their names', () => {
    const found = failing((contents) => {
      Object.assign(line(contents, 3), { unitPriceGrosze: null, amountGrosze: null });
      Object.assign(contents.plan.list.find(({ member }) => member === M[1]) ?? {}, { description: null });
    });
    expect(found.filter(({ gap }) => gap).map(({ text }) => plain(text))).toEqual([
      'Plan i harmonogram (Fundacja „Przystań Integracji”) – do uzupełnienia: trenerzy pracy (opis).',
      'Budżet (Stowarzyszenie „Kompas”) – do uzupełnienia: L03 doradztwo zawodowe (cena jednostkowa, kwota).',
    ]);
  });
  it('the period lies within the call, and what is planned within the period', () => {
    const late = failing((contents) => {
      Object.assign(contents.basics, { periodFrom: '2015-08-01', periodTo: '2016-07-31' });
    });
    expect(late.map(({ code, path, member }) => [code, path?.split('.')[0], member])).toEqual([
      ['O-PERIOD', 'basics', undefined],
      ...M.map((member) => ['O-PERIOD', 'plan', member]),
    ]);
  });
  it('every member declares for itself, and „nie” stands in the way', () => {
    const found = failing(({ declarations: { members } }) => {
      Object.assign(members[1] ?? {}, { truth: null, statutory: null });
      Object.assign(members[2] ?? {}, { noArrears: false });
    });
    expect(found).toMatchObject([
      { code: 'O-DECLARED', member: M[2] },
      { code: 'O-DECLARED', member: M[1], gap: true },
    ]);
    expect(found[0]?.text).toContain('„nie” przy oświadczeniu: „Nie zalegamy');
    expect(found[1]?.text).toContain('brakuje 2 z 5');
  });
  it('what a member declares to bring is what its lines say', () => {
    const found = failing(
      ({ contribution: { members } }) => void Object.assign(members[3] ?? {}, { cashGrosze: 2_850_001 }),
    );
    expect(found).toMatchObject([{ code: 'O-CONTRIBUTION', member: M[3], section: 'contribution' }]);
    expect(plain(found[0]?.text ?? '')).toBe(
      'Gmina Miasta Sopotu deklaruje wkład pieniężny 28 500,01 zł, a w budżecie 28 500,00 zł.',
    );
  });
  it('what names a member who left is the leader’s to sort out', () => {
    const { contents, about } = offer();
    const findings = checkOffer(contents, { ...about, members: without(about, 4) });
    const left = findings.filter(({ code }) => code === 'O-LEFT');
    expect(left.map(({ section, member }) => [section, member])).toEqual(
      ['services', 'plan', 'experience', 'budget', 'contribution', 'declarations'].map((section) => [
        section,
        undefined,
      ]),
    );
  });
  it('what cannot be read, grouped by whose it is, and never counted as empty too', () => {
    const { contents, about } = offer();
    contents.basics.summary = null;
    const unread = ['basics.summary', `experience.members.${M[1]}.turnoverGrosze`];
    const found = checkOffer(contents, { ...about, unread }).filter(({ verdict }) => verdict === 'fail');
    expect(found.map(({ code, section, member }) => [code, section, member])).toEqual([
      ['O-READ', 'basics', undefined],
      ['O-READ', 'experience', M[1]],
    ]);
    expect(found[0]?.text).toBe('Podstawowe informacje – wpisy, których nie da się przyjąć: streszczenie.');
  });
  it('Q13: social services without saying why here are a warning, and so are places elsewhere and a seat elsewhere', () => {
    const { contents, about } = offer();
    contents.places.justification = null;
    contents.places.points.forEach((point) => (point.teryt = '2262011'));
    const away = about.members.map((member) => ({ ...member, seatTeryt: '2262011' }));
    const found = checkOffer(contents, { ...about, members: away }).filter(({ verdict }) => verdict === 'warning');
    expect(found.map(({ code, section }) => [code, section])).toEqual([
      ['O-MEMBERS', 'partnership'],
      ['O-PLACES', 'places'],
      ['O-PLACES', 'places'],
    ]);
  });
  it('a sector that the call does not admit', () => {
    const { contents, about } = offer();
    const findings = checkOffer(contents, { ...about, call: { ...about.call, memberSectors: ['NGO', 'JST'] } });
    expect(findings.filter(({ verdict }) => verdict === 'fail')).toMatchObject([
      { code: 'O-MEMBERS', section: 'partnership' },
    ]);
    expect(blocksSubmission(findings)).toBe(true);
  });
  it('one service of a member twice, and one that both areas have, are warnings', () => {
    const { contents, about } = offer();
    const [first] = contents.services.list;
    if (!first) throw new RangeError('no service');
    const id = (no: number): string => `5e3e0000-0000-4000-8000-${String(no).padStart(12, '0')}`;
    const coaching = { ...first, member: M[1] ?? '', description: 'opis' };
    contents.services.list.push(
      { ...first, id: id(1) },
      { ...coaching, id: id(2), code: 'LM_INFO', description: null },
      { ...coaching, id: id(3), code: 'SS_INFO' },
    );
    const found = checkOffer(contents, about).filter(({ code }) => code === 'O-TWICE');
    expect(found.map(({ member, path }) => [member, path])).toEqual([
      [M[1], `services.list.${id(3)}`],
      [first.member, `services.list.${id(1)}`],
    ]);
  });
  it('a service of the plan that nobody knows is told where it stands, unless the offer adds it', () => {
    const { contents, about } = offer();
    const [first] = contents.services.list;
    Object.assign(first ?? {}, { code: 'LM_WARSZTATY' });
    const unknown = checkOffer(contents, about).filter(
      ({ code, verdict }) => code === 'R-SERVICE' && verdict === 'fail',
    );
    expect(unknown).toMatchObject([
      { section: 'services', member: first?.member, path: `services.list.${first?.id}.code` },
    ]);
    const added = { id: memberId('addition'), code: 'LM_WARSZTATY', name: 'warsztaty', area: 'LABOUR_MARKET' as const };
    contents.services.additions.push({ ...added, justification: 'zwiększa szanse na pracę' });
    expect(checkOffer(contents, about).filter(({ verdict }) => verdict === 'fail')).toEqual([]);
  });
  it('services without a goal of the national programme are a warning to each whose they are', () => {
    const { contents, about } = offer();
    const bare = contents.services.list.filter(({ member }) => member !== M[0]);
    bare.forEach((item, no) => Object.assign(item, no % 2 ? { goal: null } : { priority: null }));
    const found = checkOffer(contents, about).filter(({ verdict }) => verdict === 'warning');
    expect(found.map(({ code, member }) => [code, member]).sort()).toEqual(
      [...new Set(bare.map(({ member }) => member))].map((member) => ['O-FIELDS', member]).sort(),
    );
    expect(found[0]?.text).toContain('bez celu albo priorytetu');
  });
  it('a section is begun, faulty or complete by what stands in its way', () => {
    const { contents, about } = offer();
    contents.groups.recruitment = null;
    line(contents, 14).valuation = null;
    const states = sectionStates(contents, about, checkOffer(contents, about));
    const stateOf = (name: string): unknown => states.find(({ section }) => section === name);
    expect(stateOf('groups')).toEqual({ section: 'groups', state: 'STARTED', missing: 1 });
    expect(stateOf('budget')).toEqual({ section: 'budget', state: 'FAULTY', missing: 1 });
    expect(stateOf('plan')).toEqual({ section: 'plan', state: 'COMPLETE', missing: 0 });
  });
  it('of the same fault in many lines tells three and the number of the rest', () => {
    const found = failing((contents) => contents.budget.lines.forEach((each) => (each.amountGrosze = 7)));
    const lines = found.filter(
      ({ code, member, path }) => code === 'R-SUM' && member === M[0] && path?.includes('lines'),
    );
    expect(lines).toHaveLength(3);
    expect(plain(lines[2]?.text ?? '')).toMatch(/Tak samo jest jeszcze w 1 miejscu\.$/);
  });
});

const without = (about: OfferAbout, index: number): OfferAbout['members'] =>
  about.members.filter((_, no) => no !== index);
const changed = (about: OfferAbout, index: number, change: Partial<OfferAbout['members'][number]>): OfferAbout => ({
  ...about,
  members: about.members.map((member, no) => (no === index ? { ...member, ...change } : member)),
});
