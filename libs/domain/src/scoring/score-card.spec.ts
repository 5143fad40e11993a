import { cardContents, cardTotal, ownRanks } from './card-contents';
import { cardForm, pointsPath, reasonPath } from './card-form';
import { cardGaps, reasonNeeded } from './check-card';
import { concernedSections } from './concerned-sections';
import { automaticPoints, type ScoringCriterion } from './criteria';
import { divergencesOf } from './divergence';
import { gapText } from './gap-text';
import { acceptValue } from '../sheet/value';
import { kindAt } from '../sheet/sheet-path';
import type { SheetValue } from '../sheet/form';

const ID = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const criterion = (n: number, weight: number, more: Partial<ScoringCriterion> = {}): ScoringCriterion => ({
  id: ID(n),
  code: `K${n}`,
  name: '',
  guidance: '',
  weight,
  automatic: false,
  ...more,
});
/** The criteria of Sopot (F.4). */
const WEIGHTS = [20, 25, 15, 10, 15, 10, 5];
const CRITERIA = WEIGHTS.map((weight, at) => criterion(at + 1, weight, { automatic: at === 6 }));
const valuesOf = (points: readonly SheetValue[], reasons: Readonly<Record<number, SheetValue>> = {}) => {
  const kept = new Map<string, SheetValue>(points.map((value, at) => [pointsPath(ID(at + 1)), value]));
  for (const [n, reason] of Object.entries(reasons)) kept.set(reasonPath(ID(Number(n))), reason);
  return (path: string): SheetValue => kept.get(path) ?? null;
};

describe('a score card', () => {
  it('has a field of whole points and a reason for each criterion that is scored, none for an automatic one', () => {
    const form = cardForm(CRITERIA);
    expect(kindAt(form, pointsPath(ID(1)))).toEqual({ is: 'whole', min: 0, max: 10 });
    expect(kindAt(form, reasonPath(ID(6)))).toMatchObject({ is: 'text' });
    expect(kindAt(form, pointsPath(ID(7)))).toBeNull();
    const kind = kindAt(form, pointsPath(ID(1)));
    if (!kind) throw new Error('no field');
    expect([0, 10, 11, -1, 2.5].map((points) => acceptValue(kind, points))).toEqual([
      0,
      10,
      undefined,
      undefined,
      undefined,
    ]);
    expect(acceptValue(kind, '11')).toEqual({ typed: '11' });
  });

  it('asks for reasons below half and above nine tenths of the points, exactly', () => {
    expect(Array.from({ length: 11 }, (_, points) => reasonNeeded(points))).toEqual([
      ...Array.from({ length: 5 }, () => 'BELOW_HALF'),
      ...Array.from({ length: 5 }, () => null),
      'ABOVE_NINE_TENTHS',
    ]);
    // An odd scale has no whole half, and a scale of twenty a whole nine tenths.
    expect([2, 3].map((points) => reasonNeeded(points, 5))).toEqual(['BELOW_HALF', null]);
    expect([9, 10, 18, 19].map((points) => reasonNeeded(points, 20))).toEqual([
      'BELOW_HALF',
      null,
      null,
      'ABOVE_NINE_TENTHS',
    ]);
  });

  it('names what is missing in sentences, and nothing of an automatic criterion', () => {
    const values = valuesOf([8, 4, 10, null, { typed: '11' }, 9], { 3: '  ' });
    const gaps = cardGaps(CRITERIA, values);
    expect(gaps.map((gap) => gapText(gap, CRITERIA, values))).toEqual([
      'K2: 4\u00a0punkty to mniej niż połowa z 10, więc potrzebne jest uzasadnienie.',
      'K3: 10\u00a0punktów to więcej niż dziewięć dziesiątych z 10, więc potrzebne jest uzasadnienie.',
      'K4: brak punktów. Wpisz liczbę całkowitą od 0 do 10.',
      'K5: „11” to nie punkty. Wpisz liczbę całkowitą od 0 do 10.',
    ]);
    expect(gaps.map(({ path }) => path)).toEqual([
      reasonPath(ID(2)),
      reasonPath(ID(3)),
      pointsPath(ID(4)),
      pointsPath(ID(5)),
    ]);
    expect(cardGaps(CRITERIA, valuesOf([8, 4, 10, 9, 7, 8], { 2: 'Brak planu.', 3: 'Wzorowo.' }))).toEqual([]);
  });

  it('becomes contents by codes, the computed points among them, and reasons where some stand', () => {
    const values = valuesOf([8, 4, 8, 9, 7, 8], { 2: ' Brak planu. ', 4: ' ' });
    expect(cardContents({ offer: ID(8), assessor: ID(9) }, CRITERIA, values, automaticPoints(true))).toEqual({
      offer: ID(8),
      assessor: ID(9),
      points: { K1: 8, K2: 4, K3: 8, K4: 9, K5: 7, K6: 8, K7: 10 },
      reasons: { K2: 'Brak planu.' },
    });
    expect(() => cardContents({ offer: ID(8), assessor: ID(9) }, CRITERIA, valuesOf([8]), 0)).toThrow(RangeError);
  });

  it('adds up exactly: the cards of S1 in Sopot', () => {
    expect(cardTotal(CRITERIA, [8, 9, 8, 9, 7, 8, 10])).toEqual({ num: 830, den: 10 });
    expect(cardTotal(CRITERIA, [6, 5, 6, 6, 5, 6, 10])).toEqual({ num: 580, den: 10 });
    expect(cardTotal(CRITERIA, [8, 8, 9, 9, 9, 9, 0])).toEqual({ num: 810, den: 10 });
    expect(cardTotal(CRITERIA, [8, null, 9, 9, 9, 9, 0])).toBeNull();
  });

  it('ranks own totals, equals together, and leaves out what is not complete', () => {
    const totals = [830, 580, null, 830, 810].map((num) => (num === null ? null : { num, den: 10 }));
    expect(ownRanks(totals)).toEqual([1, 4, null, 1, 3]);
  });

  it('shows how far assessors are apart: more than three tenths of the scale is wide', () => {
    expect(divergencesOf(['K1'], [{ K1: 8 }])).toEqual([]);
    expect(
      divergencesOf(
        ['K1', 'K2'],
        [
          { K1: 8, K2: 9 },
          { K1: 5, K2: 5 },
          { K1: 7, K2: 6 },
        ],
      ),
    ).toEqual([
      { code: 'K1', lowest: 5, highest: 8, mean: { num: 20, den: 3 }, wide: false },
      { code: 'K2', lowest: 5, highest: 9, mean: { num: 20, den: 3 }, wide: true },
    ]);
  });

  it.each([
    ['zgodność ze wskaźnikami projektu i z diagnozą', ['indicators', 'basics']],
    ['jakość i komplementarność usług', ['services']],
    ['potencjał i doświadczenie lidera oraz partnerów', ['experience', 'partnership']],
    ['zasadność budżetu i wkład własny', ['budget', 'contribution']],
    ['lokalizacja, w tym obszary rewitalizacji', ['places']],
    ['rekomendacja rady organizacji pozarządowych', ['partnership']],
    ['inne', []],
  ])('leads from „%s” to the sections it is about', (name, sections) => {
    expect(concernedSections({ name, guidance: '' })).toEqual(sections);
  });

  it('looks into the guidance when the name says nothing', () => {
    expect(concernedSections({ name: 'Inne', guidance: 'Oceniamy koszty.' })).toEqual(['budget']);
  });
});
