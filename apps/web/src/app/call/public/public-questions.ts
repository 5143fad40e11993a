import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PublicCall } from '@zit/contracts';
import { publicCallWords, questionWords } from '@zit/words.pl/call-page';
import { SessionStore } from '../../session/session-store';
import { paged } from '../../ui/paged';
import { ProblemNotice } from '../../ui/problem-notice';
import { ShowMore } from '../../ui/show-more';
import { CallAccess } from '../call-access';
import { CallHttp } from '../call-http';
import { AskQuestion } from '../questions/ask-question';
import { QuestionView } from '../questions/question-view';
import { PublicCallHttp } from './public-call-http';

/** Answered questions for anybody; who is signed in asks here, and sees which of their own still wait. */
@Component({
  selector: 'zit-public-questions',
  imports: [AskQuestion, ProblemNotice, QuestionView, RouterLink, ShowMore],
  template: `
    @if (asks()) {
      <div class="screen-only">
        <zit-ask-question [call]="call().id" (asked)="own.reload()" />
        @if (own.error(); as thrown) {
          <zit-problem-notice [thrown]="thrown" (retry)="own.reload()" />
        }
        @if (waiting().length > 0) {
          <h3>{{ words.ownWaiting }}</h3>
          @for (each of waiting(); track each.id) {
            <article><zit-question [question]="each" /></article>
          }
        }
      </div>
    } @else if (signsIn()) {
      <p class="screen-only">
        <a routerLink="/logowanie" [queryParams]="{ powrot: '/ogloszenia/' + call().slug }">{{ words.signInToAsk }}</a>
      </p>
    }
    @if (list.items(); as rows) {
      @for (each of rows; track each.id) {
        <article><zit-question [question]="each" /></article>
      } @empty {
        <p class="soft">{{ publicWords.noQuestions }}</p>
      }
      <zit-show-more class="screen-only" [list]="list" />
    }
  `,
  styleUrl: '../questions/questions.scss',
})
export class PublicQuestions {
  readonly call = input.required<PublicCall>();
  private readonly http = inject(CallHttp);
  private readonly publicHttp = inject(PublicCallHttp);
  private readonly session = inject(SessionStore);
  private readonly access = inject(CallAccess);
  protected readonly words = questionWords;
  protected readonly publicWords = publicCallWords;
  private readonly open = computed(() => this.call().phase !== 'ANNULLED');
  protected readonly asks = computed(
    () =>
      this.open() &&
      this.session.session()?.level === 'FULL' &&
      this.access.may('askQuestion', { teryt: '', state: 'PUBLISHED' }),
  );
  protected readonly signsIn = computed(() => this.open() && this.session.session() === null);
  protected readonly own = resource({
    params: () => (this.asks() ? this.call().id : undefined),
    loader: ({ params }) => this.http.questions(params),
  });
  /** Those of who works on the call come with earlier answers: their place is the desk, not here. */
  protected readonly waiting = computed(() =>
    this.own.hasValue()
      ? this.own.value().items.filter(({ answer, earlier }) => answer === null && earlier === undefined)
      : [],
  );
  /** The first page came with the call. */
  protected readonly list = paged(
    () => this.call(),
    async ({ slug, questions, questionsNext }, after) =>
      after ? this.publicHttp.questions(slug, after) : { items: questions, next: questionsNext },
  );
}
