import { addDays, dateParts, daysBetween, type LocalDate } from './local-date';

/** Days of every year, month and day, and the years from which they are free. */
const FIXED: Readonly<Record<string, number>> = {
  '01-01': 0,
  '01-06': 2011,
  '05-01': 0,
  '05-03': 1990,
  '08-15': 1989,
  '11-01': 0,
  '11-11': 1989,
  '12-24': 2025,
  '12-25': 0,
  '12-26': 0,
};

/** Free by an act of its own, once: a hundred years of independence. */
const ONCE: readonly LocalDate[] = ['2018-11-12'];

/** Days after Easter Sunday: itself, Easter Monday, Pentecost, Corpus Christi. */
const MOVING: readonly number[] = [0, 1, 49, 60];

/**
 * A public holiday in Poland, Sundays left aside (act of 18 January 1951). Right from 1990 on; general knowledge, to
 * be confirmed by counsel [K].
 */
export function isHoliday(date: LocalDate): boolean {
  const { year } = dateParts(date);
  const from = FIXED[date.slice(5)];
  return (
    (from !== undefined && year >= from) || ONCE.includes(date) || MOVING.includes(daysBetween(easterOf(year), date))
  );
}

/**
 * A Saturday, a Sunday or a holiday: no day on which a term ends (art. 57(4) of the administrative procedure code) and
 * no working day.
 */
export function isFreeDay(date: LocalDate): boolean {
  // 2015-01-03 was a Saturday.
  const sinceSaturday = ((daysBetween('2015-01-03', date) % 7) + 7) % 7;
  return sinceSaturday < 2 || isHoliday(date);
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
export function easterOf(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const shift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - shift + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const sinceMarch = moon + sunday - 7 * late;
  return addDays(`${String(year).padStart(4, '0')}-03-22`, sinceMarch);
}
