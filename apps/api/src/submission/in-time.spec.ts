import { isInTime, lateness } from './in-time';

/** Warsaw times as instants: on the two nights the same wall clock stands one hour apart. */
const DEADLINES = {
  'an afternoon in winter': '2015-03-02T15:30:00.000+01:00',
  'an afternoon in summer': '2015-06-30T15:30:00.000+02:00',
  'the last moment before summer time begins': '2027-03-28T01:59:59.999+01:00',
  'the first moment of summer time': '2027-03-28T03:00:00.000+02:00',
  '02:30 in the night that has it twice, first': '2026-10-25T02:30:00.000+02:00',
  '02:30 in the night that has it twice, second': '2026-10-25T02:30:00.000+01:00',
} as const;

describe('R-02: in time', () => {
  it.each(Object.entries(DEADLINES))('to the millisecond: %s', (_, deadlineAt) => {
    const deadline = Date.parse(deadlineAt);
    expect(isInTime(deadline - 1, deadlineAt)).toBe(true);
    expect(isInTime(deadline, deadlineAt)).toBe(true);
    expect(isInTime(deadline + 1, deadlineAt)).toBe(false);
    expect(lateness(deadline + 1, deadlineAt)).toBe(1);
    expect(lateness(deadline - 1, deadlineAt)).toBe(0);
  });

  it('the hour that comes twice: the second 02:30 is an hour after the first', () => {
    const first = DEADLINES['02:30 in the night that has it twice, first'];
    const second = Date.parse(DEADLINES['02:30 in the night that has it twice, second']);
    expect(lateness(second, first)).toBe(3_600_000);
  });

  it('the hour that does not come: the moment after 01:59:59.999 is 03:00', () => {
    const before = DEADLINES['the last moment before summer time begins'];
    expect(lateness(Date.parse(DEADLINES['the first moment of summer time']), before)).toBe(1);
  });

  it('a clock finer than a millisecond makes nobody late within the millisecond', () => {
    const deadlineAt = '2015-03-02T14:30:00.000Z';
    expect(isInTime(Date.parse(deadlineAt) + 0.9, deadlineAt)).toBe(true);
  });
});
