import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PublicResult } from '@zit/contracts';
import { publicReasonsWords as words } from '@zit/words.pl/answers-page';
import { SessionStore } from '../session/session-store';
import { ProblemNotice } from '../ui/problem-notice';
import { AnswerHttp } from './answer-http';
import { RequestView } from './request-view';
import { TextForm } from './text-form';

/** Where anybody asks for the reasons of a published result, and sees what they asked. */
@Component({
  selector: 'zit-public-reasons',
  imports: [ProblemNotice, RequestView, RouterLink, TextForm],
  template: `
    <h2 id="reasons-title">{{ words.title }}</h2>
    <p>{{ words.lead(result().lastDays.reasons) }}</p>
    @if (result().lastDays.appeal; as day) {
      <p>{{ words.appeal(day) }}</p>
    }
    @if (signedIn()) {
      <zit-text-form
        name="reasons-text"
        [label]="words.text"
        [missing]="words.missing"
        [go]="words.go"
        [said]="words.sent"
        [act]="ask"
        (done)="own.reload()"
      >
        <label class="label" for="reasons-offer">{{ words.about }}</label>
        <select id="reasons-offer" (change)="choose($event)">
          <option value="">{{ words.whole }}</option>
          @for (offer of offers(); track offer.offer) {
            <option [value]="offer.offer">{{ offer.title }} ({{ offer.offer }})</option>
          }
        </select>
      </zit-text-form>
      @if (own.error(); as failure) {
        <zit-problem-notice [thrown]="failure" (retry)="own.reload()" />
      }
      @if (requests().length > 0) {
        <h3>{{ words.own }}</h3>
        @for (request of requests(); track request.id) {
          <article><zit-request-view [request]="request" /></article>
        }
      }
    } @else {
      <p>
        <a routerLink="/logowanie" [queryParams]="{ powrot: '/ogloszenia/' + result().slug + '/wynik' }">{{
          words.signIn
        }}</a>
      </p>
      <p class="soft">{{ words.other }}</p>
    }
  `,
  styleUrl: '../sheet/_inputs.scss',
  styles: `
    select {
      margin-block-end: var(--zit-3);
    }
    article {
      padding-block: var(--zit-3);
      border-block-start: 1px solid var(--zit-line);
    }
  `,
})
export class PublicReasons {
  readonly result = input.required<PublicResult>();
  private readonly http = inject(AnswerHttp);
  private readonly session = inject(SessionStore);
  protected readonly words = words;
  private readonly offer = signal('');
  protected readonly signedIn = computed(() => this.session.session()?.level === 'FULL');
  protected readonly offers = computed(() => {
    const { ranking, offers } = this.result().document;
    return ranking.map(({ offer }) => ({ offer, title: offers[offer]?.title ?? '' }));
  });
  protected readonly own = resource({
    params: () => (this.signedIn() ? this.result().id : undefined),
    loader: ({ params }) => this.http.own(params),
  });
  protected readonly requests = computed(() => (this.own.hasValue() ? this.own.value().requests : []));
  protected readonly ask = (id: string, text: string): Promise<unknown> => {
    const offer = this.offer();
    return this.http.ask(this.result().id, { id, text, ...(offer ? { offer } : {}) });
  };

  protected choose(event: Event): void {
    this.offer.set((event.target as HTMLSelectElement).value);
  }
}
