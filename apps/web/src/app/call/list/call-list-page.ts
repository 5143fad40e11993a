import { Component, computed, inject, Injector } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { formatInstantPl } from '@zit/domain';
import { callListWords, callStateWords } from '@zit/words.pl/call-page';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { ActingFor } from '../../shell/acting-for';
import { PageHead } from '../../ui/page-head';
import { paged } from '../../ui/paged';
import { ProblemNotice } from '../../ui/problem-notice';
import { ShowMore } from '../../ui/show-more';
import { StatusChip } from '../../ui/status-chip';
import { CallAccess } from '../call-access';
import { CallHttp } from '../call-http';
import { PhaseChip } from '../phase-chip';
import { CreateCallButton } from './create-call-button';
import { askForCall } from './create-call-dialog';

/** Calls in sight of whom one acts for, newest first. */
@Component({
  selector: 'zit-call-list-page',
  imports: [
    CreateCallButton,
    EmptyState,
    Icon,
    Loading,
    PageHead,
    PhaseChip,
    ProblemNotice,
    RouterLink,
    ShowMore,
    StatusChip,
  ],
  templateUrl: './call-list-page.html',
  styleUrls: ['../call-rows.scss', './call-list-page.scss'],
})
export class CallListPage {
  private readonly http = inject(CallHttp);
  private readonly access = inject(CallAccess);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  protected readonly words = callListWords;
  protected readonly annex = callStateWords.annex;
  private readonly acting = inject(ActingFor);
  /** Who prepares no calls only reads those that were published. */
  protected readonly prepares = computed(() => this.acting.holds('createCall'));
  protected readonly list = paged(
    () => ({}),
    (_query, after) => this.http.page(after),
  );
  protected readonly rows = computed(
    () =>
      this.list.items()?.map((item) => ({
        ...item,
        // Who does not work on a call reads what everybody reads.
        link: this.access.may('readCall', item) ? ['/nabory', item.id] : ['/ogloszenia', item.slug],
        about: `${item.municipality} · ${item.number ?? callListWords.noNumber}`,
        until: item.deadlineAt ? formatInstantPl(item.deadlineAt) : callListWords.noDeadline,
      })) ?? null,
  );

  protected async create(): Promise<void> {
    const id = await askForCall(this.injector);
    if (id) await this.router.navigate(['/nabory', id]);
  }
}
