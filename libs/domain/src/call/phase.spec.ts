import { isInTime, phaseOf } from './phase';

const call = { opensAt: '2015-03-02T08:00:00.000Z', closesAt: '2015-03-31T13:30:00.000Z', annulled: false };

describe('the deadline', () => {
  it('N7: is inclusive to the millisecond', () => {
    expect(isInTime('2015-03-31T13:30:00.000Z', call.closesAt)).toBe(true);
    expect(isInTime('2015-03-31T13:29:59.999Z', call.closesAt)).toBe(true);
    expect(isInTime('2015-03-31T13:30:00.001Z', call.closesAt)).toBe(false);
    expect(isInTime('2015-03-31T13:30:01Z', call.closesAt)).toBe(false);
  });
  it('N7: cuts what is finer than a millisecond', () => {
    expect(isInTime('2015-03-31T13:30:00.000999Z', call.closesAt)).toBe(true);
    expect(isInTime('2015-03-31T13:30:00.001000Z', call.closesAt)).toBe(false);
  });
  it('N7: reads any zone', () => {
    expect(isInTime('2015-03-31T15:30:00.000+02:00', call.closesAt)).toBe(true);
    expect(isInTime('2015-03-31T15:30:00.001+02:00', call.closesAt)).toBe(false);
  });
  it('refuses to compare what is no instant', () => {
    expect(() => isInTime('yesterday', call.closesAt)).toThrow(RangeError);
  });
});

describe('the phase of a call', () => {
  it('follows from the clock', () => {
    expect(phaseOf(call, '2015-03-02T07:59:59.999Z')).toBe('ANNOUNCED');
    expect(phaseOf(call, '2015-03-02T08:00:00.000Z')).toBe('OPEN');
    expect(phaseOf(call, '2015-03-31T13:30:00.000Z')).toBe('OPEN');
    expect(phaseOf(call, '2015-03-31T13:30:00.001Z')).toBe('CLOSED');
    expect(phaseOf({ ...call, annulled: true }, '2015-03-10T08:00:00.000Z')).toBe('ANNULLED');
  });
});
