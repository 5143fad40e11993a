import { Component, inject } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { By } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { offerFacts, totals, type SheetValues } from '@zit/domain';
import { BudgetSheet } from '../../budget/budget-sheet';
import { SheetHttp } from '../../sheet/sheet-http';
import { SHEET_PARTIES, SHEET_RIGHTS } from '../../sheet/sheet-rights';
import { SheetStore } from '../../sheet/sheet-store';
import { OfferHttp } from '../offer-http';
import { OfferDesk } from '../workshop/offer-desk';
import { offerParties, offerRights } from '../workshop/offer-rights';
import { OfferBudget } from './offer-budget';
import { OfferServer, lineId, lineValues, memberId, offerOf } from './offer.fixture';

@Component({
  selector: 'zit-host',
  imports: [OfferBudget],
  providers: [
    SheetStore,
    OfferDesk,
    { provide: SHEET_RIGHTS, useFactory: offerRights },
    { provide: SHEET_PARTIES, useFactory: offerParties },
  ],
  template: '@if (desk.sheet.ready()) {<zit-offer-budget />}',
})
class Host {
  readonly desk = inject(OfferDesk);
}

describe('the budget of an offer', () => {
  let fixture: ComponentFixture<Host>;
  let server: OfferServer;
  const page = () => fixture.nativeElement as HTMLElement;
  const text = () => page().textContent!.replace(/\s+/g, ' ');
  const cell = (row: number, column: number) =>
    page().querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)!;
  const settle = async () => {
    for (let i = 0; i < 4; i++) {
      await fixture.whenStable();
      await new Promise((done) => setTimeout(done));
      fixture.detectChanges();
    }
  };
  const key = async (name: string, more: KeyboardEventInit = {}) => {
    document.activeElement!.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
    );
    await settle();
  };
  const go = async (row: number, column: number) => {
    const { injector } = fixture.debugElement.query(By.directive(OfferBudget));
    injector.get(BudgetSheet).put({ row, column });
    await settle();
    cell(row, column).focus();
  };
  const write = async (row: number, column: number, typed: string) => {
    await go(row, column);
    await key('F2');
    const editor = page().querySelector<HTMLInputElement>('zit-cell-editor input')!;
    editor.value = typed;
    editor.dispatchEvent(new Event('input', { bubbles: true }));
    await key('Enter');
  };
  const open = async (me: number, values: SheetValues) => {
    server = new OfferServer(offerOf(me), values);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: SheetHttp, useValue: server },
        { provide: OfferHttp, useValue: { get: () => Promise.resolve(server.offer) } },
      ],
    });
    fixture = TestBed.createComponent(Host);
    document.body.appendChild(page());
    await fixture.componentInstance.desk.open(server.offer.id);
    await settle();
  };
  const stored = (n: number, field?: string) =>
    server.values()[`budget.lines.${lineId(n)}${field ? `.${field}` : ''}`] ?? null;
  afterEach(() => page().remove());

  const TWO = { ...lineValues(1), ...lineValues(2, { member: memberId(2) }) };

  it('writes a price into the sheet, in grosze, and counts the same as the rules', async () => {
    await open(1, TWO);
    expect(page().querySelector('[role=grid]')!.getAttribute('aria-label')).toBe('Budżet oferty');
    await write(0, 8, '150,50');
    expect(stored(1, 'unitPriceGrosze')).toBe(15_050);
    expect(stored(1, 'amountGrosze')).toBe(30_100);
    const { desk } = fixture.componentInstance;
    const facts = offerFacts(desk.contents()!, desk.about()!);
    expect(totals(facts.lines ?? []).total).toBe(50_100);
    expect(page().querySelector('.foot .sum')!.textContent!.trim()).toBe('501,00');
  });

  it('keeps lines of other members closed and says whose they are', async () => {
    await open(1, TWO);
    await go(1, 8);
    await key('F2');
    expect(page().querySelector('zit-cell-editor')).toBeNull();
    expect(cell(1, 8).getAttribute('aria-readonly')).toBe('true');
    expect(cell(1, 0).textContent).toContain('Fundacja „Przystań Integracji”');
    await go(0, 8);
    await key('a', { ctrlKey: true });
    await key('Delete', { ctrlKey: true });
    expect([stored(1), stored(2)]).toEqual([null, 2]);
    expect(page().querySelector('[role=status]')!.textContent).toContain('Usunięto 1 wiersz');
    expect(server.saves.flatMap(({ changes }) => changes).every(({ path }) => !path.includes(lineId(2)))).toBe(true);
  });

  it('begins a line for one’s own member, also below a line of another', async () => {
    await open(2, { ...lineValues(1) });
    await go(0, 3);
    await key('Enter', { ctrlKey: true });
    const added = Object.entries(server.values()).find(
      ([path, value]) => path.endsWith('.member') && value === memberId(2),
    );
    expect(added).toBeDefined();
    expect(text()).toContain('Sumy liczą tylko kompletne wiersze');
    expect(text()).toContain('1 wiersz jest jeszcze niekompletny');
  });

  it('keeps the wish to give a line away as a text, and gives nothing away', async () => {
    await open(2, { ...lineValues(2, { member: memberId(2) }) });
    await write(0, 4, 'Stowarzyszenie „Kompas”');
    expect(stored(2, 'member')).toBe(memberId(2));
    expect(text()).toContain('Do poprawy: 1 komórka.');
    expect(cell(0, 4).textContent).toContain('Nie piszesz za organizację: Stowarzyszenie „Kompas”.');
  });

  it('keeps what cannot be read in the sheet, shows it as such and lets it be mended to nought', async () => {
    await open(1, { ...lineValues(1, { quantity: { typed: 'dwa' } }) });
    expect(cell(0, 7).textContent).toContain('dwa');
    await write(0, 7, '0');
    expect(stored(1, 'quantity')).toBe(0);
    await write(0, 7, 'trzy');
    expect(stored(1, 'quantity')).toEqual({ typed: 'trzy' });
  });

  it('moves a line between lines of others by its own place alone', async () => {
    await open(1, {
      ...lineValues(1, { member: memberId(2) }),
      ...lineValues(2, { member: memberId(2) }),
      ...lineValues(3),
    });
    await go(2, 3);
    await key('ArrowUp', { altKey: true });
    expect(stored(3)).toBe(1.5);
    expect([stored(1), stored(2)]).toEqual([1, 2]);
    expect(cell(1, 3).textContent).toContain('pozycja 3');
  });

  it('takes in what somebody else writes meanwhile, and undo takes back only one’s own act', async () => {
    await open(1, TWO);
    await write(0, 3, 'moja pozycja');
    server.write(`budget.lines.${lineId(2)}.item`, 'cudza pozycja');
    await fixture.componentInstance.desk.sheet.refresh();
    await settle();
    expect(cell(1, 3).textContent).toContain('cudza pozycja');
    await go(0, 3);
    await key('z', { ctrlKey: true });
    expect(stored(1, 'item')).toBe('pozycja 1');
    expect(stored(2, 'item')).toBe('cudza pozycja');
  });

  const press = async (name: string) => {
    [...page().querySelectorAll('button')].find((each) => each.textContent!.includes(name))!.click();
    await settle();
  };
  const HEADS = 'Kategoria\tObszar\tUsługa\tPartner\tŹródło\tIlość\tCena\tUwagi księgowej\n';
  const importText = async (rows: string) => {
    await press('Wczytaj plik');
    page().querySelector('textarea')!.value = HEADS + rows;
    await press('Pokaż podgląd');
  };

  it('shows a table before it takes it: each fault with its row, column, value and way out', async () => {
    await open(2, { ...lineValues(1) });
    await importText('C1\tx\tanimacja\tM2\tZIT\t2\t10,00\t!\nC1\tx\tdruga\tM1\tZIT\tdwa\t10,00\t');
    expect(text()).toContain('2 wiersze, razem 20,00 zł.');
    expect(text()).toContain('Budżet nie ma kolumn: „Uwagi księgowej”. Ich treści nie wczytamy.');
    expect(text()).toContain('Wiersz 3, kolumna „Ilość”, „dwa”:');
    expect(text()).toContain('Wiersz 3, kolumna „Członek”, „Stowarzyszenie „Kompas””: Nie piszesz za organizację');
    expect(server.saves).toEqual([]);
    await press('Wczytaj 2 wiersze');
    const items = Object.entries(server.values()).filter(([path]) => path.endsWith('.item'));
    expect(items.map(([, value]) => value)).toEqual(['pozycja 1', 'SS_ANIMATION']);
    expect(text()).toContain('1 wiersz z błędami nie jest jeszcze liczony ani zapisany');
    expect(cell(2, 7).textContent).toContain('dwa');
  });

  it('replaces own lines by those of a table and leaves others’ where they are', async () => {
    await open(2, { ...lineValues(1), ...lineValues(2, { member: memberId(2) }) });
    await importText('C1\tx\tnowa\tM2\tZIT\t2\t10,00\t');
    page().querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
    await settle();
    await press('Wczytaj 1 wiersz');
    expect([stored(1), stored(2)]).toEqual([1, null]);
    expect(cell(1, 3).textContent).toContain('nowa');
  });

  it('is only read by who does not write for a member', async () => {
    server = new OfferServer(offerOf(1), TWO);
    const { offer } = server;
    await open(1, TWO);
    Object.assign(server.offer.me, { edits: false });
    await fixture.componentInstance.desk.take({ ...server.offer, me: { ...offer.me, edits: false } });
    await settle();
    expect(page().querySelector('zit-budget-tools')).toBeNull();
    expect(page().querySelector('[role=grid]')!.getAttribute('aria-readonly')).toBe('true');
  });
});
