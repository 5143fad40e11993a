import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { AppealEffect } from '@zit/contracts';
import { answersPageWords as words } from '@zit/words.pl/answers-page';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { newId } from '../ui/new-id';
import { ProblemNotice } from '../ui/problem-notice';
import { AnswerHttp } from './answer-http';

const EFFECTS = ['SCORES', 'FORMAL', 'NONE'] as const;

/** Where the executive's decision about an appeal is written down, with what it opens. */
@Component({
  selector: 'zit-decision-form',
  imports: [ErrorSummary, MatButton, ProblemNotice],
  template: `
    <form novalidate [attr.aria-label]="words.decide" (submit)="send($event)">
      <zit-error-summary [faults]="faults()" />
      @if (thrown(); as failure) {
        <zit-problem-notice [thrown]="failure" [retryable]="false" />
      }
      <fieldset>
        <legend>{{ words.decide }}</legend>
        <label class="tick">
          <input type="radio" [id]="key('upheld')" [name]="key('verdict')" (change)="upheld.set(true)" />
          <span>{{ words.upheld }}</span>
        </label>
        <label class="tick">
          <input type="radio" [name]="key('verdict')" (change)="upheld.set(false)" />
          <span>{{ words.dismissed }}</span>
        </label>
      </fieldset>
      @if (upheld()) {
        <fieldset>
          <legend>{{ words.effect }}</legend>
          @for (effect of effects; track effect) {
            <label class="tick">
              <input
                type="radio"
                [id]="key(effect)"
                [name]="key('effect')"
                [checked]="chosen() === effect"
                (change)="chosen.set(effect)"
              />
              <span>{{ words.effects[effect] }}</span>
            </label>
          }
        </fieldset>
      }
      <label class="label" [for]="key('reasons')">{{ words.reasons }}</label>
      <textarea
        rows="4"
        maxlength="20000"
        [id]="key('reasons')"
        [value]="reasons()"
        (input)="type(reasons, $event)"
      ></textarea>
      <label class="label" [for]="key('basis')">{{ words.basis }}</label>
      <p class="soft" [id]="key('help')">{{ words.basisHelp }}</p>
      <input
        maxlength="1000"
        [id]="key('basis')"
        [attr.aria-describedby]="key('help')"
        [value]="basis()"
        (input)="type(basis, $event)"
      />
      <p>
        <button matButton="filled" type="submit" [disabled]="busy()">
          {{ busy() ? words.working : words.decideGo }}
        </button>
      </p>
    </form>
  `,
  styleUrl: '../sheet/_inputs.scss',
  styles: `
    fieldset {
      margin: 0 0 var(--zit-3);
      padding: 0;
      border: 0;
    }
    textarea,
    input:not([type='radio']) {
      margin-block-end: var(--zit-3);
    }
  `,
})
export class DecisionForm {
  readonly call = input.required<string>();
  readonly appeal = input.required<string>();
  readonly decided = output();
  private readonly http = inject(AnswerHttp);
  private readonly snackBar = inject(MatSnackBar);
  private readonly summary = viewChild(ErrorSummary);
  protected readonly words = words;
  protected readonly effects = EFFECTS;
  protected readonly upheld = signal<boolean | null>(null);
  protected readonly chosen = signal<AppealEffect | null>(null);
  protected readonly reasons = signal('');
  protected readonly basis = signal('');
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  private readonly id = newId();

  protected key(field: string): string {
    return `decision-${field}-${this.appeal()}`;
  }

  protected type(of: typeof this.reasons, event: Event): void {
    of.set((event.target as HTMLInputElement).value);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.faults.set(this.missing());
    if (this.faults().length > 0) return this.summary()?.focus();
    this.busy.set(true);
    this.thrown.set(null);
    try {
      const upheld = this.upheld() === true;
      await this.http.decide(this.call(), this.appeal(), {
        ...{ id: this.id, upheld, effect: upheld ? (this.chosen() ?? 'NONE') : 'NONE' },
        ...{ reasons: this.reasons().trim(), basis: this.basis().trim() },
      });
      this.snackBar.open(words.done, undefined, { duration: 5_000 });
      this.decided.emit();
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private missing(): FieldFault[] {
    const said: [boolean, FieldFault][] = [
      [this.upheld() !== null, { field: this.key('upheld'), message: words.choose }],
      [this.upheld() !== true || this.chosen() !== null, { field: this.key('SCORES'), message: words.chooseEffect }],
      [this.reasons().trim().length >= 3, { field: this.key('reasons'), message: words.reasonsMissing }],
      [this.basis().trim().length >= 3, { field: this.key('basis'), message: words.basisMissing }],
    ];
    return said.flatMap(([there, fault]) => (there ? [] : [fault]));
  }
}
