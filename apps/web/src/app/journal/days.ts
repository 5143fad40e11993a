import { formatDatePl, inWarsaw } from '@zit/domain';

export interface Day<Item> {
  date: string;
  /** „5 marca 2015” */
  name: string;
  acts: (Item & { time: string })[];
}

/** Acts by the day they were done in Poland, in the order in which they came. */
export function byDay<Item extends { at: string }>(items: readonly Item[]): Day<Item>[] {
  const days = new Map<string, Day<Item>>();
  for (const item of items) {
    const { date, time } = inWarsaw(item.at);
    const day = days.get(date) ?? { date, name: formatDatePl(date), acts: [] };
    day.acts.push({ ...item, time });
    days.set(date, day);
  }
  return [...days.values()];
}
