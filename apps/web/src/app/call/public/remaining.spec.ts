import { countdownWords } from '@zit/words.pl/call-page';
import { announcement, remaining } from './remaining';
import { serverAhead } from './server-ahead';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('what is left until a deadline', () => {
  it('N7: the deadline is inclusive, one millisecond later is over', () => {
    expect(remaining(0).over).toBe(false);
    expect(remaining(-1).over).toBe(true);
    expect(countdownWords.left(remaining(-1), true)).toBe('Termin minął');
  });

  it('tells days and hours far away, and seconds near the end', () => {
    const left = remaining(3 * 24 * HOUR + 4 * HOUR + 12 * MINUTE + 9_999);
    expect(countdownWords.left(left, false).replaceAll('\u00a0', ' ')).toBe('3 dni 4 godz. 12 min');
    expect(countdownWords.left(remaining(HOUR + 5_000), true).replaceAll('\u00a0', ' ')).toBe('1 godz. 0 min 05 s');
  });

  it('says it aloud only when a threshold is crossed, and once when several are', () => {
    expect(announcement(2 * HOUR, 2 * HOUR - 1_000)).toBeNull();
    expect(announcement(HOUR, HOUR - 1)).toBe(60);
    expect(announcement(20 * MINUTE, 4 * MINUTE)).toBe(5);
    expect(announcement(500, -500)).toBe(0);
    expect(announcement(-500, -1_500)).toBeNull();
    expect([1_440, 60, 5, 1, 0].map(countdownWords.announced).map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      'Do terminu: 24 godziny.',
      'Do terminu: 1 godzina.',
      'Do terminu: 5 minut.',
      'Do terminu: 1 minuta.',
      'Termin minął.',
    ]);
  });

  it('N7b: reckons by the server, whatever the clock in the browser says', () => {
    expect(
      serverAhead('2015-03-31T13:30:05.000Z', Date.parse('2015-03-31T13:29:00Z'), Date.parse('2015-03-31T13:29:02Z')),
    ).toBe(64_000);
    expect(serverAhead('', 1, 2)).toBe(0);
  });
});
