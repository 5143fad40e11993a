import { legalPersons } from '../consortium/legal-person';
import { isLocalGovernment, isNgo, type Sector } from '../organisation/sector';
import { ruleWords } from '../words.pl/rules';
import { finding, type Rule } from './rule';

const CODE = 'R-COMP';

const SECTORS: Record<'NGO' | 'JST' | 'BUSINESS', { counts: (sector: Sector) => boolean; add: Sector[] }> = {
  NGO: { counts: isNgo, add: ['NGO', 'NGO_EQUIVALENT', 'CHURCH'] },
  JST: { counts: isLocalGovernment, add: ['JST', 'JST_UNIT'] },
  BUSINESS: { counts: (sector) => sector === 'BUSINESS', add: ['BUSINESS'] },
};

/** R-COMP (slide 15, Q6): NGO and municipality are there; a missing business is a warning unless the call says else. */
export const composition: Rule = (facts, ruleSet) => {
  const persons = legalPersons(facts.members);
  return (['NGO', 'JST', 'BUSINESS'] as const).flatMap((sector) => {
    const demand = ruleSet.composition[sector];
    if (demand === 'off') return [];
    const { counts, add } = SECTORS[sector];
    const actual = persons.filter(({ chief }) => counts(chief.sector)).length;
    const warn = demand === 'warn';
    return finding({
      code: CODE,
      aspect: sector,
      verdict: actual > 0 ? 'pass' : warn ? 'warning' : 'fail',
      unit: 'count',
      actual,
      required: 1,
      relation: 'atLeast',
      shortBy: actual > 0 ? null : 1,
      text: actual > 0 ? ruleWords.composition.present(sector, actual) : ruleWords.composition.missing(sector, warn),
      source: ruleWords.source[CODE],
      fix:
        actual > 0
          ? null
          : {
              text: ruleWords.composition.add(sector),
              steps: [{ act: 'ADD_MEMBER', sectors: add, role: 'PARTNER', count: 1, needs: 'ORGANISATION' }],
            },
    });
  });
};
