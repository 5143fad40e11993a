import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FormalList } from '@zit/contracts';
import { formatExactInstantPl } from '@zit/domain';
import { formalRoomWords } from '@zit/words.pl/formal-room';
import { ActingFor } from '../shell/acting-for';
import { PageTitle } from '../shell/page-title';
import { EmptyState } from '../ui/empty-state';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { paged } from '../ui/paged';
import { ProblemNotice } from '../ui/problem-notice';
import { ShowMore } from '../ui/show-more';
import { StatusChip } from '../ui/status-chip';
import { callCrumbs } from './call-crumb';
import { chipsOf } from './formal-chips';
import { FormalHttp } from './formal-http';

/** The opening of a call's offers, and the formal card of each, in the order in which they came. */
@Component({
  selector: 'zit-formal-list-page',
  imports: [EmptyState, Loading, PageHead, ProblemNotice, RouterLink, ShowMore, StatusChip],
  template: `
    <zit-page-head [heading]="words.title" [crumbs]="crumbs()">
      <p class="soft">{{ words.lead }}</p>
    </zit-page-head>
    @if (rows(); as rows) {
      @if (opening(); as opening) {
        <section aria-labelledby="opening">
          <h2 id="opening">{{ words.opening }}</h2>
          <p>{{ opening.at }} {{ opening.counts }}</p>
          <p class="soft">{{ opening.seal }}</p>
        </section>
        @if (closed(); as reason) {
          <p class="soft">{{ reason }}</p>
        }
        @if (rows.length > 0) {
          <ul>
            @for (row of rows; track row.offerId) {
              <li>
                <div class="what">
                  <a class="serif" [routerLink]="['/nabory', id(), 'formalna', row.offerId]">{{ row.title }}</a>
                  <span class="soft">{{ row.consortium }} · {{ row.receiptNumber }}</span>
                </div>
                <div class="when">
                  <span>{{ row.at }}</span>
                  <span class="chips">
                    @for (chip of row.chips; track chip.text) {
                      <zit-status-chip [tone]="chip.tone">{{ chip.text }}</zit-status-chip>
                    }
                  </span>
                </div>
              </li>
            }
          </ul>
          <zit-show-more [list]="list" />
        } @else {
          <zit-empty-state [heading]="words.none" [text]="words.noneText" />
        }
      } @else {
        <zit-empty-state [heading]="words.notOpened" [text]="words.notOpenedText" />
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
export class FormalListPage {
  readonly id = input.required<string>();
  private readonly http = inject(FormalHttp);
  private readonly acting = inject(ActingFor);
  protected readonly words = formalRoomWords;
  private readonly first = signal<FormalList | null>(null);
  protected readonly list = paged(
    () => this.id(),
    async (call, after) => {
      const page = await this.http.list(call, after);
      if (after === undefined) this.first.set(page);
      return page;
    },
  );
  protected readonly rows = computed(
    () =>
      this.list.items()?.map((offer) => ({
        ...offer,
        title: offer.title || offer.consortium,
        at: formatExactInstantPl(offer.receivedAt),
        chips: chipsOf(offer),
      })) ?? null,
  );
  protected readonly closed = computed(() => this.first()?.closed ?? null);
  protected readonly opening = computed(() => {
    const opening = this.first()?.opening;
    if (!opening) return null;
    const { openedAt, offers, inTime, late, seal } = opening;
    return {
      at: formalRoomWords.opened(formatExactInstantPl(openedAt)),
      counts: formalRoomWords.counts(offers, inTime, late),
      seal: seal ? formalRoomWords.seal(seal.batch) : formalRoomWords.noSeal,
    };
  });
  protected readonly crumbs = computed(() => {
    const call = this.first();
    return call ? callCrumbs(call, this.acting.hat()?.body === 'STEERING_GROUP') : [];
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(formalRoomWords.title));
  }
}
