import { addDays, CALL_FORM, checkCall, fromWarsaw, OMT_2014, phaseOf, readSheet } from '@zit/domain';
import { announcedCall, sampleCalls } from '@zit/sample';

describe('the calls of the demo', () => {
  it('can be published and are open on whatever day they are planted, at its first minute and at its last', () => {
    const amiss: unknown[] = [];
    for (let day = '2026-01-01'; day < '2027-06-30'; day = addDays(day, 1)) {
      const call = announcedCall(day);
      for (const time of ['00:00', '23:59']) {
        const now = fromWarsaw(day, time)[0] ?? '';
        const about = {
          now,
          teryt: '2264011',
          unread: [],
          ruleSets: [OMT_2014],
          edition: 'NOTICE',
          published: null,
        } as const;
        const findings = checkCall(call, about).filter(({ verdict }) => verdict === 'fail');
        const { opensAt, closesAt } = call.deadline;
        const phase = phaseOf({ opensAt: opensAt ?? '', closesAt: closesAt ?? '', annulled: false }, now);
        if (findings.length > 0 || phase !== 'OPEN') amiss.push([now, phase, findings.map(({ text }) => text)]);
      }
    }
    expect(amiss).toEqual([]);
  });

  it('say in their sheets what they are', () => {
    const [first] = sampleCalls('2026-11-22');
    expect(readSheet(CALL_FORM, first?.values ?? {})).toEqual(announcedCall('2026-11-22'));
  });
});
