import { fromWarsaw, type Instant, inWarsaw } from '../../calendar/instant';
import type { LocalDate } from '../../calendar/local-date';

/**
 * The instant at which Polish clocks show the same time on another day; where that night has it twice, the later one,
 * and where it has none, an hour later.
 */
export function sameHourOn(day: LocalDate, instant: Instant): Instant {
  const time = inWarsaw(instant).time;
  const second = instant.slice(17, 19);
  const later = `${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`;
  return [...fromWarsaw(day, later).slice(0, 1), ...fromWarsaw(day, `${time}:${second}`)].at(-1) ?? instant;
}
