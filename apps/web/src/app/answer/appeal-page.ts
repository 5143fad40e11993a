import { Component, computed, effect, inject, resource } from '@angular/core';
import { formatInstantPl, inWarsaw } from '@zit/domain/calendar/instant';
import { appealPageWords as words } from '@zit/words.pl/appeal-page';
import { OfferPlaces } from '../offer/signing/offer-places';
import { OfferDesk } from '../offer/workshop/offer-desk';
import { OfferHead } from '../offer/workshop/offer-head';
import { PageTitle } from '../shell/page-title';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';
import { AnswerHttp } from './answer-http';
import { AppealView } from './appeal-view';
import { TextForm } from './text-form';

/** Where a consortium appeals against a published result, and follows what becomes of it. */
@Component({
  selector: 'zit-appeal-page',
  imports: [AppealView, Loading, OfferHead, OfferPlaces, ProblemNotice, TextForm],
  template: `
    <zit-offer-head [part]="words.title" />
    @if (desk.offer(); as offer) {
      <zit-offer-places [offer]="offer.id" />
    }
    @if (found(); as it) {
      @if (result(); as said) {
        <p>{{ said }}</p>
      }
      @if (it.days !== null && it.dueOn) {
        <p>{{ words.term(it.days, it.dueOn) }}</p>
      }
      @if (it.closed) {
        <p class="soft">{{ it.closed }}</p>
      } @else {
        @if (over()) {
          <p role="status">
            <strong>{{ words.over }}</strong>
          </p>
        }
        <section aria-labelledby="lodge-title" class="screen-only">
          <h2 id="lodge-title">{{ words.lodge }}</h2>
          <zit-text-form
            name="appeal-grounds"
            [label]="words.grounds"
            [help]="words.groundsHelp"
            [missing]="words.groundsMissing"
            [shortest]="10"
            [longest]="20000"
            [go]="words.go"
            [said]="words.done"
            [act]="lodge"
            (done)="asked.reload()"
          />
        </section>
      }
      @if (it.appeals.length > 0) {
        <h2>{{ words.lodgedTitle }}</h2>
      }
      @for (appeal of it.appeals; track appeal.id) {
        <article><zit-appeal-view [appeal]="appeal" /></article>
      }
    } @else if (asked.error(); as failure) {
      <zit-problem-notice [thrown]="failure" (retry)="asked.reload()" />
    } @else {
      <zit-loading />
    }
  `,
})
export class AppealPage {
  protected readonly desk = inject(OfferDesk);
  private readonly http = inject(AnswerHttp);
  protected readonly words = words;
  protected readonly asked = resource({
    params: () => this.desk.offer()?.id,
    loader: ({ params }) => this.http.appeals(params),
  });
  protected readonly found = computed(() => (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly result = computed(() => {
    const result = this.found()?.result;
    return result ? words.result(result.no, formatInstantPl(result.publishedAt)) : null;
  });
  protected readonly over = computed(() => {
    const dueOn = this.found()?.dueOn;
    return dueOn != null && inWarsaw(new Date().toISOString()).date > dueOn;
  });
  protected readonly lodge = (id: string, grounds: string): Promise<unknown> =>
    this.http.lodge(this.desk.offer()?.id ?? '', { id, grounds });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(`${this.desk.title()}: ${words.title}`));
  }
}
