import { formatClockPl, formatExactInstantPl, formatInstantPl } from './instant';

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

test('to the minute, an hour that comes twice says which it is, and no other hour does', () => {
  const read = (instant: string) => formatInstantPl(instant).replaceAll('\u00a0', ' ');
  expect(read('2026-10-25T00:30:00.000Z')).toBe('25 października 2026, 02:30 czasu letniego (czas polski)');
  expect(read('2026-10-25T01:30:59.999Z')).toBe('25 października 2026, 02:30 czasu zimowego (czas polski)');
  expect(['2026-10-24T23:59:00Z', '2026-10-25T02:00:00Z', '2026-03-29T01:30:00Z'].map(formatClockPl)).toEqual([
    '01:59',
    '03:00',
    '03:30',
  ]);
});
