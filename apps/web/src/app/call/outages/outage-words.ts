import { formatDatePl } from '@zit/domain/calendar/local-date';
import { formatClockPl, inWarsaw } from '@zit/domain/calendar/instant';
import { outagePageWords as words } from '@zit/words.pl/outages';

const MINUTE = 60_000;

/** „2 stycznia 2026, 10:00–10:45 (czas polski), 45 minut”; the second day is named when there is one. */
export function spanTold({ beganAt, endedAt }: { beganAt: string; endedAt: string }): string {
  const [from, to] = [inWarsaw(beganAt), inWarsaw(endedAt)];
  const lasted = Math.max(1, Math.round((Date.parse(endedAt) - Date.parse(beganAt)) / MINUTE));
  const [begun, over] = [formatClockPl(beganAt), formatClockPl(endedAt)];
  const end = from.date === to.date ? over : `${formatDatePl(to.date)}, ${over}`;
  return words.span(`${formatDatePl(from.date)}, ${begun}`, end, lasted);
}
