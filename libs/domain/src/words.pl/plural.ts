/** Polish plural: 1 pozycja, 2 pozycje, 5 pozycji, 12 pozycji, 22 pozycje. */
export function plural(count: number, one: string, few: string, many: string): string {
  if (count === 1) return one;
  const teen = count % 100 >= 12 && count % 100 <= 14;
  return !teen && count % 10 >= 2 && count % 10 <= 4 ? few : many;
}

/** The number with the right form: `5 pozycji`. */
export const counted = (count: number, one: string, few: string, many: string): string =>
  `${count}\u00a0${plural(count, one, few, many)}`;
