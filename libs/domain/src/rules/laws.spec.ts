import fc from 'fast-check';
import { BUDGET_AREAS, BUDGET_SOURCES, type BudgetLine } from '../budget/line';
import { totals } from '../budget/totals';
import { SERVICES } from '../catalogue/services';
import type { ConsortiumFacts, MemberFacts } from '../consortium/facts';
import { parseNip } from '../identifier/nip';
import { amountOf } from '../money/quantity';
import { SECTORS } from '../organisation/sector';
import { LEGAL_REGIMES } from '../regime/legal-regime';
import { applyFix, type FixAnswers } from './apply-fix';
import { check, RULES } from './check';
import { documentFindings } from './document-findings';
import type { Finding } from './finding';
import type { Fix } from './fix';
import { NGO_MEASURES, OMT_2014, type RuleSet } from './rule-set';

/** The n-th NIP of the test range with a right check digit. */
function testNip(n: number): string {
  for (let stem = 999_100_000 + n * 10; ; stem += 1) {
    for (let digit = 0; digit < 10; digit += 1) if (parseNip(`${stem}${digit}`).ok) return `${stem}${digit}`;
  }
}

const NIPS = Array.from({ length: 40 }, (_, n) => testNip(n));

const member = (id: string, fields: Partial<MemberFacts>): MemberFacts => ({
  id,
  name: `Członek ${id}`,
  sector: 'NGO',
  role: 'PARTNER',
  legalForm: null,
  nip: null,
  regon: null,
  krs: null,
  unitOfNip: null,
  address: null,
  seatTeryt: null,
  email: null,
  phone: null,
  representation: [],
  tasks: [],
  similarProjects3y: 1,
  turnoverGrosze: 100_000_000,
  votes: 1,
  declaredCashGrosze: null,
  declaredInKindGrosze: null,
  ...fields,
});

const rarely = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });

const members: fc.Arbitrary<MemberFacts[]> = fc
  .array(
    fc.record({
      sector: fc.constantFrom(...SECTORS),
      role: fc.constantFrom('LEADER', 'PARTNER', 'PARTNER', 'PARTNER'),
      // Few enough that two members sometimes share one.
      nip: fc.option(fc.oneof(fc.constantFrom(...NIPS.slice(0, 14)), fc.constant('9990000021')), { freq: 12 }),
      krs: rarely(fc.constantFrom('0000999001', '0000999002', '0000999003')),
      unitOfNip: rarely(fc.constantFrom(...NIPS.slice(0, 4))),
      similarProjects3y: fc.option(fc.integer({ min: 0, max: 3 })),
      turnoverGrosze: fc.option(fc.integer({ min: 0, max: 60_000_000 })),
      votes: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 9 },
  )
  .map((rows) => rows.map((row, index) => member(`M${index + 1}`, row as Partial<MemberFacts>)));

const item = fc.oneof(
  fc.constantFrom(...SERVICES.map((service) => service.code)),
  fc.constantFrom('LM_COACHING', 'SS_COACHING', 'LM_NOT_LISTED', 'koordynator'),
);

const line = fc.record({
  category: fc.constantFrom('C1', 'C2', 'C7'),
  area: fc.constantFrom(...BUDGET_AREAS),
  item,
  who: fc.integer({ min: 1, max: 10 }),
  source: fc.constantFrom(...BUDGET_SOURCES),
  quantity: fc.oneof(
    fc.integer({ min: 0, max: 500 }),
    fc.integer({ min: 0, max: 50_000 }).map((n) => n / 1000),
  ),
  unitPriceGrosze: fc.oneof(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 0, max: 100 })),
  slip: rarely(fc.integer({ min: 0, max: 10 })),
  valuation: fc.option(fc.constant('cennik')),
});

const linesFor = (count: number): fc.Arbitrary<BudgetLine[]> =>
  fc.array(line, { maxLength: 14 }).map((rows) =>
    rows.map(({ who, slip, ...row }, index) => ({
      ...row,
      no: `L${String(index + 1).padStart(2, '0')}`,
      member: `M${count === 0 ? who : ((who - 1) % (count + (who === 10 ? 1 : 0))) + 1}`,
      unit: null,
      amountGrosze: slip ?? amountOf(row.quantity, row.unitPriceGrosze) ?? 0,
      justification: null,
    })),
  );

const money = fc.option(fc.integer({ min: 0, max: 40_000_000 }));
const day = fc.integer({ min: 1, max: 28 }).map((d) => String(d).padStart(2, '0'));

