import {
  ApplicationRef,
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { formatGrosze, formatZloty, type Finding, type Grosze } from '@zit/domain';
import { budgetWords, columnWords } from '@zit/words.pl/budget';
import { holds, isOneCell, moved, neighbour, same, stepped, type Bounds, type Place } from './block';
import { BudgetRow, type Editing } from './budget-row';
import { BudgetSheet } from './budget-sheet';
import type { Finished } from './cell-editor';
import { SHEET_WIDTH, TEMPLATE, leftOf, widthOf } from './column-widths';
import { shortcutOf } from './grid-keys';
import { HEAD_HEIGHT, besideRow, placeOf, rowsInSight, rowsOfPage, scrollTo, watchHeight } from './grid-sight';
import { COLUMNS } from './sheet';

/**
 * The sheet as a grid of our own: one cell takes part in the tab order, arrows lead, letters write. Only the rows
 * in sight (and the row of the cursor) are in the page, so five thousand lines scroll like fifty.
 */
@Component({
  selector: 'zit-budget-grid',
  imports: [BudgetRow],
  templateUrl: './budget-grid.html',
  styleUrl: './budget-grid.scss',
})
export class BudgetGrid {
  protected readonly sheet = inject(BudgetSheet);
  private readonly injector = inject(Injector);
  private readonly app = inject(ApplicationRef);
  readonly compact = input(true);
  /** The worst finding of each line number. */
  readonly findings = input<ReadonlyMap<string, Finding>>(new Map());
  readonly total = input.required<Grosze>();

  protected readonly words = budgetWords;
  protected readonly heads = COLUMNS.map((key) => ({ key, ...columnWords[key] }));
  protected readonly template = TEMPLATE;
  protected readonly width = SHEET_WIDTH;
  protected readonly headHeight = HEAD_HEIGHT;
  protected readonly amountLeft = leftOf(COLUMNS.indexOf('amountGrosze'));
  protected readonly amountWidth = widthOf(COLUMNS.indexOf('amountGrosze'));
  protected readonly formatGrosze = formatGrosze;
  protected readonly formatZloty = formatZloty;
  protected readonly rowHeight = computed(() => (this.compact() ? 32 : 44));
  protected readonly editing = signal<(Editing & { row: number }) | null>(null);
  /** After writing, Tab goes on to the next cell; before, and after Esc, it leaves the sheet. */
  private tabbing: { column: number } | null = null;
  private dragging = false;

  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  private readonly scrolled = signal(0);
  private readonly height = signal(600);

  protected readonly rows = computed(() => {
    const lines = this.sheet.lines();
    const numbers = this.sheet.numbers();
    const findings = this.findings();
    const window = { scrolled: this.scrolled(), height: this.height(), rowHeight: this.rowHeight() };
    return rowsInSight(window, lines.length, this.sheet.cursor().row).flatMap((index) => {
      const line = lines[index];
      const no = numbers[index] ?? null;
      return line ? [{ index, line, no, finding: (no && findings.get(no)) || null }] : [];
    });
  });
  /** The sentence about the cell under the cursor, placed below it (above it at the end of the sheet). */
  protected readonly note = computed(() => {
    const { row, column } = this.sheet.cursor();
    const line = this.sheet.lines()[row];
    const key = COLUMNS[column];
    const fault = line && key && key !== 'no' ? line.faults[key] : undefined;
    if (!fault || this.editing()) return null;
    return { text: fault.text, left: leftOf(column), ...besideRow(row, this.sheet.lines().length, this.rowHeight()) };
  });
  private selectedBlock = computed(() => (isOneCell(this.sheet.block()) ? null : this.sheet.block()));

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      destroyed.onDestroy(watchHeight(this.scroller().nativeElement, (height) => this.height.set(height)));
    });
  }

  /** Puts the keyboard on the cursor's cell and brings it into sight. */
  focusCell(): void {
    this.reveal(this.sheet.cursor());
    afterNextRender(() => this.takeFocus(), { injector: this.injector });
  }

  /** The same within the key that led here: the next key, however fast, finds its cell. */
  private focusNow(): void {
    this.reveal(this.sheet.cursor());
    this.app.tick();
    this.takeFocus();
  }

  /** A cell being written keeps the keyboard: who types right after a click must not lose the field again. */
  private takeFocus(): void {
    if (this.editing()) return;
    const { row, column } = this.sheet.cursor();
    const cell = this.scroller().nativeElement.querySelector<HTMLElement>(
      `[data-row="${row}"][data-column="${column}"]`,
    );
    cell?.focus({ preventScroll: true });
  }

  protected cursorIn(row: number): number | null {
    return this.sheet.cursor().row === row ? this.sheet.cursor().column : null;
  }

  protected selectedIn(row: number): { left: number; right: number } | null {
    const block = this.selectedBlock();
    return block && holds(block, row, block.left) ? block : null;
  }

  protected editingIn(row: number): Editing | null {
    const editing = this.editing();
    return editing?.row === row ? editing : null;
  }

  protected onScroll(): void {
    this.scrolled.set(this.scroller().nativeElement.scrollTop);
  }

  protected onKey(event: KeyboardEvent): void {
    if (this.editing() || event.isComposing) return;
    const { cursor } = this.sheet;
    if (event.key === 'Tab') return this.tab(event);
    const to = event.altKey ? null : moved(cursor(), event.key, event.ctrlKey || event.metaKey, this.bounds());
    if (to) {
      event.preventDefault();
      this.go(to, event.shiftKey);
      return;
    }
    const shortcut = shortcutOf(event);
    if (!shortcut) return;
    if (shortcut.act === 'letter') return this.beginByLetter(event, shortcut.letter);
    event.preventDefault();
    event.stopPropagation(); // A page around it may take back steps of its own with the same keys.
    this.run(shortcut.act);
  }

  protected onCopy(event: ClipboardEvent, cut = false): void {
    if (this.editing() || this.sheet.lines().length === 0) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', this.sheet.copy());
    if (cut && this.sheet.mayEdit()) this.sheet.clear();
  }

  protected onPaste(event: ClipboardEvent): void {
    if (this.editing() || !this.sheet.mayEdit()) return;
    event.preventDefault();
    this.sheet.pasteText(event.clipboardData?.getData('text/plain') ?? '');
    this.focusCell();
  }

  protected onPointerDown(event: PointerEvent): void {
    const place = placeOf(event);
    if (!place || event.button !== 0 || this.isEditing(place)) return;
    const again = event.pointerType === 'touch' && same(place, this.sheet.cursor());
    this.sheet.put(place, event.shiftKey);
    if (COLUMNS[place.column] === 'no') {
      this.sheet.anchor.update((anchor) => ({
        row: event.shiftKey ? anchor.row : place.row,
        column: COLUMNS.length - 1,
      }));
    }
    this.tabbing = null;
    this.dragging = event.pointerType === 'mouse';
    // A second touch of the same cell writes in it: a phone has no letters to begin with.
    if (again) this.begin(null);
    else this.focusCell();
  }

  protected onPointerMove(event: PointerEvent): void {
    if (!this.dragging || event.buttons !== 1) return;
    const place = placeOf(event);
    if (place && !same(place, this.sheet.cursor())) this.sheet.put(place, true);
  }

  protected onPointerUp(): void {
    if (this.dragging && !isOneCell(this.sheet.block())) this.focusCell();
    this.dragging = false;
  }

  protected onDoubleClick(event: MouseEvent): void {
    const place = placeOf(event);
    if (place && !this.isEditing(place)) this.begin(null);
  }

  protected onFocusOut(event: FocusEvent): void {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !this.scroller().nativeElement.contains(to)) this.tabbing = null;
  }

  protected finish(finished: Finished): void {
    const editing = this.editing();
    if (!editing) return;
    const from = { row: editing.row, column: editing.column };
    this.editing.set(null);
    this.sheet.type(from, finished.typed);
    this.goOn(from, finished.go);
  }

  protected drop(): void {
    this.editing.set(null);
    this.tabbing = null;
    this.focusNow();
  }

  private goOn(from: Place, go: Finished['go']): void {
    if (go === 'stay') {
      // The pointer may already have chosen another place; the keyboard stays with it.
      if (same(this.sheet.cursor(), from)) this.focusCell();
      return;
    }
    if (go === 'next' || go === 'previous') {
      this.tabbing ??= { column: from.column };
      return this.go(neighbour(from, go === 'next' ? 1 : -1, this.bounds()) ?? from);
    }
    if (go === 'down' && this.tabbing) {
      return this.go(stepped({ row: from.row, column: this.tabbing.column }, 'down', this.bounds()));
    }
    this.go(stepped(from, go, this.bounds()));
  }

  private tab(event: KeyboardEvent): void {
    if (!this.tabbing) return;
    const to = neighbour(this.sheet.cursor(), event.shiftKey ? -1 : 1, this.bounds());
    if (!to) return;
    event.preventDefault();
    this.go(to);
  }

  private run(act: Exclude<ReturnType<typeof shortcutOf>, null | { act: 'letter' }>['act']): void {
    if (act === 'leave') {
      this.tabbing = null;
      this.sheet.put(this.sheet.cursor());
      return;
    }
    if (act === 'all') {
      this.sheet.anchor.set({ row: 0, column: 0 });
      this.sheet.cursor.set({ row: Math.max(0, this.sheet.lines().length - 1), column: COLUMNS.length - 1 });
      return;
    }
    if (act === 'down' || act === 'up') return this.goOn(this.sheet.cursor(), act);
    if (!this.sheet.mayEdit()) return;
    if (act === 'edit') return this.begin(null);
    if (act === 'moveUp' || act === 'moveDown') this.sheet.move(act === 'moveUp' ? -1 : 1);
    else this.sheet[act]();
    this.focusNow();
  }

  private beginByLetter(event: KeyboardEvent, letter: string): void {
    if (!this.sheet.mayEdit()) return;
    event.preventDefault();
    this.begin(letter === ' ' ? null : letter);
  }

  private begin(letter: string | null): void {
    const { row, column } = this.sheet.cursor();
    if (!this.sheet.mayEdit() || COLUMNS[column] === 'no' || !this.sheet.lines()[row]) return;
    const closed = this.sheet.closedAt(row);
    if (closed !== null) return this.sheet.message.set(closed);
    this.sheet.put({ row, column });
    this.reveal({ row, column });
    this.editing.set({ row, column, letter });
    // The field is there and has the keyboard before the next letter comes.
    this.app.tick();
  }

  private go(place: Place, extend = false): void {
    this.sheet.put(place, extend);
    this.focusNow();
  }

  private isEditing(place: Place): boolean {
    const editing = this.editing();
    return editing !== null && same(editing, place);
  }

  private bounds(): Bounds {
    const page = rowsOfPage({ height: this.height(), rowHeight: this.rowHeight() });
    return { rows: this.sheet.lines().length, columns: COLUMNS.length, page };
  }

  private reveal(place: Place): void {
    const scroller = this.scroller().nativeElement;
    scrollTo(scroller, place, this.rowHeight());
    this.scrolled.set(scroller.scrollTop);
  }
}
