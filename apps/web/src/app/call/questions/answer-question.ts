import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { CallQuestion } from '@zit/contracts';
import { questionWords } from '@zit/words.pl/call-page';
import { problemOf } from '../../ui/problem';
import { ProblemNotice } from '../../ui/problem-notice';
import { TakesFocus } from '../../ui/takes-focus';
import { CallHttp } from '../call-http';

/**
 * Where who writes a call answers a question, or corrects the answer. What somebody else answered meanwhile is shown
 * beside one's own text; sending once more is then a choice.
 */
@Component({
  selector: 'zit-answer-question',
  imports: [MatButton, ProblemNotice, TakesFocus],
  template: `
    @if (thrown(); as failure) {
      <zit-problem-notice [thrown]="failure" [retryable]="false" />
    }
    <form (submit)="send($event)" novalidate>
      @if (theirs(); as other) {
        <div class="theirs" role="alert">
          <p>
            <strong>{{ words.meanwhile }}</strong>
          </p>
          <p class="answer">{{ other.answer }}</p>
          <p class="soft">{{ words.meanwhileWay }}</p>
        </div>
      }
      <label class="label" [for]="'answer-' + question().id">{{ words.answerText }}</label>
      @if (question().answer !== null) {
        <p class="soft">{{ words.correctLead }}</p>
      }
      <textarea
        zitTakesFocus
        [id]="'answer-' + question().id"
        rows="4"
        maxlength="8000"
        [attr.aria-invalid]="fault() ? true : null"
        [attr.aria-describedby]="'fault-' + question().id"
        [value]="text()"
        (input)="type($event)"
      ></textarea>
      <p class="fault" [id]="'fault-' + question().id" role="status">{{ fault() }}</p>
      <button matButton="filled" type="submit">
        {{ theirs() ? words.replace : question().answer === null ? words.answerSend : words.correctSend }}
      </button>
      <button matButton type="button" (click)="left.emit()">{{ words.leave }}</button>
    </form>
  `,
  styleUrls: ['../../sheet/_inputs.scss', './questions.scss'],
})
export class AnswerQuestion {
  readonly call = input.required<string>();
  readonly question = input.required<CallQuestion>();
  readonly answered = output();
  /** The person thought better of it. */
  readonly left = output();
  private readonly http = inject(CallHttp);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = questionWords;
  protected readonly text = linkedSignal(() => this.question().answer ?? '');
  /** The answer that somebody gave since this form was opened; what is sent next replaces it. */
  protected readonly theirs = signal<CallQuestion | null>(null);
  protected readonly fault = signal<string | null>(null);
  protected readonly thrown = signal<unknown>(null);
  private busy = false;

  protected type(event: Event): void {
    this.text.set((event.target as HTMLTextAreaElement).value);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text().trim();
    this.fault.set(text === '' ? questionWords.answerMissing : null);
    if (this.fault() || this.busy) return;
    this.busy = true;
    this.thrown.set(null);
    const { id, answerNo } = this.question();
    try {
      await this.http.answer(this.call(), id, { base: this.theirs()?.answerNo ?? answerNo, text });
      this.snackBar.open(questionWords.answered, undefined, { duration: 5_000 });
      this.answered.emit();
    } catch (thrown) {
      const { code, current } = problemOf(thrown);
      // The server answers with the question as it stands.
      if (code === 'STALE' && current) this.theirs.set(current as CallQuestion);
      else this.thrown.set(thrown);
    } finally {
      this.busy = false;
    }
  }
}
