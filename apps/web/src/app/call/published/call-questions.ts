import { Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { formatInstantPl } from '@zit/domain';
import { publicCallWords, questionWords } from '@zit/words.pl/call-page';
import { newId } from '../../ui/new-id';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/problem-notice';
import { CallHttp } from '../call-http';
import { CallDesk } from '../workshop/call-desk';

/** The contract's lower bound of a question. */
const SHORTEST = 5;

/** Questions about a call: anybody signed in asks; who works on it answers, and the answer is public. */
@Component({
  selector: 'zit-call-questions',
  imports: [Loading, MatButton, ProblemNotice],
  templateUrl: './call-questions.html',
  styleUrls: ['../../sheet/_inputs.scss', './call-questions.scss'],
})
export class CallQuestions {
  private readonly http = inject(CallHttp);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly desk = inject(CallDesk);
  protected readonly words = questionWords;
  protected readonly publicWords = publicCallWords;

  protected readonly asked = resource({
    params: () => this.desk.call()?.id,
    loader: ({ params }) => this.http.questions(params),
  });
  protected readonly rows = computed(() =>
    this.asked.hasValue()
      ? this.asked.value().map((each) => ({
          ...each,
          at: publicCallWords.questionAt(formatInstantPl(each.askedAt)),
          answered: each.answeredAt ? publicCallWords.answerAt(formatInstantPl(each.answeredAt)) : null,
        }))
      : null,
  );
  protected readonly text = signal('');
  protected readonly answering = signal<string | null>(null);
  protected readonly answer = signal('');
  protected readonly fault = signal<string | null>(null);
  protected readonly thrown = signal<unknown>(null);
  protected readonly busy = signal(false);
  /** Made for each question anew: a repeated request asks no second time. */
  private questionId = newId();

  protected typed(event: Event): string {
    return (event.target as HTMLTextAreaElement).value;
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text().trim();
    const id = this.desk.call()?.id;
    if (text.length < SHORTEST) return this.fault.set(questionWords.tooShort);
    if (!id) return;
    await this.send(async () => {
      await this.http.ask(id, { id: this.questionId, text });
      this.questionId = newId();
      this.text.set('');
    }, questionWords.sent);
  }

  protected beginAnswer(question: string): void {
    this.answering.set(question);
    this.answer.set('');
    this.fault.set(null);
  }

  protected async sendAnswer(event: Event, question: string, base: number): Promise<void> {
    event.preventDefault();
    const text = this.answer().trim();
    const id = this.desk.call()?.id;
    if (text === '') return this.fault.set(questionWords.answerMissing);
    if (!id) return;
    await this.send(async () => {
      await this.http.answer(id, question, { base, text });
      this.answering.set(null);
    }, questionWords.answered);
  }

  private async send(act: () => Promise<void>, said: string): Promise<void> {
    if (this.busy()) return;
    this.fault.set(null);
    this.thrown.set(null);
    this.busy.set(true);
    try {
      await act();
      this.asked.reload();
      this.snackBar.open(said, undefined, { duration: 5_000 });
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
