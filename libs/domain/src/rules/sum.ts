import type { BudgetLine } from '../budget/line';
import { totals } from '../budget/totals';
import type { ConsortiumFacts, MemberFacts } from '../consortium/facts';
import { formatGrosze, formatZloty, isGrosze } from '../money/grosze';
import { amountOf } from '../money/quantity';
import { ruleWords } from '../words.pl/rules';
import type { FixStep } from './fix';
import { aboutLine, finding, type Answer, type Rule } from './rule';

const CODE = 'R-SUM';
const words = ruleWords.sum;
const source = ruleWords.source[CODE];

type Declared = 'TOTAL' | 'ZIT' | 'OWN';

/** R-SUM: every line is quantity × price, and the lines add up to what is declared, to the grosz (N6). */
export const sum: Rule = (facts) => {
  if (facts.lines === null) return [...declaredParts(facts), { code: CODE, text: words.noLines }];
  if (facts.lines.length === 0) return [empty()];
  const sums = totals(facts.lines);
  const { totalGrosze, zitGrosze, ownGrosze } = facts.declared;
  const answers: Answer[] = [];
  const compare = (aspect: Declared, actual: number, declared: number | null) => {
    if (declared !== null) answers.push(declaredSum(aspect, actual, declared));
  };
  compare('TOTAL', sums.total, totalGrosze);
  compare('ZIT', sums.zit, zitGrosze);
  compare('OWN', sums.own, ownGrosze);

  const ids = new Set(facts.members.map((member) => member.id));
  const heir = heirOf(facts.members);
  let wrong = 0;
  for (const line of facts.lines) {
    const expected = amountOf(line.quantity, line.unitPriceGrosze);
    if (expected !== line.amountGrosze) {
      answers.push(wrongLine(line, expected));
      wrong += 1;
    }
    if (!ids.has(line.member) && heir) answers.push(orphan(line, heir));
  }
  if (wrong === 0) answers.push(allRight(facts.lines.length, sums.total));
  return answers;
};

const heirOf = (members: readonly MemberFacts[]): MemberFacts | undefined =>
  [...members].sort((a, b) => Number(b.role === 'LEADER') - Number(a.role === 'LEADER') || (a.id < b.id ? -1 : 1))[0];

function declaredSum(aspect: Declared, actual: number, declared: number): Answer {
  const right = actual === declared;
  const difference = `${actual > declared ? '+' : ''}${formatGrosze(actual - declared)}\u00a0zł`;
  return finding({
    code: CODE,
    aspect,
    verdict: right ? 'pass' : 'fail',
    unit: 'grosze',
    actual,
    required: declared,
    relation: 'equal',
    shortBy: right ? null : Math.abs(declared - actual),
    text: right
      ? words.equal(aspect, formatZloty(actual))
      : words.different(aspect, formatZloty(actual), formatZloty(declared), difference),
    source,
    subject: { kind: 'field', id: FIELD[aspect] },
    fix: right ? null : { text: words.declare(aspect, formatZloty(actual)), steps: [declaring(aspect, actual)] },
  });
}

const FIELD = { TOTAL: 'totalGrosze', ZIT: 'zitGrosze', OWN: 'ownGrosze' } as const;

const declaring = (aspect: Declared, amount: number): FixStep => ({ act: 'SET_DECLARED', [FIELD[aspect]]: amount });

/** Only totals are known: at least the parts fit into the whole. */
function declaredParts({ declared }: ConsortiumFacts): Answer[] {
  const { totalGrosze, zitGrosze, ownGrosze } = declared;
  if (totalGrosze === null || zitGrosze === null || ownGrosze === null) return [];
  const parts = zitGrosze + ownGrosze;
  if (parts <= totalGrosze) return [];
  return [
    finding({
      code: CODE,
      aspect: 'PARTS',
      verdict: 'fail',
      unit: 'grosze',
      actual: parts,
      required: totalGrosze,
      relation: 'atMost',
      shortBy: parts - totalGrosze,
      text: words.partsOver(formatZloty(parts), formatZloty(totalGrosze)),
      source,
      fix: { text: words.declare('TOTAL', formatZloty(parts)), steps: [declaring('TOTAL', parts)] },
    }),
  ];
}

function wrongLine(line: BudgetLine, expected: number | null): Answer {
  const amount = expected ?? (isGrosze(line.amountGrosze) ? line.amountGrosze : 0);
  return finding({
    code: CODE,
    aspect: 'LINE',
    verdict: 'fail',
    unit: 'grosze',
    actual: line.amountGrosze,
    required: expected,
    relation: 'equal',
    shortBy: expected === null ? null : Math.abs(expected - line.amountGrosze),
    text:
      expected === null
        ? words.lineTooLarge(line.no, formatZloty(line.amountGrosze))
        : words.line(line.no, formatZloty(line.amountGrosze), formatZloty(expected)),
    source,
    subject: aboutLine(line.no),
    fix: {
      text: words.setLine(line.no, formatZloty(amount)),
      steps: [{ act: 'SET_LINE_AMOUNT', no: line.no, amountGrosze: amount }],
    },
  });
}

const orphan = (line: BudgetLine, heir: MemberFacts): Answer =>
  finding({
    code: CODE,
    aspect: 'MEMBER',
    verdict: 'fail',
    unit: 'text',
    actual: line.member,
    required: null,
    relation: 'oneOf',
    text: words.orphan(line.no),
    source,
    subject: aboutLine(line.no),
    fix: {
      text: words.adopt(line.no, heir.name),
      steps: [
        { act: 'MOVE_MONEY', no: line.no, amountGrosze: Math.max(1, line.amountGrosze), to: { member: heir.id } },
      ],
    },
  });

const empty = (): Answer =>
  finding({
    code: CODE,
    aspect: 'EMPTY',
    verdict: 'fail',
    unit: 'count',
    actual: 0,
    required: 1,
    relation: 'atLeast',
    shortBy: 1,
    text: words.empty,
    source,
    fix: { text: words.addLine, steps: [{ act: 'ADD_LINE', area: 'LABOUR_MARKET', needs: 'LINE' }] },
  });

const allRight = (count: number, total: number): Answer =>
  finding({
    code: CODE,
    aspect: 'LINES',
    verdict: 'pass',
    unit: 'count',
    actual: count,
    required: count,
    relation: 'equal',
    text: words.right(formatZloty(total), count),
    source,
  });
