import { sopotCall, sopotCallValues } from '@zit/sample';
import fc from 'fast-check';
import { CALL_FORM } from '../call/call-form';
import { differences } from './differences';
import type { SheetValue } from './form';
import { nameOfPath } from './names';
import { flatten, readSheet, unreadPaths } from './read-sheet';

const id = (no: number): string => `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;
const list = (no: number): string => `criteria.list.${id(no)}`;

describe('a sheet as one document', () => {
  it('has every field of the form, empty ones too', () => {
    const sheet = readSheet(CALL_FORM, {});
    expect(Object.keys(sheet)).toEqual(Object.keys(CALL_FORM.sections));
    expect(sheet.basics.title).toBeNull();
    expect(sheet.notice).toEqual({ text: null, days: null, dayKind: null, channels: [] });
  });
  it('orders items by place and then id, and leaves removed ones out', () => {
    const values = { [list(1)]: 2, [list(2)]: 1, [list(3)]: 1, [list(4)]: null, [`${list(4)}.code`]: 'K4' };
    expect(readSheet(CALL_FORM, values).criteria.list.map((item) => item.id)).toEqual([id(2), id(3), id(1)]);
  });
  it('what cannot be read is empty, and named; of a removed item it is not', () => {
    const unread = { typed: 'dużo' };
    const values = {
      'basics.capGrosze': unread,
      [list(1)]: 1,
      [`${list(1)}.weight`]: unread,
      [`${list(2)}.weight`]: unread,
    };
    expect(readSheet(CALL_FORM, values).criteria.list[0]?.weight).toBeNull();
    expect(unreadPaths(CALL_FORM, values)).toEqual(['basics.capGrosze', `${list(1)}.weight`]);
  });
  it('a reference to what is gone is empty', () => {
    const remark = `consultations.remarks.${id(5)}`;
    const values = { [remark]: 1, [`${remark}.consultation`]: id(9) };
    expect(readSheet(CALL_FORM, values).consultations.remarks[0]?.consultation).toBeNull();
    const there = { ...values, [`consultations.list.${id(9)}`]: 1 };
    expect(readSheet(CALL_FORM, there).consultations.remarks[0]?.consultation).toBe(id(9));
  });
  it('flattens and reads back', () => {
    expect(readSheet(CALL_FORM, flatten(CALL_FORM, sopotCall()))).toEqual(sopotCall());
  });
});

describe('differences in words', () => {
  const changed = (changes: Record<string, SheetValue>) =>
    differences(CALL_FORM, sopotCall(), readSheet(CALL_FORM, { ...sopotCallValues(), ...changes }));
  const criterion = (code: string): string =>
    `criteria.list.${sopotCall().criteria.list.find((item) => item.code === code)?.id}`;

  it('of a field', () => {
    expect(changed({ 'basics.capGrosze': 30_000_000, 'basics.purpose': null })).toEqual([
      {
        section: 'basics',
        label: 'Podstawowe informacje: cel partnerstwa',
        before: 'Wybór partnerstwa, które poprowadzi Lokalne Centrum w Sopocie.',
        after: null,
      },
      {
        section: 'basics',
        label: 'Podstawowe informacje: najwyższy budżet oferty',
        before: '330\u00a0000,00\u00a0zł',
        after: '300\u00a0000,00\u00a0zł',
      },
    ]);
  });
  it('of a choice and of a moment, as people say them', () => {
    const said = changed({ 'basics.memberSectors': ['NGO'], 'deadline.closesAt': '2015-04-07T13:30:00.000Z' });
    expect(said.map(({ after }) => after)).toEqual([
      'organizacja pozarządowa',
      '7\u00a0kwietnia 2015, 15:30 (czas polski)',
    ]);
  });
  it('of an item: its field, its coming, its going, its place', () => {
    expect(changed({ [`${criterion('K2')}.weight`]: 20 })).toEqual([
      { section: 'criteria', label: 'Kryteria: K2 jakość i komplementarność usług, waga', before: '25', after: '20' },
    ]);
    expect(changed({ [criterion('K2')]: null })).toEqual([
      { section: 'criteria', label: 'Kryteria: kryterium', before: 'K2 jakość i komplementarność usług', after: null },
    ]);
    const come = changed({ [list(1)]: 99, [`${list(1)}.code`]: 'K8' });
    expect(come[0]).toMatchObject({ before: null, after: 'K8' });
    const [moved, ...more] = changed({ [criterion('K7')]: 0 });
    expect(moved).toMatchObject({ label: 'Kryteria: kryteria wyboru, kolejność', section: 'criteria' });
    expect(moved?.after?.startsWith('K7')).toBe(true);
    expect(more).toEqual([]);
  });
  it('none between equal documents, some between others', () => {
    const paths = Object.keys(sopotCallValues());
    fc.assert(
      fc.property(fc.constantFrom(...paths), (path) => {
        expect(changed({})).toEqual([]);
        expect(changed({ [path]: null }).length).toBeGreaterThan(0);
      }),
    );
  });
  it('an empty item is named by its number, a path by what stands there', () => {
    const contents = readSheet(CALL_FORM, { [list(1)]: 1, [list(2)]: 2 });
    expect(nameOfPath(CALL_FORM, contents, `${list(2)}.weight`)).toBe('Kryteria: kryterium 2, waga');
    expect(nameOfPath(CALL_FORM, contents, list(2))).toBe('Kryteria: kryterium 2');
    expect(nameOfPath(CALL_FORM, contents, `${list(3)}.weight`)).toBe('Kryteria: kryterium, waga');
    expect(nameOfPath(CALL_FORM, contents, 'basics.title')).toBe('Podstawowe informacje: tytuł naboru');
  });
});
