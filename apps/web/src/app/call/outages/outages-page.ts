import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Outage } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { publicCallWords } from '@zit/words.pl/call-page';
import { outagePageWords } from '@zit/words.pl/outages';
import { SessionStore } from '../../session/session-store';
import { ActingFor } from '../../shell/acting-for';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { paged } from '../../ui/paged';
import { ProblemNotice } from '../../ui/problem-notice';
import { ShowMore } from '../../ui/show-more';
import { PublicCallHead } from '../public/public-call-head';
import { OutageHttp, OUTAGES_FILE } from './outage-http';
import { spanTold } from './outage-words';
import { RecordOutage } from './record-outage';

/** The register of outages for anybody; who works for the programme or a county adds to it here. */
@Component({
  selector: 'zit-outages-page',
  imports: [EmptyState, Icon, Loading, MatButton, PageHead, ProblemNotice, PublicCallHead, RecordOutage, ShowMore],
  templateUrl: './outages-page.html',
  styleUrls: ['../public/public-page.scss', './outages-page.scss'],
})
export class OutagesPage {
  private readonly http = inject(OutageHttp);
  private readonly session = inject(SessionStore);
  private readonly acting = inject(ActingFor);
  protected readonly words = outagePageWords;
  protected readonly crumbs = [{ name: publicCallWords.toList, link: '/ogloszenia' }];
  protected readonly file = OUTAGES_FILE;
  protected readonly list = paged(
    () => ({}),
    (_query, after) => this.http.page(after),
  );
  protected readonly records = computed(
    () => this.session.session()?.level === 'FULL' && this.acting.may('recordOutage'),
  );
  /** Null: no form is open; `corrects` null: of a new entry. */
  protected readonly form = signal<{ corrects: Outage | null } | null>(null);
  protected readonly rows = computed(
    () =>
      this.list.items()?.map((item) => ({
        ...item,
        span: spanTold(item),
        at: outagePageWords.recordedAt(formatInstantPl(item.recordedAt)),
        item,
      })) ?? null,
  );

  protected recorded(): void {
    this.form.set(null);
    this.list.reload();
  }
}
