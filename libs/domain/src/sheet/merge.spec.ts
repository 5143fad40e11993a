import type { SheetForm, SheetValue } from './form';
import { type FieldEdit, type FieldNow, mergeSave } from './merge';

const whole = { is: 'whole', min: 0, max: 1_000_000 } as const;
const FORM: SheetForm = {
  version: 'small/1',
  sections: {
    a: { fields: { x: whole, y: whole }, lists: {} },
    b: { fields: { z: whole }, lists: { l: { max: 3, fields: { f: whole, g: whole } } } },
  },
};
const item = (no: number): string => `b.l.00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;
const now = (fields: Record<string, [SheetValue, number]>): Map<string, FieldNow> =>
  new Map(Object.entries(fields).map(([path, [value, rev]]) => [path, { value, rev }]));
const edit = (path: string, base: number, value: SheetValue): FieldEdit => ({ path, base, value });

describe('a save', () => {
  it('writes what nobody touched since, and agrees with what already stands', () => {
    const merge = mergeSave(FORM, now({ 'a.x': [1, 4] }), [edit('a.x', 4, 2), edit('a.y', 0, 5), edit('b.z', 9, null)]);
    expect(merge.writes).toEqual([
      { path: 'a.x', before: 1, after: 2 },
      { path: 'a.y', before: null, after: 5 },
    ]);
    expect(merge).toMatchObject({ agreed: ['b.z'], collisions: [] });
    expect(mergeSave(FORM, now({ 'a.x': [1, 4] }), [edit('a.x', 2, 1)]).agreed).toEqual(['a.x']);
  });
  it('collides alone: the rest of the save is written', () => {
    const merge = mergeSave(FORM, now({ 'a.x': [1, 4] }), [edit('a.x', 3, 2), edit('a.y', 0, 5)]);
    expect(merge.collisions).toEqual([{ path: 'a.x', because: 'CHANGED' }]);
    expect(merge.writes).toEqual([{ path: 'a.y', before: null, after: 5 }]);
  });
  it('a base from the future is no licence', () => {
    expect(mergeSave(FORM, now({ 'a.x': [1, 4] }), [edit('a.x', 99, 2)]).collisions).toHaveLength(1);
  });
  it('takes the last of two values for one path', () => {
    expect(mergeSave(FORM, now({}), [edit('a.x', 0, 1), edit('a.x', 0, 2)]).writes).toEqual([
      { path: 'a.x', before: null, after: 2 },
    ]);
  });
  it('refuses a path that the form has not', () => {
    expect(() => mergeSave(FORM, now({}), [edit('a.nothing', 0, 1)])).toThrow(RangeError);
  });
});

describe('items', () => {
  const [one, two] = [item(1), item(2)];
  it('come with their fields in one save', () => {
    const merge = mergeSave(FORM, now({}), [edit(`${one}.f`, 0, 7), edit(one, 0, 1)]);
    expect(merge.writes.map(({ path }) => path)).toEqual([`${one}.f`, one]);
  });
  it('a field of an item that is not there collides, whether removed or never added', () => {
    const because = (fields: Record<string, [SheetValue, number]>, base: number) =>
      mergeSave(FORM, now(fields), [edit(`${one}.f`, base, 7)]).collisions;
    expect(because({ [one]: [null, 5], [`${one}.f`]: [3, 2] }, 2)).toEqual([
      { path: `${one}.f`, because: 'ITEM_REMOVED' },
    ]);
    expect(because({}, 0)).toHaveLength(1);
  });
  it('an item that somebody changed meanwhile is not removed', () => {
    const fields = now({ [one]: [1, 2], [`${one}.f`]: [3, 6], [two]: [2, 9] });
    expect(mergeSave(FORM, fields, [edit(one, 5, null)]).collisions).toEqual([{ path: one, because: 'ITEM_CHANGED' }]);
    expect(mergeSave(FORM, fields, [edit(one, 6, null)]).writes).toEqual([{ path: one, before: 1, after: null }]);
  });
  it('moving one and writing into it are two things', () => {
    const fields = now({ [one]: [1, 2], [`${one}.f`]: [3, 6] });
    expect(mergeSave(FORM, fields, [edit(one, 2, 5)]).collisions).toEqual([]);
    expect(mergeSave(FORM, fields, [edit(`${one}.f`, 6, 4)]).collisions).toEqual([]);
  });
  it('a removed one comes back for who saw its removal, and for nobody else', () => {
    const fields = now({ [one]: [null, 5] });
    expect(mergeSave(FORM, fields, [edit(one, 5, 1)]).writes).toHaveLength(1);
    expect(mergeSave(FORM, fields, [edit(one, 3, 1)]).collisions).toEqual([{ path: one, because: 'ITEM_REMOVED' }]);
  });
  it('a full list takes no more, nor their fields, until one leaves in the same save', () => {
    const fields = { [one]: [1, 1], [two]: [2, 1], [item(3)]: [3, 1] } as Record<string, [SheetValue, number]>;
    const added = [edit(item(4), 0, 4), edit(`${item(4)}.f`, 0, 7)];
    expect(mergeSave(FORM, now(fields), added).collisions).toEqual([
      { path: item(4), because: 'LIST_FULL' },
      { path: `${item(4)}.f`, because: 'LIST_FULL' },
    ]);
    expect(mergeSave(FORM, now(fields), [...added, edit(one, 1, null)]).collisions).toEqual([]);
  });
});
