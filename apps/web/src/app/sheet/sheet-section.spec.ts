import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { SaveSheet, SheetHistory, SheetResponse, SheetSaved } from '@zit/contracts';
import type { SheetValue } from '@zit/domain';
import { ROW_A, ROW_B, sheetOf, TINY } from '../../testing/tiny-sheet';
import { SheetBar } from './sheet-bar';
import { focusField } from './field-id';
import { SheetHttp } from './sheet-http';
import { SheetSection } from './sheet-section';
import { SheetStore } from './sheet-store';

@Component({
  imports: [SheetBar, SheetSection],
  template: `<zit-sheet-bar /><zit-sheet-section section="card" [without]="without()" [readonly]="readonly()" />`,
})
class Page {
  readonly without = signal<string[]>([]);
  readonly readonly = signal<string | null>(null);
}

describe('a section of a sheet', () => {
  // The page of a spec has no height to scroll.
  beforeAll(() => (Element.prototype.scrollIntoView = jest.fn()));
  let fixture: ComponentFixture<Page>;
  let store: SheetStore;
  let sheet: SheetResponse;

  const open = async (fields: Readonly<Record<string, SheetValue>> = {}, closed = false) => {
    sheet = sheetOf(fields, { closed });
    TestBed.configureTestingModule({
      providers: [
        SheetStore,
        {
          provide: SheetHttp,
          useValue: {
            read: () => Promise.resolve(sheet),
            news: () => Promise.resolve({ ...sheet, fields: [] }),
            save: (_url: string, body: SaveSheet): Promise<SheetSaved> =>
              Promise.resolve({ from: 1, rev: 2, taken: [], collisions: [], savedAt: body.save }),
            history: (): Promise<SheetHistory> => Promise.resolve({ lines: [], before: null }),
          },
        },
      ],
    });
    store = TestBed.inject(SheetStore);
    await store.open('/sheet', TINY);
    fixture = TestBed.createComponent(Page);
    document.body.append(host());
    await fixture.whenStable();
  };

  afterEach(() => {
    host().remove();
    TestBed.resetTestingModule();
  });

  const host = () => fixture.nativeElement as HTMLElement;
  const text = () => host().textContent.replaceAll(/\s+/g, ' ');
  const labelled = <Field extends HTMLElement = HTMLInputElement>(label: string): Field => {
    const found = [...host().querySelectorAll('label')].find((one) => one.textContent.trim() === label);
    const field = found?.htmlFor ? document.getElementById(found.htmlFor) : found?.querySelector('input');
    expect(field).toBeTruthy();
    return field as Field;
  };
  const named = (name: string) =>
    [...host().querySelectorAll<HTMLElement>('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === name,
    )!;
  const type = async (label: string, typed: string) => {
    const field = labelled(label);
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await fixture.whenStable();
    return field;
  };
  const leave = async (field: HTMLElement) => {
    field.dispatchEvent(new Event('blur'));
    await fixture.whenStable();
  };
  const press = async (name: string) => {
    named(name).click();
    await fixture.whenStable();
  };
  const described = (field: HTMLElement) =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter(Boolean)
      .map((id) => document.getElementById(id)?.textContent.trim());

  it('ties labels and helps to their fields, every id once', async () => {
    await open({ [ROW_A]: 1, [`${ROW_A.replace('rows', 'marks')}`]: 1, 'card.count': { typed: 'x' } });
    expect(described(labelled('Tytuł'))).toEqual(['Krótko.']);
    const ids = [...host().querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const field of host().querySelectorAll<HTMLInputElement>('input, textarea, select')) {
      expect((field.labels ?? []).length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['Tytuł', 'Nabór', 'card.title', 'Nabór', 'Nabór'],
    ['Opis', 'Dwa\nwiersze', 'card.story', 'Dwa\nwiersze', 'Dwa\nwiersze'],
    ['Liczba centrów', ' 12 ', 'card.count', 12, '12'],
    ['Próg', '60,5', 'card.points', 6_050, '60,50'],
    ['Limit', '330 000', 'card.cap', 33_000_000, '330\u00a0000,00'],
    ['Od dnia', '2015-03-31', 'card.from', '2015-03-31', '2015-03-31'],
    ['Strona', 'https://www.sopot.pl', 'card.page', 'https://www.sopot.pl', 'https://www.sopot.pl'],
  ])('reads %s as people type it', async (label, typed, path, value, shown) => {
    await open();
    const field = await type(label, typed);
    expect(store.value(path)).toEqual(value);
    // Nothing moves under the fingers; it is written properly once the person goes on.
    expect(field.value).toBe(typed);
    await leave(field);
    expect(field.value).toBe(shown);
  });

  it.each([
    ['Liczba centrów', 'około 40', 'card.count'],
    ['Próg', '6o,5', 'card.points'],
    ['Limit', 'dużo', 'card.cap'],
    ['Strona', 'sopot', 'card.page'],
  ])('keeps in %s what it cannot read, as it was typed, and says why at the field', async (label, typed, path) => {
    await open();
    const field = await type(label, typed);
    expect(field.getAttribute('aria-invalid')).toBeNull();
    await leave(field);
    expect(store.value(path)).toEqual({ typed });
    expect(field.value).toBe(typed);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(described(field).at(-1)).not.toBe('');
    await type(label, '');
    expect(store.value(path)).toBeNull();
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });

  it('shows a fault that was saved earlier from the beginning', async () => {
    await open({ 'card.count': { typed: 'sto' } });
    expect(labelled('Liczba centrów').value).toBe('sto');
    expect(described(labelled('Liczba centrów'))[0]).toContain('„sto”');
  });

  it('chooses one, several, or none', async () => {
    await open({ 'card.mode': 'SLOW' });
    const select = labelled<HTMLSelectElement>('Tryb');
    expect(select.selectedOptions[0]?.textContent).toBe('wolny');
    select.value = 'FAST';
    select.dispatchEvent(new Event('change'));
    expect(store.value('card.mode')).toBe('FAST');
    select.value = '';
    select.dispatchEvent(new Event('change'));
    expect(store.value('card.mode')).toBeNull();

    labelled('firmy').click();
    labelled('organizacje').click();
    await fixture.whenStable();
    // In the order of the form, whatever the order of the clicks.
    expect(store.value('card.sectors')).toEqual(['NGO', 'FIRM']);
    labelled('firmy').click();
    labelled('organizacje').click();
    expect(store.value('card.sectors')).toBeNull();

    labelled('Można się spóźnić').click();
    expect(store.value('card.late')).toBe(true);
  });

  describe('a moment', () => {
    const setMoment = async (date: string, time: string) => {
      await type('Dzień', date);
      return type('Godzina', time);
    };

    it('is typed in Polish time and kept in UTC', async () => {
      await open();
      expect(text()).toContain('czas polski');
      await setMoment('2015-03-31', '15:30');
      expect(store.value('card.closes')).toBe('2015-03-31T13:30:00.000Z');
    });

    it('asks which one when the hour comes twice, and shows the answer again', async () => {
      await open();
      await setMoment('2026-10-25', '02:30');
      expect(store.value('card.closes')).toEqual({ typed: '2026-10-25 02:30' });
      expect(text()).toContain('wypada dwa razy');
      labelled('Druga (czas zimowy)').click();
      await fixture.whenStable();
      expect(store.value('card.closes')).toBe('2026-10-25T01:30:00.000Z');
      expect(labelled('Druga (czas zimowy)').checked).toBe(true);
      labelled('Pierwsza (czas letni)').click();
      await fixture.whenStable();
      expect(store.value('card.closes')).toBe('2026-10-25T00:30:00.000Z');
    });

    it('says so when there is no such hour, or half of it is missing', async () => {
      await open();
      await setMoment('2026-03-29', '02:30');
      expect(store.value('card.closes')).toEqual({ typed: '2026-03-29 02:30' });
      expect(text()).toContain('zegary przechodzą');
      await type('Godzina', '');
      expect(store.value('card.closes')).toEqual({ typed: '2026-03-29' });
      expect(labelled('Dzień').value).toBe('2026-03-29');
      await type('Dzień', '');
      expect(store.value('card.closes')).toBeNull();
      await type('Godzina', '15:30');
      expect(store.value('card.closes')).toEqual({ typed: '15:30' });
      expect(labelled('Godzina').value).toBe('15:30');
    });
  });

  it('counts what is left of a long text, and keeps what is over', async () => {
    await open();
    await type('Opis', 'a'.repeat(80));
    expect(text()).not.toContain('znak');
    await type('Opis', 'a'.repeat(98));
    expect(text()).toContain('Zostało 2 znaki');
    const field = await type('Opis', 'a'.repeat(105));
    expect(text()).toContain('O 5 znaków za dużo');
    await leave(field);
    expect(field.value).toHaveLength(105);
    expect(text()).toContain('Skróć go');
  });

  it('gives way to what the store says: undo, a choice, another person', async () => {
    await open({ 'card.title': 'Było' });
    const field = await type('Tytuł', 'Jest');
    await press('Cofnij: Tytuł');
    expect(field.value).toBe('Było');
    expect(text()).toContain('Cofnięto: Tytuł.');
  });

  it('says that there is nothing to take back, by a name that begins as the button does', async () => {
    await open();
    const undo = named('Cofnij: Nie ma czego cofać.');
    expect(undo.getAttribute('aria-disabled')).toBe('true');
    await type('Tytuł', 'Jest');
    expect(named('Cofnij: Tytuł').getAttribute('aria-disabled')).not.toBe('true');
  });

  it('Ctrl+Z takes back outside of fields, and leaves the browser its own inside', async () => {
    await open({ 'card.title': 'Było' });
    const field = await type('Tytuł', 'Jest');
    const keys = { key: 'z', ctrlKey: true, bubbles: true, cancelable: true };
    field.dispatchEvent(new KeyboardEvent('keydown', keys));
    expect(store.value('card.title')).toBe('Jest');
    document.body.dispatchEvent(new KeyboardEvent('keydown', keys));
    expect(store.value('card.title')).toBe('Było');
  });

  describe('lists', () => {
    const rows = { [ROW_A]: 1, [`${ROW_A}.name`]: 'Doświadczenie', [ROW_B]: 2 };
    const names = () => [...host().querySelectorAll('h4')].map((one) => one.textContent);

    it('adds an item and takes the keyboard to its first field', async () => {
      await open();
      await press('Dodaj kryterium');
      expect(names()).toEqual(['Kryterium 1']);
      expect(document.activeElement).toBe(labelled('Nazwa'));
      expect(text()).toContain('Dodano: Kryterium 1.');
    });

    it('moves by buttons, which keep the keyboard, and stops at the ends', async () => {
      await open(rows);
      expect(names()).toEqual(['Kryterium 1: Doświadczenie', 'Kryterium 2']);
      named('Przesuń niżej: Kryterium 1: Doświadczenie').focus();
      await press('Przesuń niżej: Kryterium 1: Doświadczenie');
      expect(names()).toEqual(['Kryterium 1', 'Kryterium 2: Doświadczenie']);
      expect(document.activeElement).toBe(named('Przesuń niżej: Kryterium 2: Doświadczenie'));
      expect(text()).toContain('teraz na miejscu 2 z 2');
      expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true');
      await press('Przesuń niżej: Kryterium 2: Doświadczenie');
      expect(names()).toEqual(['Kryterium 1', 'Kryterium 2: Doświadczenie']);
    });

    it('removes with a way back, and the keyboard does not fall out of the page', async () => {
      await open(rows);
      await press('Usuń: Kryterium 1: Doświadczenie');
      expect(names()).toEqual(['Kryterium 1']);
      expect(document.activeElement).toBe(named('Usuń: Kryterium 1'));
      const back = [...host().querySelectorAll<HTMLElement>('zit-sheet-list button')].find(
        (one) => one.textContent.trim() === 'Cofnij',
      )!;
      back.click();
      await fixture.whenStable();
      expect(names()).toEqual(['Kryterium 1: Doświadczenie', 'Kryterium 2']);
    });

    it('says why no more can be added', async () => {
      await open({ ...rows, [ROW_A.replace(/a$/, 'c')]: 3 });
      await press('Dodaj kryterium');
      expect(names()).toHaveLength(3);
      expect(named('Dodaj kryterium').getAttribute('aria-disabled')).toBe('true');
      expect(described(named('Dodaj kryterium'))).toEqual(['Ta lista mieści najwyżej 3\u00a0pozycje.']);
    });

    it('a field may point to an item, also to one that is gone', async () => {
      const mark = 'card.marks.00000000-0000-4000-8000-00000000000d';
      await open({ ...rows, [mark]: 1, [`${mark}.of`]: ROW_A.split('.')[2]! });
      const select = labelled<HTMLSelectElement>('Kryterium');
      expect([...select.options].map((one) => one.textContent)).toEqual([
        'Wybierz',
        'Kryterium 1: Doświadczenie',
        'Kryterium 2',
      ]);
      expect(select.selectedOptions[0]?.textContent).toBe('Kryterium 1: Doświadczenie');
      await press('Usuń: Kryterium 1: Doświadczenie');
      expect(select.selectedOptions[0]?.textContent).toBe('(usunięta pozycja)');
    });
  });

  it('is text and not dead inputs when the sheet is closed, with the reason', async () => {
    await open({ 'card.title': 'Nabór', 'card.mode': 'SLOW', 'card.cap': 33_000_000, [ROW_A]: 1 }, true);
    expect(host().querySelectorAll('input, textarea, select, zit-sheet-list button')).toHaveLength(0);
    expect(text()).toContain('Arkusz jest zamknięty');
    expect(text()).toContain('wolny');
    expect(text()).toContain('330\u00a0000,00\u00a0zł'.replaceAll(/\s+/g, ' '));
    expect(text()).toContain('nie podano');
  });

  it('is text for who may only read, and shows nothing that the page left out', async () => {
    await open({ 'card.title': 'Nabór' });
    fixture.componentInstance.readonly.set('Nabór pisze gmina.');
    fixture.componentInstance.without.set(['story', 'marks']);
    await fixture.whenStable();
    expect(text()).toContain('Nabór pisze gmina.');
    expect(host().querySelectorAll('input')).toHaveLength(0);
    expect(text()).not.toContain('Opis');
    expect(text()).not.toContain('Wagi');
  });

  it('is where the check leads, also to a group of boxes and to an item', async () => {
    await open({ [ROW_A]: 1 });
    expect(focusField('card.title')).toBe(true);
    expect(document.activeElement).toBe(labelled('Tytuł'));
    expect(focusField('card.sectors')).toBe(true);
    expect(document.activeElement).toBe(labelled('organizacje'));
    expect(focusField(ROW_A)).toBe(true);
    expect(document.activeElement).toBe(labelled('Nazwa'));
    expect(focusField('card.nothing')).toBe(false);
  });
});
