import { sopotFacts, sopotRuleSet } from '@zit/sample';
import { removeMember } from '../consortium/amend';
import type { ConsortiumFacts } from '../consortium/facts';
import { documentFindings } from '../rules/document-findings';
import type { AwardFacts, DocumentFacts } from './document-facts';
import { factsDifferences } from './facts-differences';

const before = sopotFacts();
const AWARD: AwardFacts = {
  ...{ callNumber: 'LC/2264/2015/1', receiptNumber: 'LC/2264/2015/1/1', resultNo: 1, place: 1 },
  ...{ totalGrosze: 33_000_000, zitGrosze: 28_050_000, ownGrosze: 4_950_000, ended: false },
};
const paper = (consortium: ConsortiumFacts, more: Partial<DocumentFacts> = {}): DocumentFacts => ({
  ...{
    kind: 'PARTNERSHIP_AGREEMENT',
    templateVersion: 'x',
    number: null,
    date: '2015-06-01',
    place: 'Sopot',
    copies: 5,
  },
  ...{ validUntil: null, note: null, memberId: null, consortium, ruleSet: sopotRuleSet(), ...more },
});
const annexOf = (was: ConsortiumFacts, now: ConsortiumFacts, more: Partial<DocumentFacts> = {}): DocumentFacts =>
  paper(now, {
    kind: 'ANNEX',
    annex: {
      ...{ no: 1, holds: true, previous: null, before: was },
      agreement: { number: 'UP/2264/2015/01', date: '2015-06-01', factsSha256: '0'.repeat(64) },
    },
    ...more,
  });
const failing = (facts: DocumentFacts): string[] =>
  documentFindings(facts.kind, facts)
    .findings.filter(({ verdict }) => verdict === 'fail')
    .map(({ code, aspect }) => `${code} ${aspect}`);
/** The same with that line's amount changed by so many grosze. */
const moved = (facts: ConsortiumFacts, source: string, by: number): ConsortiumFacts => {
  const at = facts.lines?.findIndex((line) => line.source === source) ?? -1;
  const lines = facts.lines?.map((line, index) =>
    index === at
      ? { ...line, quantity: 1, unitPriceGrosze: line.amountGrosze + by, amountGrosze: line.amountGrosze + by }
      : line,
  );
  return { ...facts, lines: lines ?? null };
};

describe('differences between two states of a consortium', () => {
  it('are none when nothing changed, whatever the numbers of lines', () => {
    const renumbered = before.lines?.map((line) => ({ ...line, no: `X${line.no}` })) ?? null;
    expect(factsDifferences(before, { ...before, lines: renumbered }).changed).toBe(false);
    expect(factsDifferences(before, before)).toMatchObject({ parties: [], lines: [], works: [], shares: [] });
  });

  it('a changed line says before and after, and the sums follow to the grosz', () => {
    const { lines, sums, changed } = factsDifferences(before, moved(before, 'ZIT', -1));
    expect(changed).toBe(true);
    expect(lines).toHaveLength(1);
    expect((lines[0]?.before ?? 0) - (lines[0]?.after ?? 0)).toBe(1);
    const total = sums.find(({ label }) => label === 'Koszt całkowity');
    expect(total).toEqual({ label: 'Koszt całkowity', before: 33_000_000, after: 32_999_999 });
  });

  it('of any two states, lines add up to what the sums say', () => {
    const after = removeMember(moved(before, 'OWN_CASH', 700), 'M5', 'M1');
    const { lines, sums } = factsDifferences(before, after);
    const by = lines.reduce((sum, line) => sum + (line.after ?? 0) - (line.before ?? 0), 0);
    const total = sums.find(({ label }) => label === 'Koszt całkowity');
    expect(by).toBe((total?.after ?? 0) - (total?.before ?? 0));
    expect(by).toBe(700);
  });

  it('J5: an NGO that joins is named, and nobody else changes', () => {
    const { name: _, ...rest } = before.members[4]!;
    const joined = { ...rest, id: 'M6', name: 'Stowarzyszenie Nowe', tasks: [], nip: '9990050009' };
    const { parties, lines } = factsDifferences(before, { ...before, members: [...before.members, joined] });
    expect(parties).toEqual([{ label: 'Strona', before: null, after: 'Stowarzyszenie Nowe' }]);
    expect(lines).toEqual([]);
  });

  it('the same lines one by one twice are two lines', () => {
    const [first] = before.lines ?? [];
    const doubled = { ...before, lines: [...(before.lines ?? []), { ...first! }] };
    const { lines } = factsDifferences(before, doubled);
    expect(lines).toMatchObject([{ before: null, after: first?.amountGrosze }]);
    expect(factsDifferences(doubled, before).lines).toMatchObject([{ before: first?.amountGrosze, after: null }]);
  });
});

describe('papers that carry out an award', () => {
  it('an agreement is refused when it differs from the award by a grosz, with the numbers', () => {
    expect(failing(paper(before, { award: AWARD }))).toEqual([]);
    const off = paper(before, { award: { ...AWARD, totalGrosze: 33_000_001, ownGrosze: 4_950_001 } });
    expect(failing(off)).toEqual(['R-SUM AWARD_TOTAL', 'R-SUM AWARD_OWN']);
    const texts = documentFindings('PARTNERSHIP_AGREEMENT', off).findings.map(({ text }) => text);
    expect(texts.join(' ').replaceAll('\u00a0', ' ')).toContain('330 000,00 zł, a w przyznanej ofercie 330 000,01 zł');
    expect(failing(paper(before, { award: { ...AWARD, ended: true } }))).toEqual(['R-SUM AWARD_ENDED']);
  });

  it('N21: an NGO leaves after the award, 3/5 → 2/4 = 50 % by annex; the next exit, 1/3, is refused', () => {
    const ngos = before.members.filter(({ sector }) => sector.startsWith('NGO')).map(({ id }) => id);
    expect(ngos).toHaveLength(3);
    const first = removeMember(before, ngos[2]!, ngos[0]!);
    expect(failing(annexOf(before, first, { award: AWARD }))).toEqual([]);
    const second = removeMember(first, ngos[1]!, ngos[0]!);
    expect(failing(annexOf(first, second, { award: AWARD }))).toContain('R-NGO SHARE');
    const share = documentFindings('ANNEX', annexOf(first, second)).findings.find(({ code }) => code === 'R-NGO');
    expect([share?.actual, share?.required]).toEqual(['1/3', '1/2']);
  });

  it('an annex changes something, of an agreement that holds, and brings no more ZIT than was awarded', () => {
    expect(failing(annexOf(before, before))).toEqual(['R-SUM NOTHING_CHANGES']);
    const first = annexOf(before, moved(before, 'OWN_CASH', 100));
    expect(failing({ ...first, annex: { ...first.annex!, holds: false } })).toContain('R-SUM AGREEMENT_GONE');
    const more = failing(annexOf(before, moved(before, 'ZIT', 1), { award: AWARD }));
    expect(more).toContain('R-CAP AWARD_ZIT');
    const lessAwarded = { ...AWARD, zitGrosze: 28_049_999 };
    const text = documentFindings('ANNEX', annexOf(before, before, { award: lessAwarded })).findings.find(
      ({ aspect }) => aspect === 'AWARD_ZIT',
    )?.text;
    expect(text?.replaceAll('\u00a0', ' ')).toContain('o 0,01 zł więcej niż przyznano (280 499,99 zł)');
  });
});
