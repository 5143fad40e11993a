import { Component, computed, effect, input, output, signal, viewChild } from '@angular/core';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';

/** What a reader makes of typed text: a value, or the sentence that says what is wrong. */
export type Reading<T> = { ok: true; value: T } | { ok: false; text: string };

let made = 0;

/**
 * A field that saves as one types. Good text goes out at every key; what cannot be read stays as typed, with its
 * sentence, and is never saved.
 */
@Component({
  selector: 'zit-saved-field',
  imports: [MatError, MatFormField, MatHint, MatInput, MatLabel],
  template: `
    <mat-form-field appearance="outline">
      <mat-label>{{ label() }}</mat-label>
      @if (rows() > 1) {
        <textarea
          matInput
          [rows]="rows()"
          [id]="fieldId()"
          [value]="shown()"
          [readonly]="readonly()"
          [errorStateMatcher]="matcher"
          (input)="take($event)"
          (blur)="leave()"
        ></textarea>
      } @else {
        <input
          matInput
          autocomplete="off"
          [class.number]="numeric()"
          [attr.inputmode]="numeric() ? 'numeric' : null"
          [type]="type()"
          [id]="fieldId()"
          [value]="shown()"
          [readonly]="readonly()"
          [errorStateMatcher]="matcher"
          (input)="take($event)"
          (blur)="leave()"
        />
      }
      @if (hint(); as hint) {
        <mat-hint>{{ hint }}</mat-hint>
      }
      @if (fault(); as fault) {
        <mat-error>{{ fault }}</mat-error>
      }
    </mat-form-field>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class SavedField<T> {
  readonly label = input.required<string>();
  readonly value = input.required<T>();
  /** From the value to its text; plain text as it stands when nothing is given. */
  readonly write = input<(value: T) => string>((value) => (value === null ? '' : String(value)));
  readonly read = input.required<(text: string) => Reading<T>>();
  readonly hint = input<string>();
  readonly type = input<'text' | 'date'>('text');
  readonly numeric = input(false);
  readonly rows = input(1);
  readonly readonly = input(false);
  readonly fieldId = input(`zit-saved-${++made}`);
  readonly typed = output<T>();

  /** What the person is typing; null while the value itself is shown. */
  private readonly draft = signal<string | null>(null);
  private readonly field = viewChild(MatInput);
  protected readonly shown = computed(() => this.draft() ?? this.write()(this.value()));
  private readonly unread = computed(() => {
    const draft = this.draft();
    const reading = draft === null ? null : this.read()(draft);
    return reading && !reading.ok ? reading.text : null;
  });
  /** A complaint waits for the end of typing and goes away as soon as the text is good. */
  private readonly complains = signal(false);
  protected readonly fault = computed(() => (this.complains() ? this.unread() : null));
  protected readonly matcher = { isErrorState: () => this.fault() !== null };

  constructor() {
    // Material looks at its matcher by itself only for fields of a form.
    effect(() => {
      this.fault();
      this.field()?.updateErrorState();
    });
  }

  protected take(event: Event): void {
    const text = (event.target as HTMLInputElement | HTMLTextAreaElement).value;
    this.draft.set(text);
    const reading = this.read()(text);
    if (reading.ok) {
      this.complains.set(false);
      this.typed.emit(reading.value);
    }
  }

  protected leave(): void {
    this.complains.set(this.unread() !== null);
    if (!this.complains()) {
      this.draft.set(null);
    }
  }
}
