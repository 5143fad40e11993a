import { Component, computed, inject, input, resource } from '@angular/core';
import { answersPageWords as words } from '@zit/words.pl/answers-page';
import { callCrumbs } from '../formal/call-crumb';
import { ActingFor } from '../shell/acting-for';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { AnswerHttp } from './answer-http';
import { AppealView } from './appeal-view';
import { DecisionForm } from './decision-form';
import { EntryForm } from './entry-form';
import { RequestView } from './request-view';
import { SentLetters } from './sent-letters';
import { TextForm } from './text-form';

/** What came after a published result, for who runs the call and its commission: requests, appeals, letters. */
@Component({
  selector: 'zit-answers-page',
  imports: [AppealView, DecisionForm, EntryForm, Loading, PageHead, ProblemNotice, RequestView, SentLetters, TextForm],
  templateUrl: './answers-page.html',
  styles: `
    section {
      margin-block-end: var(--zit-6);
    }
    article {
      padding-block: var(--zit-4);
      border-block-start: 1px solid var(--zit-line);
    }
    summary {
      padding-block: 10px;
      cursor: pointer;
    }
  `,
})
export class AnswersPage {
  readonly id = input.required<string>();
  private readonly http = inject(AnswerHttp);
  private readonly acting = inject(ActingFor);
  protected readonly words = words;
  protected readonly asked = resource({ params: () => this.id(), loader: ({ params }) => this.http.read(params) });
  protected readonly found = computed(() => (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly terms = computed(() =>
    (this.found()?.results ?? []).map(({ no, lastDay }) => words.term(no, lastDay)),
  );
  protected readonly crumbs = computed(() =>
    callCrumbs(
      { callId: this.id(), callTitle: this.found()?.callNumber ?? '…' },
      this.acting.hat()?.body === 'STEERING_GROUP',
    ),
  );

  protected stating(appeal: string): (id: string, text: string) => Promise<unknown> {
    return (_, text) => this.http.state(this.id(), appeal, text);
  }

  protected answering(request: string): (id: string, text: string) => Promise<unknown> {
    return (id, text) => this.http.answer(this.id(), request, { id, text });
  }
}
