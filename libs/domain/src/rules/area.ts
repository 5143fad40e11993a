import { catalogueOf, SERVICE_AREAS, type ServiceArea } from '../catalogue/services';
import type { ConsortiumFacts } from '../consortium/facts';
import { catalogueWords } from '../words.pl/catalogue';
import { ruleWords } from '../words.pl/rules';
import { finding, type Rule } from './rule';

const CODE = 'R-AREA';

/** R-AREA (slides 8 and 9, Q13): a Local Centre covers both areas; judged by the lines, before there are any by the plan. */
export const area: Rule = (facts, ruleSet) => {
  if (!ruleSet.areas.both) return [];
  const covered = coveredAreas(facts);
  if (covered === null) return [{ code: CODE, text: ruleWords.area.nothing }];
  return SERVICE_AREAS.map((each) => {
    const name = catalogueWords.area[each];
    const actual = covered.get(each) ?? 0;
    return finding({
      code: CODE,
      aspect: each,
      verdict: actual > 0 ? 'pass' : 'fail',
      unit: 'count',
      actual,
      required: 1,
      relation: 'atLeast',
      shortBy: actual > 0 ? null : 1,
      text: actual > 0 ? ruleWords.area.covered(name) : ruleWords.area.missing(name),
      source: ruleWords.source[CODE],
      fix:
        actual > 0 ? null : { text: ruleWords.area.add(name), steps: [{ act: 'ADD_LINE', area: each, needs: 'LINE' }] },
    });
  });
};

/** Lines, or planned services, by area; null when there is neither. */
function coveredAreas(facts: ConsortiumFacts): Map<ServiceArea, number> | null {
  const found = new Map<ServiceArea, number>();
  const count = (where: ServiceArea) => found.set(where, (found.get(where) ?? 0) + 1);
  if (facts.lines !== null && facts.lines.length > 0) {
    for (const line of facts.lines) if (line.area !== 'CROSS') count(line.area);
    return found;
  }
  if (facts.services.length === 0) return null;
  const catalogue = catalogueOf(facts.catalogueAdditions);
  for (const { code } of facts.services) {
    const service = catalogue.get(code);
    if (service) count(service.area);
  }
  return found;
}
