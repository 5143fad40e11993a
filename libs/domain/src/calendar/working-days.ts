import type { DayKind } from '../call/call-form';
import { isFreeDay } from './holidays';
import { addDays, type LocalDate } from './local-date';

/**
 * Last day of a term of `days` from an event (B.4, art. 57 of the administrative procedure code): the day of the event
 * does not count, the last day does, and a last day that is free moves to the next working day. `CALENDAR` days run
 * through free days, `BUSINESS` days are Monday to Friday without holidays.
 */
export function lastDayOf(from: LocalDate, days: number, kind: DayKind): LocalDate {
  if (kind === 'CALENDAR') return nextWorkingDay(addDays(from, days));
  let day = from;
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(addDays(day, 1));
  return nextWorkingDay(day);
}

/** The day itself when it is a working day, else the first one after it. */
export function nextWorkingDay(date: LocalDate): LocalDate {
  let day = date;
  while (isFreeDay(day)) day = addDays(day, 1);
  return day;
}
