import { Component, DestroyRef, inject, input, linkedSignal, model } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { frameWords } from '@zit/words.pl/frame';
import { Icon } from './icon';

/** Long enough that a word is not asked letter by letter, short enough to feel live. */
const TYPING_PAUSE_MS = 250;

/** What a list is searched for: `text` changes after a pause in typing, or at once by Enter. More filters are projected. */
@Component({
  selector: 'zit-search-box',
  imports: [Icon, MatFormField, MatHint, MatIconButton, MatInput, MatLabel, MatSuffix],
  template: `
    <form role="search" (submit)="$event.preventDefault(); search()">
      <mat-form-field appearance="outline">
        <mat-label>{{ label() }}</mat-label>
        <input
          #box
          matInput
          type="text"
          enterkeyhint="search"
          autocomplete="off"
          maxlength="100"
          [value]="typed()"
          (input)="type(box.value)"
        />
        @if (text()) {
          <button
            matIconButton
            matSuffix
            type="button"
            [attr.aria-label]="words.clearSearch"
            [title]="words.clearSearch"
            (click)="typed.set(''); search(); box.focus()"
          >
            <zit-icon name="close" />
          </button>
        }
        <mat-hint>{{ hint() }}</mat-hint>
      </mat-form-field>
      <ng-content />
    </form>
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 480px;
    }
    form {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
      gap: var(--zit-2) var(--zit-4);
      align-items: start;
    }
  `,
  host: { class: 'screen-only' },
})
export class SearchBox {
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly text = model('');

  protected readonly words = frameWords;
  /** What stands in the box; a blank at its end waits there for the next word. */
  protected readonly typed = linkedSignal<string, string>({
    source: this.text,
    computation: (text, previous) => (previous?.value.trim() === text ? previous.value : text),
  });
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.typing));
  }

  protected type(typed: string): void {
    this.typed.set(typed);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.search(), TYPING_PAUSE_MS);
  }

  protected search(): void {
    clearTimeout(this.typing);
    this.text.set(this.typed().trim());
  }
}
