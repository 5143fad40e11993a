import { formatDatePl, isLocalDate } from '../calendar/local-date';
import { monthsAndDays, monthsOf, periodOf } from '../calendar/period';
import type { Period } from '../consortium/facts';
import { ruleWords } from '../words.pl/rules';
import type { Fix } from './fix';
import { finding, type Rule } from './rule';

const CODE = 'R-PERIOD';
const words = ruleWords.period;

/** R-PERIOD (slide 11, Q17): any whole consecutive months, the last day included. */
export const period: Rule = (facts, ruleSet) => {
  const need = ruleSet.period.months;
  const chosen = facts.period;
  if (chosen === null || !isLocalDate(chosen.from) || !isLocalDate(chosen.to)) {
    return [{ code: CODE, text: words.none(need) }];
  }
  const actual = monthsOf(chosen);
  const right = actual === need;
  return [
    finding({
      code: CODE,
      aspect: 'LENGTH',
      verdict: right ? 'pass' : 'fail',
      unit: 'months',
      actual: actual ?? `${chosen.from}/${chosen.to}`,
      required: need,
      relation: 'equal',
      shortBy: actual === null || right ? null : Math.abs(need - actual),
      text: chosen.to < chosen.from ? words.backwards : words.length(lengthOf(chosen, actual), need, right),
      source: ruleWords.source[CODE],
      fix: right ? null : setPeriod(periodOf(chosen.from, need)),
    }),
  ];
};

function lengthOf(chosen: Period, months: number | null): string {
  if (months !== null) return words.exact(months);
  const uneven = monthsAndDays(chosen);
  return words.uneven(uneven.months, uneven.days);
}

export const setPeriod = (to: Period): Fix => ({
  text: words.set(formatDatePl(to.from), formatDatePl(to.to)),
  steps: [{ act: 'SET_PERIOD', period: to }],
});
