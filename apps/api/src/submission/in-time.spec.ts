import { isInTime } from '@zit/domain';
import { lateness } from './in-time';

/** Warsaw times as instants: on the two nights the same wall clock stands one hour apart. */
const DEADLINES = {
  'an afternoon in winter': '2015-03-02T15:30:00.000+01:00',
  'an afternoon in summer': '2015-06-30T15:30:00.000+02:00',
  'the last moment before summer time begins': '2027-03-28T01:59:59.999+01:00',
  'the first moment of summer time': '2027-03-28T03:00:00.000+02:00',
  '02:30 in the night that has it twice, first': '2026-10-25T02:30:00.000+02:00',
  '02:30 in the night that has it twice, second': '2026-10-25T02:30:00.000+01:00',
} as const;
const after = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

describe('R-02: in time', () => {
  it.each(Object.entries(DEADLINES))('to the millisecond: %s', (_, deadlineAt) => {
    expect([-1, 0, 1].map((ms) => isInTime(after(deadlineAt, ms), deadlineAt))).toEqual([true, true, false]);
    expect([-1, 0, 1, 1_000].map((ms) => lateness(after(deadlineAt, ms), deadlineAt))).toEqual([0, 0, 1, 1_000]);
  });

  it('the hour that comes twice: the second 02:30 is an hour after the first', () => {
    const [first, second] = Object.values(DEADLINES).slice(-2) as [string, string];
    expect(lateness(second, first)).toBe(3_600_000);
  });

  it('the hour that does not come: the moment after 01:59:59.999 is 03:00', () => {
    const before = DEADLINES['the last moment before summer time begins'];
    expect(lateness(DEADLINES['the first moment of summer time'], before)).toBe(1);
  });
});
