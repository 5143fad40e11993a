import { Component } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import type { SaveSheet, SheetChangeLine, SheetCollision, SheetHistory, SheetSaved } from '@zit/contracts';
import type { SheetValue } from '@zit/domain';
import { until } from '../../testing/soon';
import { ROW_A, ROW_B, sheetOf, TINY } from '../../testing/tiny-sheet';
import { valuesBefore, wayBack } from './restore-sheet';
import { SheetBar } from './sheet-bar';
import { SheetHistoryList } from './sheet-history';
import { SheetHttp } from './sheet-http';
import { SHEET_RIGHTS } from './sheet-rights';
import { SheetSection } from './sheet-section';
import { SheetStore } from './sheet-store';

@Component({
  imports: [SheetBar, SheetHistoryList, SheetSection],
  template: `<zit-sheet-bar /><zit-sheet-section section="card" /><zit-sheet-history />`,
})
class Page {}

const line = (
  rev: number,
  path: string,
  before: SheetValue,
  after: SheetValue,
  change: Partial<SheetChangeLine> = {},
): SheetChangeLine => ({
  rev,
  path,
  before,
  after,
  setAside: false,
  by: 'Pracownik Gminy',
  at: '2026-11-22T07:00:00.000Z',
  ...change,
});

describe('back and forth in a sheet', () => {
  let store: SheetStore;
  let fixture: ComponentFixture<Page>;
  let collisions: SheetCollision[];
  let saves: SaveSheet[];
  let pages: SheetHistory[];
  let foreign: string[];

  const open = async (fields: Readonly<Record<string, SheetValue>>) => {
    const kept: SaveSheet[] = [];
    [collisions, saves] = [[], kept];
    const http = {
      read: () => Promise.resolve(sheetOf(fields)),
      news: () => Promise.resolve({ ...sheetOf({}), rev: 0 }),
      save: (_url: string, body: SaveSheet): Promise<SheetSaved> => {
        kept.push(body);
        const taken = body.changes.map(({ path, value }) => ({ path, value: value as SheetValue, rev: 9 }));
        const answered = collisions;
        collisions = [];
        const others = taken.filter(({ path }) => !answered.some((one) => one.path === path));
        return Promise.resolve({ from: 8, rev: 9, taken: others, collisions: answered, savedAt: '' });
      },
      history: (_url: string, before?: number) =>
        Promise.resolve(pages[before === undefined ? 0 : pages.findIndex((page) => page.before === before) + 1]!),
    };
    TestBed.configureTestingModule({
      providers: [
        SheetStore,
        { provide: SheetHttp, useValue: http },
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        { provide: SHEET_RIGHTS, useValue: (path: string) => (foreign.includes(path) ? 'Wpisuje: Ktoś.' : null) },
      ],
    });
    store = TestBed.inject(SheetStore);
    await store.open('/sheet', TINY);
    fixture = TestBed.createComponent(Page);
    document.body.append(host());
    await fixture.whenStable();
  };

  beforeEach(() => {
    foreign = [];
    pages = [{ lines: [], before: null }];
  });
  afterEach(() => {
    host().remove();
    TestBed.resetTestingModule();
  });

  const host = () => fixture.nativeElement as HTMLElement;
  const text = () => document.body.textContent.replaceAll(/\s+/g, ' ');
  const button = (name: string) =>
    [...document.querySelectorAll<HTMLElement>('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === name,
    );
  const press = async (name: string) => {
    button(name)!.click();
    await fixture.whenStable();
  };
  const key = async (pressed: Partial<KeyboardEventInit>) => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { ctrlKey: true, bubbles: true, ...pressed }));
    await fixture.whenStable();
  };

  it('does again what was taken back, by button and by Ctrl+Y, until something else is done', async () => {
    await open({ 'card.title': 'Było' });
    store.set('card.title', 'Jest');
    await fixture.whenStable();
    expect(button('Ponów: Tytuł')).toBeUndefined();
    await press('Cofnij: Tytuł');
    await press('Ponów: Tytuł');
    expect(store.value('card.title')).toBe('Jest');
    expect(document.activeElement).toBe(button('Cofnij: Tytuł'));
    await key({ key: 'z' });
    expect(store.value('card.title')).toBe('Było');
    await key({ key: 'y' });
    expect(store.value('card.title')).toBe('Jest');
    await key({ key: 'z' });
    await key({ key: 'Z', shiftKey: true });
    expect(store.value('card.title')).toBe('Jest');
    await key({ key: 'z' });
    store.set('card.count', 4);
    await fixture.whenStable();
    expect(store.redoable()).toBeNull();
  });

  it('says so when somebody else moved the same item first', async () => {
    await open({ [ROW_A]: 1, [`${ROW_A}.name`]: 'Doświadczenie', [ROW_B]: 2 });
    store.moveItem(ROW_A, 1);
    collisions = [
      {
        path: ROW_A,
        because: 'CHANGED',
        base: 1,
        theirs: 3,
        rev: 9,
        mine: 2,
        by: null,
        at: '2026-11-22T07:00:00.000Z',
      },
    ];
    await store.saveAll();
    await fixture.whenStable();
    expect(store.collisions()).toEqual([]);
    expect(text()).toContain('Ktoś inny zmienił kolejność w tym samym czasie: Kryterium 2: Doświadczenie.');
  });

  it('keeps on the screen a date that there is not, says so, and leaves what is saved', async () => {
    await open({ 'card.from': '2015-03-31' });
    const field = document.getElementById('pole-card-from') as HTMLInputElement;
    // As a browser shows 31.02: no value, and no word of what was typed.
    Object.defineProperty(field, 'validity', { value: { badInput: true }, configurable: true });
    Object.defineProperty(field, 'value', { value: '', writable: true, configurable: true });
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('blur'));
    await fixture.whenStable();
    expect(store.value('card.from')).toBe('2015-03-31');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(text()).toContain('Takiego dnia nie ma w kalendarzu');
    expect(text()).toContain('zapisana jest nadal data 31 marca 2015');
    Object.defineProperty(field, 'validity', { value: { badInput: false }, configurable: true });
    field.value = '2015-02-28';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await fixture.whenStable();
    expect(store.value('card.from')).toBe('2015-02-28');
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });

  describe('to an earlier version of the whole sheet', () => {
    it('knows what each field held before a revision', () => {
      const lines = [
        line(7, 'card.title', 'B', 'C'),
        line(6, 'card.story', null, 'odłożone', { setAside: true }),
        line(5, 'card.title', 'A', 'B'),
        line(4, 'card.count', 1, 2),
      ];
      expect([...valuesBefore(lines, 5)]).toEqual([['card.title', 'A']]);
    });

    it('brings items back before their fields, and takes away whole items only', () => {
      const now = new Map<string, SheetValue>([
        [ROW_A, null],
        [`${ROW_A}.name`, 'A2'],
        [ROW_B, 2],
        [`${ROW_B}.name`, 'B'],
        ['card.title', 'Jest'],
      ]);
      const then = new Map<string, SheetValue>([
        [ROW_B, null],
        [`${ROW_B}.name`, null],
        [`${ROW_A}.name`, 'A'],
        ['card.title', 'Jest'],
        [ROW_A, 1],
      ]);
      expect(wayBack(now, then)).toEqual([
        { path: ROW_A, value: 1 },
        { path: `${ROW_A}.name`, value: 'A' },
        { path: ROW_B, value: null },
      ]);
    });

    it('shows what would change, leaves what is somebody else’s, and can be taken back', async () => {
      pages = [
        { lines: [line(5, 'card.title', 'Wcześniej', 'Teraz'), line(5, 'card.count', 3, 4)], before: 5 },
        { lines: [line(4, 'card.story', 'Opis', null), line(3, 'card.mode', null, 'FAST')], before: null },
      ];
      foreign = ['card.count'];
      await open({ 'card.title': 'Teraz', 'card.count': 4, 'card.mode': 'FAST' });
      await until(() => button('Pokaż więcej') !== undefined);
      await press('Pokaż więcej');
      await until(() => text().includes('Opis'));
      const goBack = [...document.querySelectorAll<HTMLElement>('zit-sheet-history button')].filter(
        (one) => one.textContent.trim() === 'Wróć do stanu sprzed tej zmiany',
      );
      // Once for all that was saved together.
      expect(goBack).toHaveLength(3);
      goBack[1]!.click();
      await until(() => document.querySelector('zit-restore-dialog') !== null);
      expect(text()).toContain('obejmie 2 pola');
      expect(text()).toContain('1 pole należy do innych organizacji');
      expect(saves).toEqual([]);
      await press('Przywróć 2\u00a0pola');
      await until(() => saves.length === 1);
      expect(saves[0]?.changes.map(({ path, value }) => [path, value])).toEqual([
        ['card.title', 'Wcześniej'],
        ['card.story', 'Opis'],
      ]);
      store.undo();
      expect([store.value('card.title'), store.value('card.story')]).toEqual(['Teraz', null]);
    });
  });
});
