import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { publicCallWords, questionWords } from '@zit/words.pl/call-page';
import { keepsFocus } from '../../ui/keeps-focus';
import { Loading } from '../../ui/loading';
import { paged } from '../../ui/paged';
import { ProblemNotice } from '../../ui/problem-notice';
import { ShowMore } from '../../ui/show-more';
import { CallHttp } from '../call-http';
import { AnswerQuestion } from '../questions/answer-question';
import { AskQuestion } from '../questions/ask-question';
import { QuestionView } from '../questions/question-view';
import { CallDesk } from '../workshop/call-desk';

/** Questions about a call: anybody signed in asks; who works on it answers and corrects, and the answer is public. */
@Component({
  selector: 'zit-call-questions',
  imports: [AnswerQuestion, AskQuestion, Loading, MatButton, ProblemNotice, QuestionView, ShowMore],
  template: `
    <h2>{{ publicWords.questions }}</h2>
    @if (desk.call(); as call) {
      @if (list.items(); as rows) {
        @for (each of rows; track each.id) {
          <article tabindex="-1">
            <zit-question [question]="each">
              @if (answering() === each.id) {
                <zit-answer-question
                  [call]="call.id"
                  [question]="each"
                  (answered)="answering.set(null); list.reload()"
                  (left)="answering.set(null); list.reload()"
                />
              } @else if (desk.may('answerQuestion')) {
                <button class="screen-only" matButton="outlined" type="button" (click)="answering.set(each.id)">
                  {{ each.answer === null ? words.answer : words.correct }}
                </button>
              }
            </zit-question>
          </article>
        } @empty {
          <p class="soft">{{ words.none }}</p>
        }
        <zit-show-more class="screen-only" [list]="list" />
        @if (desk.may('askQuestion')) {
          <details class="screen-only">
            <summary>{{ words.askAsDesk }}</summary>
            <zit-ask-question [call]="call.id" (asked)="list.reload()" />
          </details>
        }
      } @else if (list.problem()) {
        <zit-problem-notice [thrown]="list.problem()" (retry)="list.reload()" />
      } @else {
        <zit-loading />
      }
    }
  `,
  styleUrl: '../questions/questions.scss',
})
export class CallQuestions {
  private readonly http = inject(CallHttp);
  protected readonly desk = inject(CallDesk);
  protected readonly words = questionWords;
  protected readonly publicWords = publicCallWords;
  protected readonly list = paged(
    () => this.desk.call()?.id,
    (id, after) => this.http.questions(id, after),
  );
  /** The question that is being answered. */
  protected readonly answering = signal<string | null>(null);

  constructor() {
    // The form of an answer goes away with the button that was pressed.
    keepsFocus();
  }
}
