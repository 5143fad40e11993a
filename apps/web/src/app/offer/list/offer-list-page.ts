import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OfferMissing } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain';
import { offerListWords, offerStateWords } from '@zit/words.pl/offer-page';
import { Countdown } from '../../call/public/countdown';
import { SessionStore } from '../../session/session-store';
import { ActLink } from '../../shell/act-link';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { paged } from '../../ui/paged';
import { ProblemNotice } from '../../ui/problem-notice';
import { ShowMore } from '../../ui/show-more';
import { StatusChip } from '../../ui/status-chip';
import { OfferHttp } from '../offer-http';
import { STATE_TONES } from '../workshop/offer-head';

/** Offers of the consortia of whom one acts for, newest first: until when, and what each still needs. */
@Component({
  selector: 'zit-offer-list-page',
  imports: [ActLink, Countdown, EmptyState, Icon, Loading, PageHead, ProblemNotice, RouterLink, ShowMore, StatusChip],
  templateUrl: './offer-list-page.html',
  styleUrls: ['../../call/call-rows.scss', './offer-list-page.scss'],
})
export class OfferListPage {
  private readonly http = inject(OfferHttp);
  private readonly session = inject(SessionStore);
  protected readonly words = offerListWords;
  protected readonly states = offerStateWords.chip;
  protected readonly tones = STATE_TONES;
  protected readonly ahead = this.session.serverNow() - Date.now();
  protected readonly list = paged(
    () => ({}),
    (_query, after) => this.http.pageWithMissing(after),
  );
  protected readonly rows = computed(
    () =>
      this.list.items()?.map((item) => {
        const open = item.phase === 'OPEN' || item.phase === 'ANNOUNCED';
        return {
          ...item,
          about: offerListWords.about(item.consortium, item.callNumber),
          until: formatInstantPl(item.deadlineAt),
          open,
          needs: item.missing && needs(item.missing),
        };
      }) ?? null,
  );
}

function needs({ all, own }: OfferMissing): string {
  if (all === 0) return offerListWords.missing.none;
  return `${offerListWords.missing.all(all)}, ${offerListWords.missing.own(own)}`;
}
