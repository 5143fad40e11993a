import { Component, inject, input, output, signal, viewChild, type ElementRef } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { questionWords } from '@zit/words.pl/call-page';
import { newId } from '../../ui/new-id';
import { problemOf } from '../../ui/problem';
import { ProblemNotice } from '../../ui/problem-notice';
import { CallHttp } from '../call-http';

/** The contract's lower bound of a question. */
const SHORTEST = 5;

/** Where somebody who is signed in asks about a call. */
@Component({
  selector: 'zit-ask-question',
  imports: [MatButton, ProblemNotice],
  template: `
    @if (thrown(); as failure) {
      <zit-problem-notice [thrown]="failure" [retryable]="false" />
    }
    <form (submit)="ask($event)" novalidate>
      <label class="label" for="question-text">{{ words.text }}</label>
      <p class="soft" id="question-help">{{ words.askLead }}</p>
      <textarea
        #typed
        id="question-text"
        rows="3"
        maxlength="4000"
        aria-describedby="question-help question-fault"
        [attr.aria-invalid]="fault() ? true : null"
        [value]="text()"
        (input)="type($event)"
      ></textarea>
      <p class="fault" id="question-fault" role="status">{{ fault() }}</p>
      <button matButton="filled" type="submit">{{ words.send }}</button>
    </form>
  `,
  styleUrls: ['../../sheet/_inputs.scss', './questions.scss'],
})
export class AskQuestion {
  readonly call = input.required<string>();
  readonly asked = output();
  private readonly http = inject(CallHttp);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = questionWords;
  protected readonly text = signal('');
  protected readonly fault = signal<string | null>(null);
  protected readonly thrown = signal<unknown>(null);
  private readonly typed = viewChild.required<ElementRef<HTMLTextAreaElement>>('typed');
  private busy = false;
  /** Made for each question anew: a repeated request asks no second time. */
  private id = newId();

  protected type(event: Event): void {
    this.text.set((event.target as HTMLTextAreaElement).value);
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text().trim();
    if (this.busy) return;
    this.refuse(text.length < SHORTEST ? questionWords.tooShort : null);
    if (this.fault()) return;
    this.busy = true;
    this.thrown.set(null);
    try {
      await this.http.ask(this.call(), { id: this.id, text });
      this.id = newId();
      this.text.set('');
      this.snackBar.open(questionWords.sent, undefined, { duration: 5_000 });
      this.asked.emit();
    } catch (thrown) {
      // What is wrong with the text is said at the text.
      const wrong = problemOf(thrown).errors?.find(({ pointer }) => pointer === '/text');
      if (wrong) this.refuse(wrong.message);
      else this.thrown.set(thrown);
    } finally {
      this.busy = false;
    }
  }

  private refuse(fault: string | null): void {
    this.fault.set(fault);
    if (fault) this.typed().nativeElement.focus();
  }
}
