import { Component, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { CallAnswers, EnterReasons } from '@zit/contracts';
import { answersPageWords as words, publicReasonsWords } from '@zit/words.pl/answers-page';
import { ErrorSummary, type FieldFault } from '../ui/error-summary';
import { newId } from '../ui/new-id';
import { problemOf } from '../ui/problem';
import { ProblemNotice } from '../ui/problem-notice';
import { AnswerHttp } from './answer-http';

const CHANNELS = ['POST', 'E_MAIL', 'IN_PERSON'] as const;
type Field = 'asker' | 'receivedOn' | 'channel' | 'offer' | 'text';
const NOTHING: Record<Field, string> = { asker: '', receivedOn: '', channel: 'POST', offer: '', text: '' };

/** Where the office writes down a request that came on paper, by mail or in person. */
@Component({
  selector: 'zit-entry-form',
  imports: [ErrorSummary, MatButton, ProblemNotice],
  template: `
    <form novalidate [attr.aria-label]="words.enter" (submit)="send($event)">
      <zit-error-summary [faults]="faults()" />
      @if (thrown(); as failure) {
        <zit-problem-notice [thrown]="failure" [retryable]="false" />
      }
      <label class="label" for="entry-asker">{{ words.asker }}</label>
      <input id="entry-asker" maxlength="300" [value]="typed().asker" (input)="type('asker', $event)" />
      <label class="label" for="entry-channel">{{ words.channelLabel }}</label>
      <select id="entry-channel" (change)="type('channel', $event)">
        @for (channel of channels; track channel) {
          <option [value]="channel" [selected]="channel === typed().channel">{{ words.channel[channel] }}</option>
        }
      </select>
      <label class="label" for="entry-receivedOn">{{ words.receivedOn }}</label>
      <input id="entry-receivedOn" type="date" [value]="typed().receivedOn" (input)="type('receivedOn', $event)" />
      <label class="label" for="entry-offer">{{ about.about }}</label>
      <select id="entry-offer" (change)="type('offer', $event)">
        <option value="">{{ about.whole }}</option>
        @for (offer of offers(); track offer.offer) {
          <option [value]="offer.offer">{{ offer.title }} ({{ offer.offer }})</option>
        }
      </select>
      <label class="label" for="entry-text">{{ about.text }}</label>
      <textarea
        id="entry-text"
        rows="4"
        maxlength="4000"
        [value]="typed().text"
        (input)="type('text', $event)"
      ></textarea>
      <p>
        <button matButton="outlined" type="submit" [disabled]="busy()">
          {{ busy() ? words.working : words.enterGo }}
        </button>
      </p>
    </form>
  `,
  styleUrl: '../sheet/_inputs.scss',
  styles: `
    input,
    select {
      margin-block-end: var(--zit-3);
    }
  `,
})
export class EntryForm {
  readonly call = input.required<string>();
  readonly offers = input.required<CallAnswers['offers']>();
  readonly entered = output();
  private readonly http = inject(AnswerHttp);
  private readonly snackBar = inject(MatSnackBar);
  private readonly summary = viewChild(ErrorSummary);
  protected readonly words = words;
  protected readonly about = publicReasonsWords;
  protected readonly channels = CHANNELS;
  protected readonly typed = signal(NOTHING);
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  private id = newId();

  protected type(field: Field, event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.typed.update((typed) => ({ ...typed, [field]: value }));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy()) return;
    this.faults.set(this.missing());
    if (this.faults().length > 0) return this.summary()?.focus();
    this.busy.set(true);
    this.thrown.set(null);
    try {
      const { asker, receivedOn, offer, text, channel } = this.typed();
      await this.http.enter(this.call(), {
        ...{ id: this.id, asker: asker.trim(), receivedOn, text: text.trim() },
        channel: channel as EnterReasons['channel'],
        ...(offer ? { offer } : {}),
      });
      this.id = newId();
      this.typed.set(NOTHING);
      this.snackBar.open(words.done, undefined, { duration: 5_000 });
      this.entered.emit();
    } catch (thrown) {
      this.refused(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private missing(): FieldFault[] {
    const { asker, receivedOn, text } = this.typed();
    const said: [boolean, FieldFault][] = [
      [asker.trim().length >= 2, { field: 'entry-asker', message: words.askerMissing }],
      [/^\d{4}-\d\d-\d\d$/.test(receivedOn), { field: 'entry-receivedOn', message: words.receivedMissing }],
      [text.trim().length >= 3, { field: 'entry-text', message: publicReasonsWords.missing }],
    ];
    return said.flatMap(([there, fault]) => (there ? [] : [fault]));
  }

  private refused(thrown: unknown): void {
    const { errors = [] } = problemOf(thrown);
    const faults = errors.map(({ pointer, message }) => ({ field: `entry-${pointer.slice(1)}`, message }));
    this.faults.set(faults);
    if (faults.length > 0) this.summary()?.focus();
    else this.thrown.set(thrown);
  }
}
