import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { SaveSheet, SheetCollision, SheetHistory, SheetSaved } from '@zit/contracts';
import type { SheetValue } from '@zit/domain';
import { ROW_A, sheetOf, TINY } from '../../testing/tiny-sheet';
import { SheetCollisions } from './sheet-collisions';
import { SheetHistoryList } from './sheet-history';
import { SheetHttp } from './sheet-http';
import { SheetStore } from './sheet-store';

const FIELDS = { 'card.story': 'Było', 'card.count': 3, [ROW_A]: 1, [`${ROW_A}.name`]: 'A' };

describe('collisions and history of a sheet', () => {
  let store: SheetStore;
  let fixture: ComponentFixture<unknown>;
  let collisions: SheetCollision[];
  let removed: string[];
  let history: jest.Mock<Promise<SheetHistory>, [string, number?]>;
  let saves: SaveSheet[];

  beforeEach(async () => {
    [collisions, removed, saves] = [[], [], []];
    history = jest.fn();
    const http = {
      read: () => Promise.resolve(sheetOf(FIELDS)),
      news: () =>
        Promise.resolve({ ...sheetOf({}, { rev: 9 }), fields: removed.map((path) => ({ path, value: null, rev: 9 })) }),
      save: (_url: string, body: SaveSheet): Promise<SheetSaved> => {
        saves.push(body);
        const answered = collisions;
        collisions = [];
        return Promise.resolve({ from: 8, rev: 9, taken: [], collisions: answered, savedAt: '' });
      },
      history,
    };
    TestBed.configureTestingModule({ providers: [SheetStore, { provide: SheetHttp, useValue: http }] });
    store = TestBed.inject(SheetStore);
    await store.open('/sheet', TINY);
  });

  afterEach(() => TestBed.resetTestingModule());

  const host = () => fixture.nativeElement as HTMLElement;
  const text = () => host().textContent.replaceAll(/\s+/g, ' ');
  const button = (name: string) =>
    [...host().querySelectorAll<HTMLElement>('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === name,
    )!;
  const press = async (name: string) => {
    button(name).click();
    await fixture.whenStable();
  };
  const collide = async (path: string, mine: SheetValue, theirs: SheetValue) => {
    const because = 'CHANGED';
    const at = '2026-11-22T06:59:00.000Z';
    collisions = [{ path, because, base: null, theirs, mine, rev: 5, by: 'Pracownik Gminy', at }];
    store.set(path, mine);
    await store.saveAll();
    await new Promise((done) => setTimeout(done));
    fixture = TestBed.createComponent(SheetCollisions);
    document.body.append(host());
    await fixture.whenStable();
  };

  describe('a choice', () => {
    afterEach(() => host().remove());

    it('shows both versions side by side, who wrote theirs and when', async () => {
      await collide('card.count', 7, 5);
      expect(text()).toContain('1 pole do uzgodnienia'.replace(' ', '\u00a0').replaceAll(/\s+/g, ' '));
      expect([...host().querySelectorAll('dd')].map((one) => one.textContent)).toEqual(['(puste)', '5', '7']);
      expect(text()).toContain('Pracownik Gminy, 22\u00a0listopada 2026, 07:59'.replaceAll(/\s+/g, ' '));
      // A number cannot be made of two.
      expect(button('Połącz: Liczba centrów')).toBeUndefined();
    });

    it('theirs stays, and the page says that nothing is left to choose', async () => {
      await collide('card.count', 7, 5);
      await press('Zostaw ich: Liczba centrów');
      expect(store.value('card.count')).toBe(5);
      expect(host().querySelectorAll('article')).toHaveLength(0);
      expect(document.activeElement?.textContent).toBe('Rozstrzygnięto wszystkie pola.');
    });

    it('mine goes in over theirs', async () => {
      await collide('card.count', 7, 5);
      await press('Wpisz moje: Liczba centrów');
      await new Promise((done) => setTimeout(done));
      expect(saves.at(-1)?.changes).toEqual([{ path: 'card.count', base: 5, value: 7 }]);
    });

    it('texts are joined in an editor that begins with both; going back keeps the choice open', async () => {
      await collide('card.story', 'Moje zdanie.', 'Ich zdanie.');
      await press('Połącz: Opis');
      const editor = () => host().querySelector('textarea')!;
      expect(editor().value).toBe('Ich zdanie.\n\nMoje zdanie.');
      await press('Wróć');
      expect(store.collisions()).toHaveLength(1);
      await press('Połącz: Opis');
      editor().value = 'Ich zdanie. Moje zdanie.';
      editor().dispatchEvent(new Event('input'));
      await press('Zapisz połączony tekst');
      await new Promise((done) => setTimeout(done));
      expect(saves.at(-1)?.changes).toEqual([{ path: 'card.story', base: 5, value: 'Ich zdanie. Moje zdanie.' }]);
    });

    it('says that the item is gone, and brings it back with mine', async () => {
      removed = [ROW_A];
      await collide(`${ROW_A}.name`, 'Moja', 'A');
      expect(text()).toContain('Tę pozycję usunięto');
      const name = host().querySelector('h3')!.textContent;
      await press(`Przywróć z moją wersją: ${name}`);
      expect(store.items('card', 'rows')).toEqual([ROW_A]);
      expect(store.value(`${ROW_A}.name`)).toBe('Moja');
    });

    it('asks before an item goes that somebody has changed', async () => {
      await collide(ROW_A, null, 1);
      expect(text()).toContain('ktoś ją w tym czasie zmienił');
      const name = host().querySelector('h3')!.textContent;
      await press(`Zostaw pozycję: ${name}`);
      expect(store.items('card', 'rows')).toEqual([ROW_A]);
    });
  });

  describe('the history', () => {
    const line = {
      rev: 4,
      path: 'card.count',
      before: 2,
      after: 3,
      setAside: false,
      by: 'Pracownik Gminy' as string | null,
      at: '2026-11-22T06:59:00.000Z',
    };
    const show = async (...pages: SheetHistory[]) => {
      for (const page of pages) history.mockResolvedValueOnce(page);
      fixture = TestBed.createComponent(SheetHistoryList);
      await fixture.whenStable();
    };

    it('says who changed what and when, and puts an older value back as a new change', async () => {
      await show({ lines: [line], before: null });
      expect(text()).toContain('Liczba centrów');
      expect([...host().querySelectorAll('dd')].map((one) => one.textContent)).toEqual(['2', '3']);
      expect(text()).toContain('Pracownik Gminy, 22\u00a0listopada 2026, 07:59'.replaceAll(/\s+/g, ' '));
      await press('Przywróć: Liczba centrów, 2');
      expect(store.value('card.count')).toBe(2);
      expect(text()).toContain('Przywrócono: Liczba centrów.');
      expect(text()).toContain('Tak jest teraz');
    });

    it('offers what was set aside, names who is no longer named, and says what happened to items', async () => {
      await show({
        lines: [
          { ...line, rev: 8, before: 3, after: 30, setAside: true, by: null },
          { ...line, rev: 7, path: ROW_A, before: 1, after: null },
          { ...line, rev: 6, path: ROW_A, before: null, after: 1 },
        ],
        before: null,
      });
      expect(text()).toContain('nie zapisano, odłożono');
      expect(text()).toContain('osoba już niewymieniana');
      expect(text()).toContain('usunięto pozycję');
      expect(text()).toContain('dodano pozycję');
      await press('Przywróć: Liczba centrów, 30');
      expect(store.value('card.count')).toBe(30);
    });

    it('brings older lines by their revision', async () => {
      await show({ lines: [line], before: 4 }, { lines: [{ ...line, rev: 3 }], before: null });
      await press('Pokaż więcej');
      expect(history.mock.calls.at(-1)).toEqual(['/sheet', 4]);
      expect(host().querySelectorAll('li')).toHaveLength(2);
      expect(button('Pokaż więcej')).toBeUndefined();
    });

    it('teaches when nothing has happened yet', async () => {
      await show({ lines: [], before: null });
      expect(text()).toContain('nie ma jeszcze żadnej zmiany');
    });
  });
});
