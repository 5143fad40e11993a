import { catalogueOf, isServiceCode, itemName } from '../catalogue/services';
import { catalogueWords } from '../words.pl/catalogue';
import { ruleWords } from '../words.pl/rules';
import { aboutLine, aboutMember, finding, type Answer, type Rule } from './rule';

const CODE = 'R-SERVICE';
const words = ruleWords.service;
const source = ruleWords.source[CODE];

/**
 * R-SERVICE (N11; slide 8 lets area 1 hold only what serves its goal): a code has to stand in the programme's
 * list or among the call's justified additions, and in its own area. Free descriptions are not judged, and
 * costs common to both areas may name a service of either.
 */
export const service: Rule = (facts) => {
  if ((facts.lines ?? []).length === 0 && facts.services.length === 0) return [{ code: CODE, text: words.nothing }];
  const additions = facts.catalogueAdditions.filter((added) => (added.justification ?? '').trim() !== '');
  const catalogue = catalogueOf(additions);
  const answers: Answer[] = [];
  for (const line of facts.lines ?? []) {
    if (!isServiceCode(line.item)) continue;
    const known = catalogue.get(line.item);
    if (known === undefined) {
      answers.push(
        finding({
          code: CODE,
          aspect: 'CATALOGUE',
          verdict: 'fail',
          unit: 'text',
          actual: line.item,
          required: null,
          relation: 'oneOf',
          text: words.unknownLine(line.no, line.item),
          source,
          subject: aboutLine(line.no),
          fix: {
            text: words.fillItem(line.no),
            steps: [{ act: 'FILL_LINE', no: line.no, field: 'item', needs: 'VALUE' }],
          },
        }),
      );
    } else if (line.area !== 'CROSS' && line.area !== known.area) {
      const right = catalogueWords.area[known.area];
      answers.push(
        finding({
          code: CODE,
          aspect: 'AREA',
          verdict: 'fail',
          unit: 'text',
          actual: line.area,
          required: known.area,
          relation: 'equal',
          text: words.wrongArea(line.no, itemName(line.item, additions), right),
          source,
          subject: aboutLine(line.no),
          fix: {
            text: words.setArea(line.no, right),
            steps: [{ act: 'SET_LINE_AREA', no: line.no, area: known.area }],
          },
        }),
      );
    }
  }
  for (const planned of [...facts.services].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    if (catalogue.has(planned.code)) continue;
    answers.push(
      finding({
        code: CODE,
        aspect: `PLAN ${planned.code}`,
        verdict: 'fail',
        unit: 'text',
        actual: planned.code,
        required: null,
        relation: 'oneOf',
        text: words.unknownPlan(planned.code),
        source,
        subject: aboutMember(planned.memberId),
        fix: {
          text: words.drop(planned.code),
          steps: [{ act: 'DROP_SERVICE', code: planned.code, member: planned.memberId }],
        },
      }),
    );
  }
  return answers.length > 0 ? answers : [allRight()];
};

const allRight = (): Answer =>
  finding({
    code: CODE,
    aspect: 'CATALOGUE',
    verdict: 'pass',
    unit: 'count',
    actual: 0,
    required: 0,
    relation: 'atMost',
    text: words.right,
    source,
  });
