import { addMonths, formatDatePl, type LocalDate } from '../../calendar/local-date';
import { monthsAndDays, monthsOf, periodOf } from '../../calendar/period';
import { callCheckWords } from '../../words.pl/call-check';
import type { CallFinding } from '../finding';
import { ruleSetOf } from './rule-set';
import { clock, type CallCheck, type CallContents, fails, findings, polishDay, warns } from './rule';

const words = callCheckWords.period;
const CODE = 'C-PERIOD';
const FROM = 'basics.periodFrom';

/** C-PERIOD (slide 11, Q17): as many whole months as the rule set says, beginning after the deadline. */
export const period: CallCheck = (call, about) => {
  const { periodFrom: from, periodTo: to } = call.basics;
  const need = ruleSetOf(call, about)?.period.months;
  if (from === null || to === null) return [none(call, need)];
  // C-RULES asks for the rule set; how many months it wants nobody knows yet.
  if (need === undefined) return early(call, from, need);
  const faults = [...length(from, to, need), ...early(call, from, need)];
  return findings(CODE, 'basics', faults, () =>
    words.pass(formatDatePl(from), formatDatePl(to), monthsOf({ from, to }) ?? 0),
  );
};

function none(call: CallContents, need: number | undefined): CallFinding {
  const start = call.basics.periodFrom ?? firstAfter(call);
  if (start === null || need === undefined) {
    return fails(CODE, { at: FROM, text: words.none, fix: words.fixNoneByHand });
  }
  return fails(CODE, { at: FROM, text: words.none, ...set(start, need) });
}

function length(from: LocalDate, to: LocalDate, need: number): CallFinding[] {
  const months = monthsOf({ from, to });
  if (months === need) return [];
  const [first, last] = [formatDatePl(from), formatDatePl(to)];
  const text = to < from ? words.backwards(first, last) : words.length(first, last, lengthOf(from, to, months), need);
  return [fails(CODE, { at: 'basics.periodTo', text, ...set(from, need) })];
}

function early(call: CallContents, from: LocalDate, need: number | undefined): CallFinding[] {
  const { closesAt } = call.deadline;
  const start = firstAfter(call);
  if (closesAt === null || start === null || from > polishDay(closesAt)) return [];
  const way = need === undefined ? { fix: words.fixNoneByHand } : set(start, need);
  return [warns(CODE, { at: FROM, text: words.early(formatDatePl(from), clock(closesAt)), ...way })];
}

/** First day of the month after the one in which the call closes. */
function firstAfter({ deadline }: CallContents): LocalDate | null {
  return deadline.closesAt === null ? null : `${addMonths(polishDay(deadline.closesAt), 1).slice(0, 7)}-01`;
}

function set(from: LocalDate, need: number): { fix: string; sets: { path: string; value: string }[] } {
  const to = periodOf(from, need).to;
  const sets = [
    { path: FROM, value: from },
    { path: 'basics.periodTo', value: to },
  ];
  return { fix: words.fix(formatDatePl(from), formatDatePl(to)), sets };
}

function lengthOf(from: LocalDate, to: LocalDate, months: number | null): string {
  if (months !== null) return words.exact(months);
  const uneven = monthsAndDays({ from, to });
  return words.uneven(uneven.months, uneven.days);
}
