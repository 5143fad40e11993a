import { Component, computed, inject, input, output, signal } from '@angular/core';
import { sheetWords } from '@zit/words.pl/sheet-page';
import { SheetStore } from './sheet-store';
import { isTwice, momentText, readMoment, SEASONS, type Season, type TypedMoment } from './typed-moment';

const EMPTY: TypedMoment = { date: '', time: '', season: null };

/** Day and hour in Polish time; in the night when clocks go back it asks which of the two hours is meant. */
@Component({
  selector: 'zit-moment-fields',
  template: `
    <fieldset [attr.aria-describedby]="describedBy()" (focusout)="leave($event)">
      <legend>{{ label() }}</legend>
      <div class="two">
        <label>
          <span>{{ words.date }}</span>
          <input
            type="date"
            [id]="id()"
            [value]="now().date"
            [attr.aria-invalid]="invalid() ? true : null"
            (input)="isBad($event) || take({ date: valueOf($event) })"
          />
        </label>
        <label>
          <span>{{ words.time }}</span>
          <input
            type="time"
            [value]="now().time"
            [attr.aria-invalid]="invalid() ? true : null"
            (input)="isBad($event) || take({ time: valueOf($event) })"
          />
        </label>
        <span class="zone">{{ words.zone }}</span>
      </div>
      @if (bad()) {
        <p class="bad" role="alert">{{ words.bad }}</p>
      }
      @if (twice()) {
        <div class="which" role="radiogroup" [attr.aria-labelledby]="id() + '-which'">
          <p [id]="id() + '-which'">{{ words.which(now().time) }}</p>
          @for (season of seasons; track season; let first = $first) {
            <label class="tick">
              <input
                type="radio"
                [name]="id() + '-season'"
                [checked]="now().season === season"
                (change)="choose(season)"
              />
              <span>{{ first ? words.first : words.second }}</span>
            </label>
          }
        </div>
      }
    </fieldset>
  `,
  styleUrl: './moment-fields.scss',
})
export class MomentFields {
  readonly id = input.required<string>();
  readonly label = input.required<string>();
  /** As `typedText` writes a moment, or as it was typed. */
  readonly text = input.required<string>();
  readonly describedBy = input<string | null>(null);
  readonly invalid = input(false);
  readonly typed = output<string>();

  private readonly store = inject(SheetStore);
  protected readonly words = sheetWords.moment;
  protected readonly seasons = SEASONS;
  protected readonly now = computed(() => readMoment(this.text()) ?? EMPTY);
  protected readonly twice = computed(() => isTwice(this.now()));

  /** The browser's own fields show what they cannot read, and do not say it. */
  protected readonly bad = signal(false);

  protected isBad(event: Event): boolean {
    return (event.target as HTMLInputElement).validity.badInput;
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected take(part: Partial<TypedMoment>): void {
    // Another hour is another question: the old answer to it does not hold.
    this.typed.emit(momentText({ ...this.now(), season: null, ...part }));
  }

  protected choose(season: Season): void {
    this.take({ season });
  }

  protected leave({ currentTarget, relatedTarget }: FocusEvent): void {
    const host = currentTarget as HTMLElement;
    const inputs = [...host.querySelectorAll<HTMLInputElement>('input')];
    this.bad.set(inputs.some(({ validity }) => validity.badInput));
    if (!host.contains(relatedTarget as Node | null)) this.store.saveNow();
  }
}
