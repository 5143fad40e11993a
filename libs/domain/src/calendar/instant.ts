import { calendarWords } from '../words.pl/calendar';
import { formatDatePl, isLocalDate, type LocalDate } from './local-date';

/** ISO 8601 instant with zone, e.g. `2015-03-31T13:30:00Z`. Time is always an argument, never read here. */
export type Instant = string;

const warsaw = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Warsaw',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Day and minute in Poland at that instant. */
export function inWarsaw(instant: Instant): { date: LocalDate; time: string } {
  const read: Record<string, string> = {};
  for (const part of warsaw.formatToParts(Date.parse(instant))) read[part.type] = part.value;
  return { date: `${read['year']}-${read['month']}-${read['day']}`, time: `${read['hour']}:${read['minute']}` };
}

/** „31 marca 2015, 15:30 (czas polski)” */
export const formatInstantPl = (instant: Instant): string =>
  `${formatDatePl(inWarsaw(instant).date)}, ${formatClockPl(instant)} (${calendarWords.polishTime})`;

/** „15:30”; of the hour that the night in October repeats also which: „02:30 czasu zimowego”. */
export function formatClockPl(instant: Instant): string {
  const { date, time } = inWarsaw(instant);
  if (date.slice(5, 7) !== '10') return time;
  const [first, second] = fromWarsaw(date, time);
  if (first === undefined || second === undefined) return time;
  return `${time} ${Date.parse(instant) < Date.parse(second) ? calendarWords.ofSummer : calendarWords.ofWinter}`;
}

/**
 * „31 marca 2015, 15:30:00,412 (czas polski, UTC+2)”: for receipts, where a millisecond decides and an hour of October
 * comes twice.
 */
export function formatExactInstantPl(instant: Instant): string {
  const at = new Date(instant);
  const { date, time } = inWarsaw(instant);
  const [wholeHours, rest] = [Number(time.slice(0, 2)), at.toISOString().slice(17, 23).replace('.', ',')];
  const offset = (wholeHours - at.getUTCHours() + 24) % 24;
  return `${formatDatePl(date)}, ${time}:${rest} (${calendarWords.polishTime}, UTC+${offset})`;
}

/**
 * The instants at which clocks in Poland show that day and time (`15:30` or `15:30:00`), earlier first: one; none in
 * the hour that the night in March leaves out, or when it is no day and time; two in the hour that October repeats.
 * Written as `2015-03-31T13:30:00.000Z`.
 */
export function fromWarsaw(date: LocalDate, time: string): Instant[] {
  const clock = /^([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(time);
  if (!clock || !isLocalDate(date)) return [];
  return [SUMMER, WINTER]
    .map((offset) => new Date(Date.parse(`${date}T${time}${offset}`)).toISOString())
    .filter((instant) => {
      const shown = inWarsaw(instant);
      return shown.date === date && shown.time === time.slice(0, 5);
    });
}

const SUMMER = '+02:00';
const WINTER = '+01:00';
