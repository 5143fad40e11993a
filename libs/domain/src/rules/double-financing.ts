import type { BudgetLine } from '../budget/line';
import { itemName, OVERLAPPING_SERVICES } from '../catalogue/services';
import { ruleWords } from '../words.pl/rules';
import { aboutMember, finding, type Answer, type Rule } from './rule';

const CODE = 'R-DOUBLE';
const words = ruleWords.double;
const source = ruleWords.source[CODE];

const PAIR_OF = new Map<string, number>(
  OVERLAPPING_SERVICES.flatMap(([one, other], index) => [
    [one, index],
    [other, index],
  ]),
);

/** R-DOUBLE (N12): the same member prices a service of both areas twice; a warning until one of the lines says why. */
export const doubleFinancing: Rule = (facts) => {
  if (facts.lines === null) return [{ code: CODE, text: words.noLines }];
  const priced = new Map<string, BudgetLine[]>();
  for (const line of facts.lines) {
    const pair = PAIR_OF.get(line.item);
    if (pair === undefined) continue;
    const key = `${pair} ${line.member}`;
    const together = priced.get(key);
    if (together) together.push(line);
    else priced.set(key, [line]);
  }
  const names = new Map(facts.members.map((member) => [member.id, member.name]));
  const answers: Answer[] = [];
  for (const [, lines] of [...priced].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const pair = OVERLAPPING_SERVICES[PAIR_OF.get(lines[0]?.item ?? '') ?? 0];
    const member = lines[0]?.member ?? '';
    if (pair && pair.every((code) => lines.some((line) => line.item === code))) {
      answers.push(doubled(lines, pair, member, names.get(member) ?? member));
    }
  }
  return answers.length > 0 ? answers : [none()];
};

function doubled(lines: readonly BudgetLine[], pair: readonly [string, string], member: string, name: string): Answer {
  const justified = lines.some((line) => (line.justification ?? '').trim() !== '');
  const numbers = lines.map((line) => line.no).sort();
  const [first = ''] = numbers;
  return finding({
    code: CODE,
    aspect: pair[0],
    verdict: justified ? 'pass' : 'warning',
    unit: 'text',
    actual: numbers.join(', '),
    required: null,
    relation: 'equal',
    text: justified
      ? words.justified(name, itemName(pair[0]))
      : words.pair(name, itemName(pair[0]), itemName(pair[1]), numbers),
    source,
    subject: aboutMember(member),
    fix: justified
      ? null
      : { text: words.fill(first), steps: [{ act: 'FILL_LINE', no: first, field: 'justification', needs: 'VALUE' }] },
  });
}

const none = (): Answer =>
  finding({
    code: CODE,
    aspect: 'NONE',
    verdict: 'pass',
    unit: 'count',
    actual: 0,
    required: 0,
    relation: 'atMost',
    text: words.none,
    source,
  });
