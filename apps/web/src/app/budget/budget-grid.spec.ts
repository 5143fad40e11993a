import { Component, computed, inject, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { ChangeBudget, ConsortiumResponse } from '@zit/contracts';
import { OMT_2014, totals } from '@zit/domain';
import { ConsortiumStore } from '../consortium/consortium-store';
import { performBudget } from '../consortium/store/act';
import { BudgetGrid } from './budget-grid';
import { BudgetSheet } from './budget-sheet';
import { leftOf, widthOf } from './column-widths';
import { COLUMNS, budgetLines } from './sheet';
import { SOPOT_TSV, aLine, rows, sopotMembers } from './sheet.fixture';

/** The part of the store that the sheet asks, with the lines kept here. */
class StoreInHand {
  readonly facts = signal({
    id: 'k1',
    members: sopotMembers,
    lines: rows([aLine('a'), aLine('b'), aLine('c')]),
    catalogueAdditions: [],
    ruleSet: OMT_2014,
    may: { edit: true, issue: true, reason: null },
  } as unknown as ConsortiumResponse);
  readonly may = computed(() => this.facts().may);
  readonly sent: ChangeBudget[] = [];
  changeBudget(change: ChangeBudget): void {
    this.sent.push(change);
    this.facts.update((facts) => ({ ...facts, lines: performBudget(facts.lines, change) }));
  }
  saveNow(): void {}
}

@Component({
  selector: 'zit-host',
  imports: [BudgetGrid],
  providers: [BudgetSheet],
  template: '<zit-budget-grid [total]="total()" />',
})
class Host {
  readonly sheet = inject(BudgetSheet);
  readonly total = computed(() => totals(budgetLines(this.sheet.lines())).total);
}

describe('the budget as a grid', () => {
  let fixture: ComponentFixture<Host>;
  let store: StoreInHand;
  let sheet: BudgetSheet;
  const root = () => fixture.nativeElement as HTMLElement;
  const cell = (row: number, column: number) =>
    root().querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)!;
  const settle = async () => {
    await fixture.whenStable();
    fixture.detectChanges();
    await fixture.whenStable();
  };
  const press = async (key: string, more: KeyboardEventInit = {}) => {
    const target = document.activeElement ?? root();
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    await settle();
  };
  const editor = () => root().querySelector<HTMLInputElement>('zit-cell-editor input');
  const write = async (text: string) => {
    editor()!.value = text;
    editor()!.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
  };
  const pasteText = async (text: string) => {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { getData: () => text } });
    document.activeElement!.dispatchEvent(event);
    await settle();
  };

  beforeEach(async () => {
    store = new StoreInHand();
    TestBed.configureTestingModule({ providers: [{ provide: ConsortiumStore, useValue: store }] });
    fixture = TestBed.createComponent(Host);
    document.body.appendChild(root());
    sheet = fixture.componentInstance.sheet;
    await settle();
    cell(0, 1).focus();
  });
  afterEach(() => root().remove());

  it('is a grid for screen readers, with one cell in the tab order', () => {
    const grid = root().querySelector('[role=grid]')!;
    expect(grid.getAttribute('aria-rowcount')).toBe('5');
    expect(grid.getAttribute('aria-colcount')).toBe('12');
    expect(root().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    expect(cell(0, 0).getAttribute('role')).toBe('rowheader');
    expect(cell(2, 3).parentElement!.getAttribute('aria-rowindex')).toBe('4');
  });

  it('sums under the amounts: the sum is as wide as its column', () => {
    const amount = COLUMNS.indexOf('amountGrosze');
    const { style } = root().querySelector<HTMLElement>('.foot .sum')!;
    expect([style.insetInlineStart, style.inlineSize]).toEqual([`${leftOf(amount)}px`, `${widthOf(amount)}px`]);
  });

  it('is walked with arrows, Home, End and Ctrl', async () => {
    await press('ArrowDown');
    await press('ArrowRight');
    expect(document.activeElement).toBe(cell(1, 2));
    await press('End');
    expect(document.activeElement).toBe(cell(1, 11));
    await press('Home', { ctrlKey: true });
    expect(document.activeElement).toBe(cell(0, 0));
    await press('End', { ctrlKey: true });
    expect(document.activeElement).toBe(cell(2, 11));
    await press('PageUp');
    expect(document.activeElement).toBe(cell(0, 11));
  });

  it('writes by typing over, counts the amount at once and goes down with Enter', async () => {
    sheet.put({ row: 0, column: 7 });
    await settle();
    cell(0, 7).focus();
    await press('5');
    expect(editor()!.value).toBe('5');
    await write('5,5');
    await press('Enter');
    expect(cell(0, 9).textContent).toContain('550,00');
    expect(document.activeElement).toBe(cell(1, 7));
    expect(store.sent.at(-1)?.changed[0]).toMatchObject({ id: 'a', changes: { quantity: 5.5, amountGrosze: 55_000 } });
    expect(root().querySelector('.sum')!.textContent).toContain('950,00');
  });

  it('keeps the field of who types right after the click, before the page is drawn again', async () => {
    cell(1, 7).dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, button: 0 }));
    cell(1, 7).focus();
    cell(1, 7).dispatchEvent(new KeyboardEvent('keydown', { key: '7', bubbles: true, cancelable: true }));
    await settle();
    expect(document.activeElement).toBe(editor());
    await press('Tab');
    expect(document.activeElement).toBe(cell(1, 8));
    expect(cell(1, 7).textContent).toContain('7');
  });

  it('edits with F2, gives up with Escape, and Tab after writing goes on to the right', async () => {
    sheet.put({ row: 0, column: 8 });
    await settle();
    cell(0, 8).focus();
    await press('F2');
    expect(editor()!.value).toBe('100,00');
    await write('999');
    await press('Escape');
    expect(cell(0, 8).textContent).toContain('100,00');
    await press('F2');
    await write('200');
    await press('Tab');
    expect(document.activeElement).toBe(cell(0, 9));
    expect(store.sent).toHaveLength(1);
  });

  it('keeps what cannot be read in its cell with a sentence, and sends nothing', async () => {
    sheet.put({ row: 1, column: 8 });
    await settle();
    cell(1, 8).focus();
    await press('3');
    await write('330000.005');
    await press('Enter');
    expect(cell(1, 8).getAttribute('aria-invalid')).toBe('true');
    expect(cell(1, 8).textContent).toContain('330000.005');
    expect(cell(1, 8).textContent).toContain('ma więcej niż dwa miejsca po przecinku');
    expect(store.sent).toEqual([]);
    await press('z', { ctrlKey: true });
    expect(cell(1, 8).getAttribute('aria-invalid')).toBeNull();
  });

  it('chooses from a list by typing ahead', async () => {
    sheet.put({ row: 0, column: 4 });
    await settle();
    cell(0, 4).focus();
    await press('m');
    expect(editor()!.getAttribute('role')).toBe('combobox');
    await write('gmi');
    expect(root().querySelectorAll('[role=option]')).toHaveLength(1);
    await press('Enter');
    expect(cell(0, 4).textContent).toContain('Gmina Miasta Sopotu');
    expect(store.sent[0]?.changed[0]?.changes).toEqual({ member: 'M4' });
  });

  it('pastes the Sopot budget over the lines and comes back by Ctrl+Z', async () => {
    await press('Home', { ctrlKey: true });
    await pasteText(SOPOT_TSV);
    expect(root().querySelector('.sum')!.textContent).toContain('330\u00a0000,00');
    expect(store.facts().lines).toHaveLength(16);
    expect(sheet.message()).toContain('16 wierszy');
    await press('z', { ctrlKey: true });
    expect(store.facts().lines.map((line) => line.item)).toEqual(['pozycja a', 'pozycja b', 'pozycja c']);
    await press('y', { ctrlKey: true });
    expect(totals(store.facts().lines).total).toBe(33_000_000);
  });

  it('copies a block as a spreadsheet reads it', async () => {
    sheet.put({ row: 0, column: 7 });
    await settle();
    cell(0, 7).focus();
    await press('ArrowDown', { shiftKey: true });
    await press('ArrowRight', { shiftKey: true });
    let copied = '';
    const event = new Event('copy', { bubbles: true, cancelable: true });
    Object.assign(event, { clipboardData: { setData: (_: string, text: string) => (copied = text) } });
    document.activeElement!.dispatchEvent(event);
    expect(copied).toBe('2\t100,00\r\n2\t100,00');
  });

  it('adds, fills down, moves and deletes lines by keys', async () => {
    await press('Enter', { ctrlKey: true });
    expect(store.facts().lines).toHaveLength(4);
    await press('Delete', { ctrlKey: true });
    expect(store.facts().lines.map((line) => line.id)).toEqual(['a', 'b', 'c']);
    sheet.put({ row: 0, column: 3 });
    await settle();
    cell(0, 3).focus();
    await press('ArrowDown', { altKey: true });
    expect(store.facts().lines.map((line) => line.id)).toEqual(['b', 'a', 'c']);
    await press('ArrowDown', { shiftKey: true });
    await press('d', { ctrlKey: true });
    expect(store.facts().lines.map((line) => line.item)).toEqual(['pozycja b', 'pozycja a', 'pozycja a']);
  });

  it('shows what somebody else changed without losing the unread text', async () => {
    sheet.type({ row: 0, column: 7 }, 'abc');
    store.facts.update((facts) => ({
      ...facts,
      lines: facts.lines.map((line) => (line.id === 'b' ? { ...line, item: 'czyjeś' } : line)),
    }));
    await settle();
    expect(cell(1, 3).textContent).toContain('czyjeś');
    expect(cell(0, 7).textContent).toContain('abc');
  });

  it('draws only the rows in sight of five thousand', async () => {
    store.facts.update((facts) => ({
      ...facts,
      lines: rows(Array.from({ length: 5_000 }, (_, i) => aLine(`line-${i}`))),
    }));
    await settle();
    expect(root().querySelectorAll('zit-budget-row').length).toBeLessThan(60);
    cell(0, 1).focus();
    await press('End', { ctrlKey: true });
    expect(document.activeElement).toBe(cell(4_999, 11));
    sheet.type({ row: 4_999, column: 7 }, '7');
    await settle();
    expect(cell(4_999, 7).textContent).toContain('7');
  });
});
