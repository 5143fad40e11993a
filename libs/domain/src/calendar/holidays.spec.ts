import fc from 'fast-check';
import { fromWarsaw, inWarsaw } from './instant';
import { easterOf, isFreeDay, isHoliday } from './holidays';
import { addDays } from './local-date';
import { lastDayOf } from './working-days';

const days = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays('1990-01-01', n));

describe('free days', () => {
  it('Easter and what follows from it', () => {
    const known = { 2000: '04-23', 2008: '03-23', 2011: '04-24', 2015: '04-05', 2024: '03-31', 2025: '04-20' };
    const further = { 2026: '04-05', 2027: '03-28', 2038: '04-25', 2049: '04-18', 2076: '04-19', 2285: '03-22' };
    for (const [year, day] of Object.entries({ ...known, ...further })) {
      expect(easterOf(Number(year))).toBe(`${year}-${day}`);
    }
    expect(['2015-04-06', '2015-05-24', '2015-06-04', '2026-06-04', '2027-05-27'].filter(isHoliday)).toHaveLength(5);
    expect(['2015-04-03', '2015-05-25', '2015-06-05'].filter(isHoliday)).toEqual([]);
  });
  it('Easter is a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1700, max: 4000 }), (year) => {
        const easter = easterOf(year);
        expect(new Date(`${easter}T00:00:00Z`).getUTCDay()).toBe(0);
        expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
      }),
    );
  });
  it('days that became free in a certain year', () => {
    expect(['2024-12-24', '2025-12-24', '2026-12-24'].map(isHoliday)).toEqual([false, true, true]);
    expect(['2017-11-12', '2018-11-12', '2019-11-12', '2029-11-12'].map(isHoliday)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(['2010-01-06', '2011-01-06'].map(isHoliday)).toEqual([false, true]);
  });
  it('Saturday and Sunday are free, and no other day of the week by itself', () => {
    fc.assert(
      fc.property(days, (day) => {
        const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
        expect(isFreeDay(day)).toBe(weekday === 0 || weekday === 6 || isHoliday(day));
      }),
    );
  });
});

describe('the last day of a term', () => {
  it('B.4: the day of the notice does not count, the last day does', () => {
    expect(lastDayOf('2015-03-02', 21, 'CALENDAR')).toBe('2015-03-23');
    expect(lastDayOf('2015-03-02', 29, 'CALENDAR')).toBe('2015-03-31');
  });
  it('B.4: a free last day moves to the next working day', () => {
    expect(lastDayOf('2015-03-07', 21, 'CALENDAR')).toBe('2015-03-30');
    // 3 April 2015 was Good Friday, a working day; Easter Sunday and Monday move on to Tuesday.
    expect(lastDayOf('2015-03-13', 21, 'CALENDAR')).toBe('2015-04-03');
    expect(lastDayOf('2015-03-15', 21, 'CALENDAR')).toBe('2015-04-07');
    expect(lastDayOf('2018-10-22', 21, 'CALENDAR')).toBe('2018-11-13');
    expect(lastDayOf('2025-12-03', 21, 'CALENDAR')).toBe('2025-12-29');
    expect(lastDayOf('2024-12-03', 21, 'CALENDAR')).toBe('2024-12-24');
  });
  it('B.4: working days are Monday to Friday without holidays', () => {
    expect(lastDayOf('2015-03-02', 5, 'BUSINESS')).toBe('2015-03-09');
    expect(lastDayOf('2015-04-02', 2, 'BUSINESS')).toBe('2015-04-07');
    expect(lastDayOf('2015-03-07', 1, 'BUSINESS')).toBe('2015-03-09');
    expect(lastDayOf('2015-03-07', 0, 'BUSINESS')).toBe('2015-03-09');
  });
  it('is a working day, never shorter than the days it has, and later with more of them', () => {
    const kinds = fc.constantFrom('CALENDAR' as const, 'BUSINESS' as const);
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 120 }), kinds, (from, count, kind) => {
        const last = lastDayOf(from, count, kind);
        expect(isFreeDay(last)).toBe(false);
        expect(last >= addDays(from, count)).toBe(true);
        expect(lastDayOf(from, count + 1, kind) >= last).toBe(true);
      }),
    );
  });
});

describe('from Polish clocks to instants', () => {
  it('one instant, summer and winter', () => {
    expect(fromWarsaw('2015-03-31', '15:30')).toEqual(['2015-03-31T13:30:00.000Z']);
    expect(fromWarsaw('2015-03-02', '09:00')).toEqual(['2015-03-02T08:00:00.000Z']);
  });
  it('the night of 28 March 2027 has no half past two', () => {
    expect(fromWarsaw('2027-03-28', '01:59')).toEqual(['2027-03-28T00:59:00.000Z']);
    expect(fromWarsaw('2027-03-28', '02:00')).toEqual([]);
    expect(fromWarsaw('2027-03-28', '02:30')).toEqual([]);
    expect(fromWarsaw('2027-03-28', '03:00')).toEqual(['2027-03-28T01:00:00.000Z']);
  });
  it('the night of 25 October 2026 has it twice, the earlier first', () => {
    expect(fromWarsaw('2026-10-25', '02:30')).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
    expect(fromWarsaw('2026-10-25', '03:00')).toEqual(['2026-10-25T02:00:00.000Z']);
  });
  it('what is no day and time has none', () => {
    for (const time of ['24:00', '9:00', '', '15:60', '15:30:60']) expect(fromWarsaw('2015-03-31', time)).toEqual([]);
    expect(fromWarsaw('2015-02-29', '12:00')).toEqual([]);
  });
  it('undoes inWarsaw', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (minutes) => {
        const instant = new Date(Date.UTC(1990, 0, 1) + minutes * 60_000).toISOString();
        const { date, time } = inWarsaw(instant);
        expect(fromWarsaw(date, time)).toContain(instant);
      }),
    );
  });
});
