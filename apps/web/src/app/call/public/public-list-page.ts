import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { publicCallWords } from '@zit/words.pl/call-page';
import { outagePageWords } from '@zit/words.pl/outages';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { paged } from '../../ui/paged';
import { ProblemNotice } from '../../ui/problem-notice';
import { ShowMore } from '../../ui/show-more';
import { PhaseChip } from '../phase-chip';
import { PublicCallHead } from './public-call-head';
import { PublicCallHttp } from './public-call-http';

/** Calls that were published, for anybody: the open ones first, then by deadline. */
@Component({
  selector: 'zit-public-list-page',
  imports: [EmptyState, Loading, PageHead, PhaseChip, ProblemNotice, PublicCallHead, RouterLink, ShowMore],
  template: `
    <zit-public-call-head />
    <main>
      <zit-page-head [heading]="words.title">
        <p class="soft">
          {{ words.lead }} <a class="screen-only" routerLink="/ogloszenia/awarie">{{ outages }}</a>
        </p>
      </zit-page-head>
      @if (list.problem(); as thrown) {
        <zit-problem-notice [thrown]="thrown" (retry)="list.reload()" />
      }
      @if (rows(); as rows) {
        @if (rows.length > 0) {
          <p class="soft" role="status">{{ words.shown(rows.length, list.next() !== null) }}</p>
          <ul>
            @for (row of rows; track row.slug) {
              <li>
                <div class="what">
                  <a class="serif" [routerLink]="['/ogloszenia', row.slug]">{{ row.title }}</a>
                  <span class="soft">{{ row.municipality }} · {{ row.number }}</span>
                </div>
                <div class="when">
                  <zit-phase-chip [phase]="row.phase" />
                  <span>{{ row.until }}</span>
                  @if (row.phase === 'ANNOUNCED') {
                    <span class="soft">{{ row.from }}</span>
                  }
                </div>
              </li>
            }
          </ul>
          <zit-show-more [list]="list" />
        } @else {
          <zit-empty-state [heading]="words.emptyTitle" [text]="words.empty" />
        }
      } @else if (!list.problem()) {
        <zit-loading />
      }
    </main>
  `,
  styleUrls: ['../call-rows.scss', './public-page.scss'],
})
export class PublicListPage {
  private readonly http = inject(PublicCallHttp);
  protected readonly words = publicCallWords;
  protected readonly outages = outagePageWords.title;
  protected readonly list = paged(
    () => ({}),
    (_query, after) => this.http.list(after),
  );
  protected readonly rows = computed(
    () =>
      this.list.items()?.map((item) => ({
        ...item,
        until: publicCallWords.deadlineOf(formatInstantPl(item.deadlineAt)),
        from: publicCallWords.opensOf(formatInstantPl(item.opensAt)),
      })) ?? null,
  );
}
