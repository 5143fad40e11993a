import { Component, computed, effect, input, model, output, signal, untracked, viewChild } from '@angular/core';
import { MatError, MatFormField, MatHint, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { formatGrosze, parseGrosze, type Grosze } from '@zit/domain';
import { moneyFieldWords } from '@zit/words.pl/frame';

/**
 * Złote as people write them, whole grosze inside. What cannot be read stays as typed with a sentence beneath;
 * `grosze` then keeps its last good value and `committed` stays silent, so nothing wrong is ever saved.
 */
@Component({
  selector: 'zit-money-field',
  imports: [MatError, MatFormField, MatHint, MatInput, MatLabel, MatSuffix],
  template: `
    <mat-form-field appearance="outline">
      <mat-label>{{ label() }}</mat-label>
      <input
        matInput
        class="number"
        inputmode="decimal"
        autocomplete="off"
        [id]="fieldId()"
        [value]="text()"
        [readonly]="readonly()"
        (input)="type($event)"
        (blur)="commit()"
        (keydown.enter)="commit()"
      />
      <span matTextSuffix>&nbsp;{{ words.unit }}</span>
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
export class MoneyField {
  private static made = 0;

  readonly label = input.required<string>();
  readonly grosze = model.required<Grosze | null>();
  readonly hint = input<string>();
  /** A sentence from outside (a rule, the server); the field's own reading fault goes before it. */
  readonly error = input<string | null>(null);
  readonly required = input(false);
  readonly readonly = input(false);
  readonly fieldId = input(`zit-money-${++MoneyField.made}`);
  /** The person is done with the field and the value can be read (null: emptied). */
  readonly committed = output<Grosze | null>();

  protected readonly words = moneyFieldWords;
  protected readonly text = signal('');
  private readonly unread = signal<string | null>(null);
  protected readonly fault = computed(() => this.unread() ?? this.error());
  private readonly box = viewChild.required(MatInput);
  private dirty = false;

  constructor() {
    effect(() => {
      const grosze = this.grosze();
      // A value that comes from outside replaces the text, unless the person is in the middle of typing.
      if (!untracked(() => this.dirty)) this.show(grosze);
    });
    effect(() => {
      // Without a form control Material does not ask for errors, so it is told.
      const box = this.box();
      box.errorState = this.fault() !== null;
      box.stateChanges.next();
    });
  }

  protected type(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.dirty = true;
    this.text.set(text);
    // While typing, an old complaint goes away as soon as the text is good; a new one waits for the blur.
    // The value waits too: half of an amount is another amount.
    if (this.read(text).fault === null) this.unread.set(null);
  }

  protected commit(): void {
    if (!this.dirty) return;
    const read = this.read(this.text());
    this.unread.set(read.fault);
    if (read.fault !== null) return;
    this.dirty = false;
    this.grosze.set(read.value);
    this.show(read.value);
    this.committed.emit(read.value);
  }

  private show(grosze: Grosze | null): void {
    this.text.set(grosze === null ? '' : formatGrosze(grosze));
    this.unread.set(null);
  }

  private read(text: string): { value: Grosze | null; fault: string | null } {
    const parsed = parseGrosze(text);
    if (parsed.ok) return { value: parsed.value, fault: null };
    if (parsed.fault === 'EMPTY' && !this.required()) return { value: null, fault: null };
    return { value: null, fault: parsed.text };
  }
}
