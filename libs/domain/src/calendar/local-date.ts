import { calendarWords } from '../words.pl/calendar';

/** A calendar day in Poland, `YYYY-MM-DD`; it has no time and no zone. */
export type LocalDate = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A real day of the Gregorian calendar written as `YYYY-MM-DD`; the year is 1000 or later. */
export function isLocalDate(text: unknown): text is LocalDate {
  const match = typeof text === 'string' ? SHAPE.exec(text) : null;
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day `days` later (or earlier, when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day `months` later; the last day of that month when it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return write(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** „31 marca 2015” with U+00A0 between day and month. */
export function formatDatePl(date: LocalDate): string {
  const { year, month, day } = dateParts(date);
  return `${day}\u00a0${calendarWords.month(month)} ${year}`;
}

export function dateParts(date: LocalDate): { year: number; month: number; day: number } {
  const match = SHAPE.exec(date);
  return { year: Number(match?.[1]), month: Number(match?.[2]), day: Number(match?.[3]) };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const write = (year: number, month: number, day: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Days since 1 March of the year 0, so that the leap day closes a year; no clock and no zone involved. */
function dayNumber(date: LocalDate): number {
  const { year, month, day } = dateParts(date);
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return (
    y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((m * 306 + 5) / 10) + day - 1
  );
}

function fromDayNumber(days: number): LocalDate {
  let y = Math.floor((10_000 * days + 14_780) / 3_652_425);
  const startOf = (year: number) => year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  if (days < startOf(y)) y -= 1;
  const rest = days - startOf(y);
  const m = Math.floor((100 * rest + 52) / 3060);
  const month = ((m + 2) % 12) + 1;
  return write(m >= 10 ? y + 1 : y, month, rest - Math.floor((m * 306 + 5) / 10) + 1);
}
