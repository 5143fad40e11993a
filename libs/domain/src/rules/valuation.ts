import { ruleWords } from '../words.pl/rules';
import { aboutLine, finding, type Answer, type Rule } from './rule';

const CODE = 'R-VALUATION';
const words = ruleWords.valuation;
const source = ruleWords.source[CODE];

/** R-VALUATION (N16, Q5): every line in kind says how it was valued. */
export const valuation: Rule = (facts) => {
  if (facts.lines === null) return [{ code: CODE, text: words.noLines }];
  const inKind = facts.lines.filter((line) => line.source === 'OWN_IN_KIND');
  const missing = inKind.filter((line) => (line.valuation ?? '').trim() === '');
  if (missing.length === 0) return [allRight(inKind.length)];
  return missing.map((line) =>
    finding({
      code: CODE,
      aspect: 'METHOD',
      verdict: 'fail',
      unit: 'text',
      actual: null,
      required: null,
      relation: 'equal',
      text: words.missing(line.no),
      source,
      subject: aboutLine(line.no),
      fix: {
        text: words.fill(line.no),
        steps: [{ act: 'FILL_LINE', no: line.no, field: 'valuation', needs: 'VALUE' }],
      },
    }),
  );
};

const allRight = (count: number): Answer =>
  finding({
    code: CODE,
    aspect: 'METHOD',
    verdict: 'pass',
    unit: 'count',
    actual: count,
    required: count,
    relation: 'equal',
    text: count === 0 ? words.none : words.right(count),
    source,
  });
