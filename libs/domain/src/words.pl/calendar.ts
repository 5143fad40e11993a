const months = [
  'stycznia',
  'lutego',
  'marca',
  'kwietnia',
  'maja',
  'czerwca',
  'lipca',
  'sierpnia',
  'września',
  'października',
  'listopada',
  'grudnia',
] as const;

export const calendarWords = {
  /** Genitive, as dates are read: „31 marca 2015”. */
  month: (number: number): string => months[number - 1] ?? '',
  polishTime: 'czas polski',
  months: (count: number): string => {
    const teen = count % 100 >= 12 && count % 100 <= 14;
    if (count === 1) return '1 miesiąc';
    return `${count} ${!teen && count % 10 >= 2 && count % 10 <= 4 ? 'miesiące' : 'miesięcy'}`;
  },
} as const;
