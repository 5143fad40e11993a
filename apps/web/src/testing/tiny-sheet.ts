import type { SheetField, SheetResponse } from '@zit/contracts';
import type { SheetForm, SheetValue } from '@zit/domain';
import type { SheetShape } from '../app/sheet/sheet-words';

const FORM = {
  version: 'tiny/1',
  sections: {
    card: {
      fields: {
        title: { is: 'line', max: 20 },
        story: { is: 'text', max: 100 },
        mode: { is: 'choice', of: ['FAST', 'SLOW'] },
        sectors: { is: 'choices', of: ['NGO', 'CITY', 'FIRM'] },
        count: { is: 'whole', min: 1, max: 36 },
        points: { is: 'hundredths', min: 0, max: 10_000 },
        cap: { is: 'grosze', max: 100_000_000 },
        from: { is: 'date' },
        closes: { is: 'moment' },
        page: { is: 'link' },
        late: { is: 'yes' },
      },
      lists: {
        rows: {
          max: 3,
          fields: { name: { is: 'line', max: 40 }, note: { is: 'text', max: 100 } },
        },
        marks: { max: 9, fields: { of: { is: 'item', list: 'rows' }, weight: { is: 'whole', min: 0, max: 100 } } },
      },
    },
  },
} as const satisfies SheetForm;

/** A form with every kind of field, for the screens that edit a sheet. */
export const TINY: SheetShape = {
  form: FORM,
  words: {
    sections: {
      card: {
        title: 'Karta',
        help: 'Wszystkie rodzaje pól.',
        fields: {
          title: { label: 'Tytuł', help: 'Krótko.' },
          story: { label: 'Opis' },
          mode: { label: 'Tryb' },
          sectors: { label: 'Sektory' },
          count: { label: 'Liczba centrów' },
          points: { label: 'Próg' },
          cap: { label: 'Limit' },
          from: { label: 'Od dnia' },
          closes: { label: 'Termin' },
          page: { label: 'Strona' },
          late: { label: 'Można się spóźnić' },
        },
        lists: {
          rows: {
            title: 'Kryteria',
            item: 'kryterium',
            add: 'Dodaj kryterium',
            named: ['name'],
            fields: { name: { label: 'Nazwa' }, note: { label: 'Uwaga' } },
          },
          marks: {
            title: 'Wagi',
            item: 'waga',
            add: 'Dodaj wagę',
            named: [],
            fields: { of: { label: 'Kryterium' }, weight: { label: 'Punkty' } },
          },
        },
      },
    },
    choices: {
      'card.mode': { FAST: 'szybki', SLOW: 'wolny' },
      'card.sectors': { NGO: 'organizacje', CITY: 'gminy', FIRM: 'firmy' },
    },
  },
};

export const ROW_A = 'card.rows.00000000-0000-4000-8000-00000000000a';
export const ROW_B = 'card.rows.00000000-0000-4000-8000-00000000000b';

export const sheetOf = (
  fields: Readonly<Record<string, SheetValue>>,
  { rev = 1, closed = false }: { rev?: number; closed?: boolean } = {},
): SheetResponse => ({
  form: 'tiny/1',
  rev,
  closed,
  fields: Object.entries(fields).map(([path, value]): SheetField => ({ path, value, rev })),
});