const consortium: fc.Arbitrary<ConsortiumFacts> = members.chain((people) =>
  fc.record({
    title: fc.constant('Konsorcjum'),
    centre: fc.constant({ teryt: '2264011', municipality: 'Sopot', name: null, callNo: null }),
    period: fc.option(fc.record({ from: day.map((d) => `2015-07-${d}`), to: day.map((d) => `2016-06-${d}`) })),
    legalRegime: fc.constantFrom(...LEGAL_REGIMES),
    capGrosze: fc.option(fc.integer({ min: 1, max: 40_000_000 })),
    declared: fc.record({ totalGrosze: money, zitGrosze: money, ownGrosze: money }),
    members: fc.constant(people),
    lines: fc.option(linesFor(people.length), { freq: 8 }),
    services: fc.array(
      fc.record({ code: item.filter((code) => code !== 'koordynator'), memberId: fc.constantFrom('M1', 'M2') }),
      { maxLength: 4 },
    ),
    targetGroups: fc.constant([]),
    distinctPersons: fc.constant(null),
    servicePoints: fc.constant([]),
    catalogueAdditions: fc.constant([]),
    letterOfIntentSignedOn: fc.constant(null),
  }),
);

const ruleSet: fc.Arbitrary<RuleSet> = fc.record({
  version: fc.constant('TEST/1'),
  ngo: fc
    .record({
      measure: fc.constantFrom(...NGO_MEASURES),
      num: fc.integer({ min: 0, max: 5 }),
      den: fc.integer({ min: 1, max: 5 }),
      inclusive: fc.boolean(),
    })
    .filter(({ num, den, inclusive }) => num < den || (num === den && inclusive)),
  own: fc.record({
    percent: fc.oneof(fc.constant(15), fc.integer({ min: 0, max: 100 }), fc.constant(7.5)),
    base: fc.constant('TOTAL_COST' as const),
    provider: fc.constantFrom('ANY_MEMBER' as const, 'JST_ONLY' as const),
    inKindCapPercent: fc.oneof(fc.constant(100), fc.integer({ min: 0, max: 100 })),
  }),
  composition: fc.record({
    NGO: fc.constantFrom('required' as const, 'warn' as const, 'off' as const),
    JST: fc.constantFrom('required' as const, 'warn' as const, 'off' as const),
    BUSINESS: fc.constantFrom('required' as const, 'warn' as const, 'off' as const),
  }),
  size: fc.record({ min: fc.integer({ min: 0, max: 4 }), max: fc.option(fc.integer({ min: 1, max: 8 })) }),
  leader: fc.record({
    sectors: fc.constantFrom(['NGO' as const, 'JST' as const], ['JST' as const], ['BUSINESS' as const]),
    minSimilarProjects: fc.integer({ min: 0, max: 2 }),
    years: fc.constant(3),
    turnoverFactor: fc.constantFrom('0', '1', '1.25'),
  }),
  cap: fc.record({
    totalGrosze: fc.integer({ min: 1, max: 40_000_000 }),
    zitMaxPercent: fc.integer({ min: 0, max: 100 }),
  }),
  period: fc.record({ months: fc.constantFrom(12, 6, 24) }),
  areas: fc.record({ both: fc.boolean() }),
  ids: fc.constant({ uniqueLegalPerson: true, checksum: true }),
  form: fc.constant({ cureBusinessDays: 5 }),
  operatorFeeGrosze: fc.constant(2_400_000),
});

/** What a person would add where a fix asks for it: a fresh organisation, a line, a right number. */
function answersTo(fix: Fix, facts: ConsortiumFacts): FixAnswers {
  let fresh = 20;
  const people: MemberFacts[] = [];
  const lines: BudgetLine[] = [];
  const values: (string | number)[] = [];
  for (const step of fix.steps) {
    if (step.act === 'ADD_MEMBER') {
      for (let n = 0; n < step.count; n += 1) {
        people.push(
          member(`N${fresh}`, {
            sector: step.sectors[0] ?? 'NGO',
            nip: NIPS[fresh] ?? null,
            turnoverGrosze: 9_999_999_999_999,
            similarProjects3y: 9,
          }),
        );
        fresh += 1;
      }
    } else if (step.act === 'ADD_LINE') {
      lines.push({
        no: '',
        category: 'C1',
        area: step.area,
        item: 'opis',
        member: facts.members[0]?.id ?? 'M1',
        source: 'ZIT',
        unit: null,
        quantity: 1,
        unitPriceGrosze: 100,
        amountGrosze: 100,
        valuation: null,
        justification: null,
      });
    } else if (step.act === 'FILL_MEMBER') {
      if (step.field === 'nip') values.push(NIPS[fresh++] ?? '');
      else values.push(step.field === 'krs' ? '0000999777' : step.field === 'regon' ? '492707333' : 9_999_999_999_999);
    } else if (step.act === 'FILL_LINE') values.push('podany opis');
  }
  return { members: people, lines, values };
}

const key = (finding: Finding) => `${finding.code} ${finding.aspect} ${finding.subject?.id ?? ''}`;
const open = (findings: readonly Finding[]) => findings.filter((finding) => finding.verdict !== 'pass');
const verdicts = (findings: readonly Finding[]) =>
  findings.map(
    (finding) => `${key(finding)} ${finding.verdict} ${finding.actual} ${finding.required} ${finding.fix?.text}`,
  );

