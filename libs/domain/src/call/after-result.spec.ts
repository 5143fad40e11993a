import { inWarsaw, type Instant } from '../calendar/instant';
import { dayAfter, REASONS_DAYS } from './after-result';

const at = (publishedAt: Instant, came: Instant) => dayAfter(publishedAt, inWarsaw(came).date, REASONS_DAYS);

describe('days after a published result', () => {
  // Warsaw is one hour ahead in winter, two in summer.
  it('takes day 30 to its last millisecond, and flags day 31 from its first', () => {
    const published = '2015-05-04T22:30:00.000Z';
    expect(at(published, '2015-06-04T21:59:59.999Z')).toEqual({ day: 30, lastDay: '2015-06-04', lateDays: 0 });
    expect(at(published, '2015-06-04T22:00:00.000Z')).toEqual({ day: 31, lastDay: '2015-06-04', lateDays: 1 });
  });

  it('does not count the day of publication, from its first to its last moment', () => {
    expect(at('2015-05-04T22:00:00.000Z', '2015-05-05T21:59:59.999Z').day).toBe(0);
    expect(at('2015-05-05T21:59:59.999Z', '2015-05-05T22:00:00.000Z').day).toBe(1);
  });

  it('counts days and not hours where the clock changes: in spring and in autumn', () => {
    const [spring, autumn] = ['2015-03-10T11:00:00.000Z', '2015-10-10T10:00:00.000Z'];
    expect(at(spring, '2015-04-09T21:59:59.999Z')).toEqual({ day: 30, lastDay: '2015-04-09', lateDays: 0 });
    expect(at(spring, '2015-04-09T22:00:00.000Z').lateDays).toBe(1);
    expect(at(autumn, '2015-11-09T22:59:59.999Z')).toEqual({ day: 30, lastDay: '2015-11-09', lateDays: 0 });
    expect(at(autumn, '2015-11-09T23:00:00.000Z').lateDays).toBe(1);
  });
});
