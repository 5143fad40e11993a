import { formatDatePl, inWarsaw } from '@zit/domain';

/** „31 marca 2015, 15:30” by the Polish clock. */
export function whenPl(instant: string): string {
  const { date, time } = inWarsaw(instant);
  return `${formatDatePl(date)}, ${time}`;
}
