import { formatExactInstantPl } from './instant';

describe('an instant to the millisecond', () => {
  const read = (instant: string) => formatExactInstantPl(instant).replaceAll('\u00a0', ' ');

  it.each([
    ['2015-03-31T13:30:00.000Z', '31 marca 2015, 15:30:00,000 (czas polski, UTC+2)'],
    ['2015-03-31T13:30:00.001Z', '31 marca 2015, 15:30:00,001 (czas polski, UTC+2)'],
    ['2015-01-31T23:59:59.999Z', '1 lutego 2015, 00:59:59,999 (czas polski, UTC+1)'],
    ['2015-03-31T13:30:00Z', '31 marca 2015, 15:30:00,000 (czas polski, UTC+2)'],
  ])('%s is %s', (instant, text) => expect(read(instant)).toBe(text));

  it('tells the two hours of the October night apart', () => {
    expect(read('2026-10-25T00:30:00.000Z')).toBe('25 października 2026, 02:30:00,000 (czas polski, UTC+2)');
    expect(read('2026-10-25T01:30:00.000Z')).toBe('25 października 2026, 02:30:00,000 (czas polski, UTC+1)');
  });
});
