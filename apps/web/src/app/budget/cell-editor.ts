import { Component, ElementRef, afterNextRender, computed, input, output, signal, viewChild } from '@angular/core';
import { budgetWords, columnWords } from '@zit/words.pl/budget';
import type { Choice, ChoiceList } from './choices';
import type { FieldKey } from './sheet';

/** How an edit ended and where the cursor goes next. */
export interface Finished {
  typed: string;
  go: 'down' | 'up' | 'next' | 'previous' | 'left' | 'right' | 'stay';
}

/**
 * The field inside a cell that is being written: text, or text with a list under it that narrows while one types.
 * Enter and Tab finish, Esc gives up; started by a letter, arrows finish too, as spreadsheets do.
 */
@Component({
  selector: 'zit-cell-editor',
  templateUrl: './cell-editor.html',
  styleUrl: './cell-editor.scss',
})
export class CellEditor {
  readonly column = input.required<FieldKey>();
  readonly text = input.required<string>();
  /** Begun by typing over the cell, not by F2. */
  readonly fresh = input(false);
  readonly list = input<ChoiceList | null>(null);
  /** The value must come from the list. */
  readonly strict = input(false);
  readonly finished = output<Finished>();
  readonly dropped = output<void>();

  protected readonly words = columnWords;
  protected readonly listName = budgetWords.suggestions;
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly typed = signal<string | null>(null);
  private readonly picked = signal<number | null>(null);
  private over = false;

  protected readonly options = computed<Choice[]>(() => {
    const list = this.list();
    if (!list) return [];
    const typed = this.typed() ?? (this.fresh() ? this.text() : '');
    return list.matching(typed).slice(0, MOST_OPTIONS);
  });
  /** In a strict list the best match is taken by Enter; a suggestion has to be chosen. */
  protected readonly active = computed(() => {
    const picked = this.picked();
    if (picked !== null) return Math.min(picked, this.options().length - 1);
    if (!this.strict() || this.options().length === 0) return -1;
    if (this.typed() !== null || this.fresh()) return 0;
    return this.options().findIndex((option) => this.list()?.recognise(this.text()) !== null && this.isNow(option));
  });
  protected readonly activeId = computed(() => (this.active() >= 0 ? `cell-option-${this.active()}` : null));
  protected readonly place = signal({ left: 0, top: 0, width: 0, above: false });

  constructor() {
    afterNextRender(() => {
      const field = this.field().nativeElement;
      field.value = this.text();
      field.focus({ preventScroll: true });
      if (!this.fresh()) field.select();
      const box = field.getBoundingClientRect();
      const above = box.bottom + LIST_HEIGHT > window.innerHeight && box.top > LIST_HEIGHT;
      this.place.set({
        left: box.left,
        top: above ? window.innerHeight - box.top : box.bottom,
        width: box.width,
        above,
      });
    });
  }

  protected write(): void {
    this.typed.set(this.field().nativeElement.value);
    this.picked.set(null);
  }

  protected key(event: KeyboardEvent): void {
    // While a composed letter is being made, keys belong to it.
    if (event.isComposing) return;
    event.stopPropagation();
    const go = this.direction(event);
    if (event.key === 'Escape') {
      event.preventDefault();
      this.over = true;
      this.dropped.emit();
    } else if (this.options().length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (go) {
      event.preventDefault();
      this.finish(go);
    }
  }

  protected choose(event: Event, index: number): void {
    event.preventDefault();
    this.picked.set(index);
    this.finish('stay');
  }

  /** Leaving the cell keeps what was typed. */
  protected leave(): void {
    this.finish('stay');
  }

  private direction(event: KeyboardEvent): Finished['go'] | null {
    if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down';
    if (event.key === 'Tab') return event.shiftKey ? 'previous' : 'next';
    if (!this.fresh() || event.shiftKey) return null;
    const arrows = { ArrowDown: 'down', ArrowUp: 'up', ArrowLeft: 'left', ArrowRight: 'right' } as const;
    return event.key in arrows ? arrows[event.key as keyof typeof arrows] : null;
  }

  private step(by: 1 | -1): void {
    const count = this.options().length;
    this.picked.set((this.active() + by + count) % count);
  }

  private finish(go: Finished['go']): void {
    if (this.over) return;
    this.over = true;
    const typed = this.field().nativeElement.value;
    const untouched = this.typed() === null && this.picked() === null && !this.fresh();
    const option =
      untouched || (this.strict() && typed.trim() === '' && this.picked() === null)
        ? undefined
        : this.options()[this.active()];
    const exact = this.picked() === null && this.strict() ? this.list()?.recognise(typed) : null;
    const value = exact && exact !== 'ambiguous' ? exact.value : option?.value;
    this.finished.emit({ typed: value ?? typed, go });
  }

  private isNow(option: Choice): boolean {
    const now = this.list()?.recognise(this.text());
    return now !== null && now !== undefined && now !== 'ambiguous' && now.value === option.value;
  }
}

/** More than fit on the list at once are found faster by another letter. */
const MOST_OPTIONS = 60;
const LIST_HEIGHT = 280;
