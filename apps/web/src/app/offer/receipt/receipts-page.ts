import { Component, computed, effect, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { formatExactInstantPl } from '@zit/domain';
import { receiptWords } from '@zit/words.pl/offer-receipt';
import { PageTitle } from '../../shell/page-title';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/problem-notice';
import { StatusChip } from '../../ui/status-chip';
import { OfferPlaces } from '../signing/offer-places';
import { receiptNo, SubmissionHttp } from '../submit/submission-http';
import { OfferDesk } from '../workshop/offer-desk';
import { OfferHead } from '../workshop/offer-head';
import { chipsOf } from './receipt-standing';

/** All receipts of one offer, newest first: none ever goes away. */
@Component({
  selector: 'zit-receipts-page',
  imports: [EmptyState, Loading, MatButton, OfferHead, OfferPlaces, ProblemNotice, RouterLink, StatusChip],
  template: `
    <zit-offer-head [part]="words.list" />
    @if (desk.offer(); as offer) {
      <zit-offer-places [offer]="offer.id" />
      @if (rows(); as rows) {
        @if (rows.length > 0) {
          <p class="soft">{{ words.listLead }}</p>
          <ul>
            @for (row of rows; track row.number) {
              <li>
                <div class="what">
                  <a class="serif" [routerLink]="['/oferty', offer.id, 'potwierdzenia', row.no]">{{ row.number }}</a>
                  <span class="soft">{{ words.kind[row.kind] }}</span>
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
        } @else {
          <zit-empty-state [heading]="words.none" [text]="words.noneText">
            <a matButton="outlined" [routerLink]="['/oferty', offer.id, 'zlozenie']">{{ words.goSubmit }}</a>
          </zit-empty-state>
        }
      } @else if (asked.error()) {
        <zit-problem-notice [thrown]="asked.error()" (retry)="asked.reload()" />
      } @else {
        <zit-loading />
      }
    }
  `,
  styleUrl: '../../call/call-rows.scss',
  styles: `
    :host {
      display: block;
      max-inline-size: 960px;
    }
  `,
})
export class ReceiptsPage {
  protected readonly desk = inject(OfferDesk);
  private readonly http = inject(SubmissionHttp);
  protected readonly words = receiptWords;
  protected readonly asked = resource({
    params: () => ({ id: this.desk.offer()?.id ?? '', state: this.desk.offer()?.state }),
    loader: ({ params }) => this.http.receipts(params.id),
  });
  protected readonly rows = computed(() => {
    if (!this.asked.hasValue()) return null;
    const all = this.asked.value();
    return all.receipts.map((receipt) => ({
      ...receipt,
      no: receiptNo(receipt.number),
      at: formatExactInstantPl(receipt.receivedAt),
      chips: chipsOf(receipt, all),
    }));
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(`${this.desk.title()}: ${receiptWords.list}`));
  }
}
