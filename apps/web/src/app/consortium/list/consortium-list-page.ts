import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { ConsortiumListItem } from '@zit/contracts';
import { formatDatePl, formatZloty, inWarsaw } from '@zit/domain';
import { consortiumListWords } from '@zit/words.pl/consortium';
import { frameWords } from '@zit/words.pl/frame';
import { ActLink } from '../../shell/act-link';
import { ActingFor } from '../../shell/acting-for';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { paged } from '../../ui/paged';
import { ProblemNotice } from '../../ui/problem-notice';
import { SearchBox } from '../../ui/search-box';
import { ShowMore } from '../../ui/show-more';
import { ConsortiumHttp } from '../consortium-http';

@Component({
  selector: 'zit-consortium-list-page',
  imports: [ActLink, EmptyState, Icon, Loading, MatButton, PageHead, ProblemNotice, RouterLink, SearchBox, ShowMore],
  templateUrl: './consortium-list-page.html',
  styleUrl: './consortium-list-page.scss',
})
export class ConsortiumListPage {
  private readonly http = inject(ConsortiumHttp);
  private readonly router = inject(Router);
  private readonly acting = inject(ActingFor);
  /** The query lives in the address, so that a search can be sent to a colleague. */
  readonly szukaj = input('', { transform: (text: string | undefined) => text ?? '' });

  protected readonly words = consortiumListWords;
  protected readonly frame = frameWords;
  /** Who does not found is told so once, in the head of the page. */
  protected readonly creates = computed(() => this.acting.holds('createConsortium'));
  protected readonly list = paged(
    () => (this.szukaj() ? { search: this.szukaj() } : {}),
    (query, after) => this.http.page({ ...query, ...(after ? { after } : {}) }),
  );

  protected search(text: string): void {
    const queryParams = { szukaj: text || null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected money(item: ConsortiumListItem): string {
    return formatZloty(item.totalGrosze);
  }

  protected day(item: ConsortiumListItem): string {
    return formatDatePl(inWarsaw(item.updatedAt).date);
  }
}
