import { inWarsaw, type Instant } from '../calendar/instant';
import { addDays, daysBetween, type LocalDate } from '../calendar/local-date';

/** Days within which anybody may ask for reasons of a published result. */
export const REASONS_DAYS = 30;

/** How a day stands to a publication. */
export interface DayCount {
  /** Days after the day of publication, which is not counted. */
  day: number;
  /** The last day in time, inclusive. */
  lastDay: LocalDate;
  /** Days after the last one; 0: in time. */
  lateDays: number;
}

/** Counts whole days of Europe/Warsaw, however long each was. @param on a day in Europe/Warsaw */
export function dayAfter(publishedAt: Instant, on: LocalDate, days: number): DayCount {
  const published = inWarsaw(publishedAt).date;
  const lastDay = addDays(published, days);
  return { day: daysBetween(published, on), lastDay, lateDays: Math.max(daysBetween(lastDay, on), 0) };
}
