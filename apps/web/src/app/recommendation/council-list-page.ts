import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatInstantPl } from '@zit/domain';
import { councilWords, recommendationWords } from '@zit/words.pl/recommendation';
import { EmptyState } from '../ui/empty-state';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { paged } from '../ui/paged';
import { ProblemNotice } from '../ui/problem-notice';
import { ShowMore } from '../ui/show-more';
import { StatusChip } from '../ui/status-chip';
import { RecommendationHttp } from './recommendation-http';

/** What the council of a county was asked, the newest first. */
@Component({
  selector: 'zit-council-list-page',
  imports: [EmptyState, Loading, PageHead, ProblemNotice, RouterLink, ShowMore, StatusChip],
  template: `
    <zit-page-head [heading]="words.title">
      <p class="soft">{{ words.lead }}</p>
    </zit-page-head>
    @if (rows(); as rows) {
      @if (rows.length > 0) {
        <ul>
          @for (row of rows; track row.id) {
            <li>
              <div class="what">
                <a class="serif" [routerLink]="['/rekomendacje', row.id]">{{ row.shown.title }}</a>
                <span class="soft">{{ row.shown.consortium }} · {{ row.shown.callNumber }}</span>
              </div>
              <div class="when">
                <span>{{ row.asked }}</span>
                <span class="chips">
                  @if (row.resolution; as done) {
                    <zit-status-chip [tone]="done.verdict === 'POSITIVE' ? 'settled' : 'quiet'">{{
                      request.verdict[done.verdict]
                    }}</zit-status-chip>
                  } @else {
                    <zit-status-chip tone="attention">{{ words.toDo }}</zit-status-chip>
                  }
                </span>
              </div>
            </li>
          }
        </ul>
        <zit-show-more [list]="list" />
      } @else {
        <zit-empty-state [heading]="words.title" [text]="words.empty" />
      }
    } @else if (list.problem(); as failure) {
      <zit-problem-notice [thrown]="failure" (retry)="list.reload()" />
    } @else {
      <zit-loading />
    }
  `,
  styleUrl: '../call/call-rows.scss',
  styles: `
    :host {
      display: block;
      max-inline-size: 960px;
    }
  `,
})
export class CouncilListPage {
  private readonly http = inject(RecommendationHttp);
  protected readonly words = councilWords;
  protected readonly request = recommendationWords;
  protected readonly list = paged(
    () => true,
    (_, after) => this.http.page(after),
  );
  protected readonly rows = computed(
    () =>
      this.list
        .items()
        ?.map((each) => ({ ...each, asked: recommendationWords.asked(formatInstantPl(each.askedAt)) })) ?? null,
  );
}
