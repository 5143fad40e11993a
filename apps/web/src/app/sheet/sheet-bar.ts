import { Component, computed, effect, ElementRef, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { sheetWords } from '@zit/words.pl/sheet-page';
import { Icon } from '../ui/icon';
import { keepsFocus } from '../ui/keeps-focus';
import { SavedState } from '../ui/saved-state';
import { SheetStore } from './sheet-store';

/**
 * Whether all is saved, in words; what to do when it is not; and the way back and forth (outside of fields also Ctrl+Z
 * and Ctrl+Y). */
@Component({
  selector: 'zit-sheet-bar',
  imports: [Icon, MatButton, SavedState],
  template: `
    <zit-saved-state [saved]="store.saved()" />
    @if (!store.closed()) {
      <button
        matButton
        type="button"
        [attr.aria-label]="undoes()"
        disabledInteractive
        [disabled]="store.undoable() === null"
        (click)="undo()"
      >
        <zit-icon name="undo" /> {{ words.undo }}
      </button>
      @if (store.redoable(); as name) {
        <button matButton type="button" [attr.aria-label]="words.redoOf(name)" (click)="redo()">
          <zit-icon name="redo" /> {{ words.redo }}
        </button>
      }
    }
    @if (stuck()) {
      <button matButton="outlined" type="button" (click)="store.retry()">{{ words.retry }}</button>
    }
    @if (store.saving().is === 'refused') {
      <button matButton type="button" (click)="store.dropRefused()">{{ words.dropRefused }}</button>
      @if (refusals().length > 0) {
        <div class="why">
          <p>{{ words.refusedWhy }}</p>
          <ul>
            @for (message of refusals(); track message) {
              <li>{{ message }}</li>
            }
          </ul>
        </div>
      }
    }
    <span class="said" role="status">{{ said() }}</span>
  `,
  host: { '(document:keydown)': 'hear($event)' },
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--zit-1) var(--zit-3);
    }
    .why {
      flex-basis: 100%;
    }
    .why :is(p, ul) {
      margin: 0;
    }
    .said {
      color: var(--zit-ink-soft);
    }
  `,
})
export class SheetBar {
  protected readonly store = inject(SheetStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly words = sheetWords;
  protected readonly said = signal('');
  protected readonly stuck = computed(() => ['unreachable', 'refused'].includes(this.store.saving().is));
  protected readonly undoes = computed(() => {
    const name = this.store.undoable();
    // The word on the button is part of its name.
    return this.words.undoOf(name ?? this.words.nothingToUndo);
  });
  /** What the server says of each field that it refused. */
  protected readonly refusals = computed(() => {
    const saving = this.store.saving();
    return saving.is === 'refused' ? [...new Set(saving.problem.errors?.map(({ message }) => message))] : [];
  });

  constructor() {
    keepsFocus('button');
    // A place that was not taken is no choice to make, but nobody should look for what they moved.
    effect(() => {
      const unmoved = this.store.unmoved();
      untracked(() => {
        const names = unmoved.map((item) => this.store.named(item)).join(', ');
        if (names) this.said.set(sheetWords.unmoved(names));
      });
    });
  }

  protected undo(): void {
    this.said.set(this.store.undo());
  }

  /** The button goes away with the last step; the keyboard then goes to the one beside it. */
  protected redo(): void {
    this.said.set(this.store.redo());
    if (this.store.redoable() === null) this.host.querySelector<HTMLElement>('button')?.focus();
  }

  /** Inside a field the browser takes back what was typed there. */
  protected hear(event: KeyboardEvent): void {
    const { ctrlKey, metaKey, shiftKey, altKey, key, target } = event;
    const pressed = `${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`;
    if (!(ctrlKey || metaKey) || altKey || !['z', 'y', 'shift+z'].includes(pressed) || this.store.closed()) return;
    if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    if (pressed === 'z') this.undo();
    else this.said.set(this.store.redo());
  }
}
