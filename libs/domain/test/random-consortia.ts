import fc from 'fast-check';
import { BUDGET_AREAS, BUDGET_SOURCES, type BudgetLine } from '../src/budget/line';
import { SERVICES } from '../src/catalogue/services';
import type { ConsortiumFacts, MemberFacts } from '../src/consortium/facts';
import { parseNip } from '../src/identifier/nip';
import { amountOf } from '../src/money/quantity';
import { SECTORS } from '../src/organisation/sector';
import { LEGAL_REGIMES } from '../src/regime/legal-regime';
import type { FixAnswers } from '../src/rules/apply-fix';
import type { Fix } from '../src/rules/fix';
import { NGO_MEASURES, type RuleSet } from '../src/rules/rule-set';

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

/** Consortia of up to nine members, most of them bad in some way. */
export const consortium: fc.Arbitrary<ConsortiumFacts> = members.chain((people) =>
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

/** Rule sets of any measure, bound and demand. */
export const ruleSet: fc.Arbitrary<RuleSet> = fc.record({
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
export function answersTo(fix: Fix, facts: ConsortiumFacts): FixAnswers {
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
