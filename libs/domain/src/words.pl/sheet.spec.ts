import { showValue, unreadReason } from '../sheet/value';

describe('what a field says of what it cannot read', () => {
  it('repeats dates of native fields as people write them', () => {
    expect(unreadReason({ is: 'date' }, '0215-03-31')).toContain('„31.03.0215”');
    expect(unreadReason({ is: 'moment' }, '2015-03-31')).toContain('„31.03.2015”');
    expect(showValue({ is: 'date' }, { typed: '0215-03-31' })).toBe('31.03.0215');
    expect(showValue({ is: 'moment' }, { typed: '0215-03-31T15:30' })).toBe('31.03.0215 15:30');
    expect(showValue({ is: 'line', max: 3 }, { typed: '2015-03-31' })).toBe('2015-03-31');
  });
  it('gives an example that somebody could mean', () => {
    expect(unreadReason({ is: 'whole', min: 0, max: 365 }, 'x')).toContain('na przykład 10.');
    expect(unreadReason({ is: 'whole', min: 1, max: 5 }, 'x')).toContain('na przykład 3.');
    expect(unreadReason({ is: 'hundredths', min: 0, max: 10_000 }, 'x')).toContain('na przykład 50,00.');
  });
});
