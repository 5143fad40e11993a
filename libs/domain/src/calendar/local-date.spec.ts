import fc from 'fast-check';
import { formatInstantPl, inWarsaw } from './instant';
import { addDays, addMonths, dateParts, daysBetween, formatDatePl, isLocalDate } from './local-date';
import { monthsAndDays, monthsOf, periodOf } from './period';

const days = fc.integer({ min: 0, max: 400_000 }).map((n) => addDays('1500-01-01', n));

describe('local dates', () => {
  it('knows real days', () => {
    expect(isLocalDate('2016-02-29')).toBe(true);
    for (const bad of ['2015-02-29', '2015-13-01', '2015-00-10', '15-01-01', '2015-1-1', '', null, 20150101]) {
      expect(isLocalDate(bad)).toBe(false);
    }
  });
  it('adds days as the calendar does', () => {
    expect(addDays('2015-02-28', 1)).toBe('2015-03-01');
    expect(addDays('2016-02-28', 1)).toBe('2016-02-29');
    expect(addDays('2016-01-01', -1)).toBe('2015-12-31');
    fc.assert(
      fc.property(days, fc.integer({ min: -100_000, max: 100_000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        const { year, month, day: d } = dateParts(day);
        expect(addDays(day, n)).toBe(new Date(Date.UTC(year, month - 1, d + n)).toISOString().slice(0, 10));
      }),
    );
  });
  it('adds months, clamped to the end of the month', () => {
    expect(addMonths('2015-01-31', 1)).toBe('2015-02-28');
    expect(addMonths('2015-11-30', 3)).toBe('2016-02-29');
    expect(addMonths('2015-03-31', -1)).toBe('2015-02-28');
  });
  it('reads in Polish', () => expect(formatDatePl('2015-03-31')).toBe('31\u00a0marca 2015'));
});

describe('periods', () => {
  it('twelve months end a day before the anniversary', () => {
    expect(periodOf('2015-07-01', 12)).toEqual({ from: '2015-07-01', to: '2016-06-30' });
    expect(periodOf('2015-01-31', 1).to).toBe('2015-02-28');
    expect(periodOf('2016-02-29', 12).to).toBe('2017-02-28');
  });
  it('N17: counts 11 and 13 months, and null for what is not whole', () => {
    expect(monthsOf({ from: '2015-07-01', to: '2016-05-31' })).toBe(11);
    expect(monthsOf({ from: '2015-07-01', to: '2016-07-31' })).toBe(13);
    expect(monthsOf({ from: '2015-07-01', to: '2016-06-29' })).toBeNull();
    expect(monthsOf({ from: '2016-07-01', to: '2015-06-30' })).toBeNull();
    expect(monthsAndDays({ from: '2015-07-01', to: '2016-06-29' })).toEqual({ months: 11, days: 29 });
    expect(monthsAndDays({ from: '2015-07-01', to: '2015-07-03' })).toEqual({ months: 0, days: 3 });
  });
  it('monthsOf undoes periodOf', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, n) => expect(monthsOf(periodOf(from, n))).toBe(n)),
    );
  });
});

describe('instants', () => {
  it('are shown in Polish time, summer and winter', () => {
    expect(formatInstantPl('2015-03-31T13:30:00Z')).toBe('31\u00a0marca 2015, 15:30 (czas polski)');
    expect(formatInstantPl('2015-03-02T08:00:00Z')).toBe('2\u00a0marca 2015, 09:00 (czas polski)');
    expect(inWarsaw('2015-12-31T23:30:00Z')).toEqual({ date: '2016-01-01', time: '00:30' });
  });
});
