import type { ConsortiumResponse } from '@zit/contracts';
import { kompas } from '../../../testing/kompas';
import { perform, type Act } from './act';
import { conflictRows } from './conflict-rows';
import { rebase, type Choices } from './rebase';

const none: Choices = new Map();
const titled = (changes: Partial<ConsortiumResponse>, version = 2) => kompas({ version, ...changes });

describe('two people change one consortium', () => {
  it('merges different fields without a word, on the new version', () => {
    const mine: Act = { act: 'change', version: 1, changes: { title: 'Mój' }, base: { title: 'Kompas Sopocki' } };
    const rebased = rebase(mine, kompas(), titled({ distinctPersons: 99 }));
    expect(rebased.conflicts).toEqual([]);
    expect(rebased.resolve(none)).toEqual({ ...mine, version: 2 });
  });

  describe('the same title', () => {
    const mine: Act = { act: 'change', version: 1, changes: { title: 'Mój' }, base: { title: 'Kompas Sopocki' } };
    const rebased = rebase(mine, kompas(), titled({ title: 'Ich' }));

    it('is a question with all three values', () => {
      expect(rebased.conflicts).toEqual([{ field: 'title', base: 'Kompas Sopocki', theirs: 'Ich', mine: 'Mój' }]);
    });

    it('stays mine over theirs, knowingly', () => {
      expect(rebased.resolve(new Map([['title', 'mine']]))).toEqual({
        ...mine,
        version: 2,
        base: { title: 'Ich' },
      });
    });

    it('stays theirs, and nothing is sent', () => {
      expect(rebased.resolve(new Map([['title', 'theirs']]))).toMatchObject({ changes: {}, base: {} });
    });
  });

  it('ticks of different services never collide', () => {
    const before = kompas({ services: [] });
    const theirs = [{ code: 'LM_INFO', memberId: 'M1' }];
    const mine = [{ code: 'SS_INFO', memberId: 'M2' }];
    const act: Act = { act: 'change', version: 1, changes: { services: mine }, base: { services: [] } };
    const rebased = rebase(act, before, titled({ services: theirs }));
    expect(rebased.conflicts).toEqual([]);
    expect(rebased.resolve(none)).toMatchObject({ changes: { services: [...theirs, ...mine] } });
  });

  it('the same target group with two numbers is one question, the other groups merge', () => {
    const base = [{ code: 'DISABLED', planned: 15 }];
    const theirs = [
      { code: 'DISABLED', planned: 20 },
      { code: 'HOMELESS', planned: 8 },
    ];
    const act: Act = {
      act: 'change',
      version: 1,
      changes: { targetGroups: [{ code: 'DISABLED', planned: 30 }] },
      base: { targetGroups: base },
    };
    const fresh = titled({ targetGroups: theirs });
    const rebased = rebase(act, kompas({ targetGroups: base }), fresh);
    expect(conflictRows(rebased.conflicts, fresh)).toEqual([
      {
        field: 'targetGroups/DISABLED',
        label: 'Odbiorcy: osoby niepełnosprawne',
        base: '15',
        theirs: '20',
        mine: '30',
      },
    ]);
    const settled = rebased.resolve(new Map([['targetGroups/DISABLED', 'theirs']]));
    expect(perform(fresh, settled!).targetGroups).toEqual(expect.arrayContaining(theirs));
  });

  it('two prices of one line: the question names the line and shows złote', () => {
    const fresh = kompas();
    fresh.lines = fresh.lines.map((line) =>
      line.no === 'L07' ? { ...line, version: 2, unitPriceGrosze: 96000 } : line,
    );
    const act: Act = {
      act: 'changeBudget',
      change: {
        added: [],
        removed: [],
        order: null,
        changed: [
          { id: 'line-L07', version: 1, changes: { unitPriceGrosze: 97000 }, base: { unitPriceGrosze: 95000 } },
        ],
      },
    };
    const rebased = rebase(act, kompas(), fresh);
    expect(conflictRows(rebased.conflicts, fresh)).toMatchObject([
      {
        label: 'Pozycja L07: Cena jednostkowa w złotych',
        base: '950,00\u00a0zł',
        theirs: '960,00\u00a0zł',
        mine: '970,00\u00a0zł',
      },
    ]);
    expect(rebased.resolve(new Map([['lines/line-L07/unitPriceGrosze', 'mine']]))).toMatchObject({
      change: { changed: [{ version: 2, base: { unitPriceGrosze: 96000 } }] },
    });
  });

  it('a line that somebody removed while I worked on it comes back as a new one if I say so', () => {
    const fresh = kompas();
    fresh.lines = fresh.lines.filter((line) => line.no !== 'L07');
    const act: Act = {
      act: 'changeBudget',
      change: {
        added: [],
        removed: [],
        order: null,
        changed: [{ id: 'line-L07', version: 1, changes: { quantity: 31 }, base: { quantity: 30 } }],
      },
    };
    const rebased = rebase(act, kompas(), fresh);
    expect(rebased.conflicts).toHaveLength(1);
    const mine = rebased.resolve(new Map([['lines/line-L07', 'mine']]));
    expect(mine).toMatchObject({
      change: { changed: [], added: [{ fields: { item: 'LM_INTERNSHIP', quantity: 31 } }] },
    });
    const theirs = rebased.resolve(new Map([['lines/line-L07', 'theirs']]));
    expect(theirs).toMatchObject({ change: { changed: [], added: [] } });
  });

  it('removing a line that only changed its number is no question', () => {
    const fresh = kompas();
    fresh.lines = fresh.lines.map((line) => ({ ...line, version: 2 }));
    const act: Act = {
      act: 'changeBudget',
      change: { added: [], changed: [], order: null, removed: [{ id: 'line-L07', version: 1 }] },
    };
    const rebased = rebase(act, kompas(), fresh);
    expect(rebased.conflicts).toEqual([]);
    expect(rebased.resolve(none)).toMatchObject({ change: { removed: [{ id: 'line-L07', version: 2 }] } });
  });
});
