import type { Period } from '../consortium/facts';
import { addDays, addMonths, dateParts, daysInMonth, isLocalDate, type LocalDate } from './local-date';

/**
 * Period of whole months from `from`, the last day included: 12 months from 2015-07-01 end on 2016-06-30.
 * When the month of the end has no such day, its last day closes the period (Civil Code art. 112).
 */
export function periodOf(from: LocalDate, months: number): Period {
  const next = addMonths(from, months);
  return { from, to: dateParts(next).day < dateParts(from).day ? next : addDays(next, -1) };
}

/** Whole months in a period with both days included; null when it is not a whole number of months. */
export function monthsOf(period: Period): number | null {
  if (!isLocalDate(period.from) || !isLocalDate(period.to) || period.to < period.from) return null;
  const [from, to] = [dateParts(period.from), dateParts(period.to)];
  const rough = (to.year - from.year) * 12 + to.month - from.month;
  for (const months of [rough, rough + 1]) {
    if (months > 0 && periodOf(period.from, months).to === period.to) return months;
  }
  return null;
}

/** Months that a period touches wholly, for the sentence „11 miesięcy i 3 dni”: whole months, then days over. */
export function monthsAndDays(period: Period): { months: number; days: number } {
  let months = 0;
  while (periodOf(period.from, months + 1).to <= period.to) months += 1;
  let day = months === 0 ? addDays(period.from, -1) : periodOf(period.from, months).to;
  let days = 0;
  const limit = daysInMonth(dateParts(period.to).year, dateParts(period.to).month) + 31;
  while (day < period.to && days < limit) {
    day = addDays(day, 1);
    days += 1;
  }
  return { months, days };
}