const MET = [
  'R-AREA SOCIAL_SERVICES',
  'R-CAP TOTAL',
  'R-CAP ZIT_SHARE',
  'R-COMP JST',
  'R-DOUBLE LM_COACHING',
  'R-IDS DUPLICATE',
  'R-IDS MISSING',
  'R-IDS NIP',
  'R-LEADER EXACTLY_ONE',
  'R-LEADER EXPERIENCE',
  'R-LEADER SECTOR',
  'R-LEADER TURNOVER',
  'R-NGO SHARE',
  'R-OWN IN_KIND_CAP',
  'R-OWN SHARE',
  'R-PERIOD LENGTH',
  'R-REGIME PARTIES',
  'R-SERVICE AREA',
  'R-SERVICE CATALOGUE',
  'R-SERVICE PLAN',
  'R-SIZE MAX',
  'R-SIZE MIN',
  'R-SUM EMPTY',
  'R-SUM LINE',
  'R-SUM MEMBER',
  'R-SUM PARTS',
  'R-SUM TOTAL',
  'R-VALUATION METHOD',
];

const RUNS = { numRuns: 1200 };

describe('laws of rules over random consortia', () => {
  it('every finding that is not a pass has a fix, and after it the same question passes', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(consortium, ruleSet, (facts, rules) => {
        for (const found of open(check(facts, rules).findings)) {
          if (!found.fix) throw new Error(`no fix: ${key(found)}: ${found.text}`);
          const mended = applyFix(facts, found.fix, answersTo(found.fix, facts));
          const again = RULES[found.code](mended, rules).filter((answer) => 'verdict' in answer);
          if (open(again).map(key).includes(key(found))) {
            throw new Error(`still open: ${key(found)}: ${found.text} / ${found.fix.text}`);
          }
          seen.add(`${found.code} ${found.aspect.split(' ')[0]}`);
        }
      }),
      RUNS,
    );
    // The law is worth something only if the consortia were bad enough to meet every rule.
    expect(MET.filter((name) => !seen.has(name))).toEqual([]);
  });

  it('a fix keeps the total where it says that money only moves', () => {
    fc.assert(
      fc.property(consortium, ruleSet, (facts, rules) => {
        for (const found of check(facts, rules).findings) {
          if (!found.fix?.steps.some((step) => step.act === 'MOVE_MONEY') || facts.lines === null) continue;
          const mended = applyFix(facts, found.fix, answersTo(found.fix, facts));
          expect(totals(mended.lines ?? []).total).toBe(totals(facts.lines).total);
          expect(new Set(mended.lines?.map((each) => each.no)).size).toBe(mended.lines?.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('no fix changes the facts it was given', () => {
    fc.assert(
      fc.property(consortium, ruleSet, (facts, rules) => {
        const before = JSON.stringify(facts);
        for (const found of check(facts, rules).findings)
          if (found.fix) applyFix(facts, found.fix, answersTo(found.fix, facts));
        expect(JSON.stringify(facts)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  it('the order of members, lines and services does not matter', () => {
    fc.assert(
      fc.property(consortium, ruleSet, fc.infiniteStream(fc.nat()), (facts, rules, random) => {
        const shuffled = <Item>(items: Item[]) =>
          items
            .map((each) => ({ each, at: random.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ each }) => each);
        const other = {
          ...facts,
          members: shuffled(facts.members),
          lines: facts.lines && shuffled(facts.lines),
          services: shuffled(facts.services),
        };
        expect(verdicts(check(other, rules).findings)).toEqual(verdicts(check(facts, rules).findings));
      }),
      { numRuns: 400 },
    );
  });

  it('the fix of an agreement passes on its day as well', () => {
    const dates = fc.constantFrom(
      '2004-01-01',
      '2014-06-20',
      '2014-08-01',
      '2015-06-20',
      '2022-05-10',
      '2026-01-01',
      '2003-01-01',
    );
    fc.assert(
      fc.property(consortium, dates, (facts, date) => {
        const paper = (about: ConsortiumFacts) =>
          documentFindings('PARTNERSHIP_AGREEMENT', {
            kind: 'PARTNERSHIP_AGREEMENT',
            templateVersion: 'UP/1',
            number: null,
            date,
            place: 'Sopot',
            copies: 5,
            validUntil: null,
            note: null,
            memberId: null,
            consortium: about,
            ruleSet: OMT_2014,
          });
        for (const found of open(paper(facts).findings)) {
          if (!found.fix) throw new Error(`no fix: ${key(found)}`);
          // The other rules met this law above; only what the paper adds is asked again.
          if (found.code !== 'R-REGIME' && found.code !== 'R-PERIOD') continue;
          const mended = applyFix(facts, found.fix, answersTo(found.fix, facts));
          expect(open(paper(mended).findings).map(key)).not.toContain(key(found));
        }
      }),
      { numRuns: 400 },
    );
  });
});
