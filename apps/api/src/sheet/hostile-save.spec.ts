import { randomUUID } from 'node:crypto';
import type { FieldChange } from '@zit/contracts';
import { CALL_FORM, type SheetForm } from '@zit/domain';
import fc from 'fast-check';
import { change, openSheets, type Sheets, type Writer } from '../../test/sheets';
import { ProblemError } from '../http/problem-error';

const ITEM = `criteria.list.${randomUUID()}`;

/** One path of every kind that the form has. */
function pathsOfKinds(form: SheetForm): string[] {
  const found = new Map<string, string>([['place', ITEM]]);
  for (const [name, { fields, lists }] of Object.entries(form.sections)) {
    for (const [field, kind] of Object.entries(fields)) found.set(kind.is, `${name}.${field}`);
    for (const [list, { fields: inside }] of Object.entries(lists))
      for (const [field, kind] of Object.entries(inside))
        if (!found.has(kind.is)) found.set(kind.is, `${name}.${list}.${randomUUID()}.${field}`);
  }
  return [...found.values()];
}

describe('a sheet and what nobody types', () => {
  let sheets: Sheets;
  let who: Writer;
  let id: string;
  beforeAll(async () => {
    sheets = await openSheets();
    who = await sheets.writer();
    id = await sheets.fresh();
  });
  afterAll(() => sheets.close());

  /** Null: it was taken. */
  const refusal = async (changes: readonly FieldChange[]): Promise<ProblemError['problem'] | null> => {
    try {
      await sheets.save(who, id, changes);
      return null;
    } catch (error) {
      if (error instanceof ProblemError) return error.problem;
      throw error;
    }
  };

  it.each([
    '__proto__',
    '__proto__.title',
    'basics.__proto__',
    'constructor.name',
    'basics.constructor',
    'basics.hasOwnProperty',
    `${ITEM}.toString`,
    `${ITEM}.name.more`,
    'criteria.constructor.00000000-0000-4000-8000-000000000000',
    'criteria.list.1.name',
    'criteria.list.00000000-0000-4000-8000-00000000000A.name',
    'criteria.list',
    'basics',
    'basics.titel',
    'Basics.title',
    'basics.title ',
    "basics.title'; drop table sheet; --",
    'basics.title\u0000',
    '',
    '.',
    'a.'.repeat(5_000),
  ])('S-05: names the path %p that no form has, and the way out', async (path) => {
    const before = await sheets.read(id);
    const problem = await refusal([change('basics.title', 'nie zapisuj'), change(path, 'x')]);
    expect(problem).toMatchObject({ status: 400, code: 'VALIDATION', errors: [{ pointer: '/changes/1/path' }] });
    expect(problem?.errors?.[0]?.message).toContain(path.slice(0, 80));
    expect(problem?.errors?.[0]?.message).toContain('Odśwież stronę');
    expect(problem?.errors?.[0]?.message.length).toBeLessThan(300);
    expect(await sheets.read(id)).toEqual(before);
  });

  it.each([
    ['basics.title', { typed: { typed: 'x' } }],
    ['basics.title', { typed: 1 }],
    ['basics.title', { typed: 'x', more: 1 }],
    ['basics.title', { sha256: 'x' }],
    ['basics.title', {}],
    ['basics.title', []],
    ['basics.title', ['x']],
    ['basics.title', 7],
    ['basics.title', true],
    ['basics.title', undefined],
    ['basics.title', 'a\u0000b'],
    ['basics.title', { typed: 'a\u0000b' }],
    ['basics.title', 'pół pary \ud83d'],
    ['basics.title', { typed: '\udc00' }],
    ['basics.memberSectors', [{ typed: 'x' }]],
    ['basics.memberSectors', [['NGO']]],
    ['basics.memberSectors', { 0: 'NGO', length: 1 }],
    ['deadline.admitsLate', 1],
    [ITEM, '1'],
    [ITEM, { typed: '1' }],
    [ITEM, [1]],
    [ITEM, 1e300],
  ])('S-06: refuses for %s the value %p', async (path, value) => {
    const problem = await refusal([change(path, value)]);
    expect(problem).toMatchObject({ status: 400, code: 'VALIDATION', errors: [{ pointer: '/changes/0/value' }] });
  });

  it.each([1e300, NaN, Infinity, 0.5])('S-06: refuses to start from revision %p', async (base) => {
    const problem = await refusal([change('basics.title', 'x', base)]);
    expect(problem).toMatchObject({ status: 400, errors: [{ pointer: '/changes/0/base' }] });
  });

  it('refuses the same path twice in one save', async () => {
    const problem = await refusal([change('basics.title', 'a'), change('basics.title', 'b')]);
    expect(problem).toMatchObject({ status: 400, errors: [{ pointer: '/changes/1/path' }] });
  });

  it('takes a base of the future for a collision', async () => {
    const own = await sheets.fresh();
    await sheets.save(who, own, [change('basics.title', 'a')]);
    const { collisions } = await sheets.save(who, own, [change('basics.title', 'b', Number.MAX_SAFE_INTEGER)]);
    expect(collisions).toEqual([expect.objectContaining({ theirs: 'a', mine: 'b', rev: 1 })]);
  });

  it('removes no item for who says to have seen what nobody has written yet', async () => {
    const own = await sheets.fresh();
    await sheets.save(who, own, [change(ITEM, 1), change(`${ITEM}.name`, 'jakość')]);
    const before = await sheets.read(own);
    for (const base of [9, Number.MAX_SAFE_INTEGER]) {
      const { collisions, taken } = await sheets.save(who, own, [change(ITEM, null, base)]);
      expect([taken, collisions]).toEqual([[], [expect.objectContaining({ because: 'ITEM_CHANGED', mine: null })]]);
    }
    expect((await sheets.read(own)).fields).toEqual(before.fields);
  });

  it('law: whatever comes as a value is refused by its name or read back as it was answered', async () => {
    const paths = pathsOfKinds(CALL_FORM);
    expect(paths.length).toBeGreaterThan(11);
    const values = fc.oneof(
      fc.anything({ withNullPrototype: false, withBigInt: false }),
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
      fc.record({ typed: fc.string({ unit: 'binary' }) }),
      fc.double(),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), values, async (path, value) => {
        const own = await sheets.fresh();
        const item = /^(.*?\.[0-9a-f-]{36})\./.exec(path)?.[1];
        const sent = [...(item ? [change(item, 1)] : []), change(path, value)];
        const saved = await sheets.save(who, own, sent).catch((error: unknown) => {
          if (error instanceof ProblemError) return error.problem;
          throw error;
        });
        if ('status' in saved) {
          expect(saved).toMatchObject({ status: 400, code: 'VALIDATION' });
          return;
        }
        const taken = saved.taken.find((field) => field.path === path);
        const { fields } = await sheets.read(own);
        expect(fields.find((field) => field.path === path) ?? { path, value: null, rev: 0 }).toEqual(taken);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
