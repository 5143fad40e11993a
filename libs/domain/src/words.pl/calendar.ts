import { counted } from './plural';

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
  /** Of an hour that comes twice in one night: which of the two. */
  ofSummer: 'czasu letniego',
  ofWinter: 'czasu zimowego',
  months: (count: number): string => counted(count, 'miesiąc', 'miesiące', 'miesięcy'),
  days: (count: number): string => counted(count, 'dzień', 'dni', 'dni'),
} as const;
