import { Component, computed, inject, input } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import { SECTORS, type Sector } from '@zit/domain';
import { frameWords } from '@zit/words.pl/frame';
import { organisationWords } from '@zit/words.pl/organisation';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import { ActLink } from '../shell/act-link';
import { ActingFor } from '../shell/acting-for';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { paged } from '../ui/paged';
import { ProblemNotice } from '../ui/problem-notice';
import { SearchBox } from '../ui/search-box';
import { ShowMore } from '../ui/show-more';
import { OrganisationStore } from './organisation-store';

@Component({
  selector: 'zit-organisation-list-page',
  imports: [
    ActLink,
    EmptyState,
    Icon,
    Loading,
    MatFormField,
    MatLabel,
    MatOption,
    MatSelect,
    PageHead,
    ProblemNotice,
    RouterLink,
    SearchBox,
    ShowMore,
  ],
  templateUrl: './organisation-list-page.html',
  styleUrl: './organisation-list-page.scss',
})
export class OrganisationListPage {
  private readonly store = inject(OrganisationStore);
  private readonly router = inject(Router);
  private readonly acting = inject(ActingFor);

  /** The query lives in the address, so that a search can be sent to a colleague. */
  readonly szukaj = input('', { transform: (text: string | undefined) => text ?? '' });
  readonly sektor = input<Sector | undefined, string | undefined>(undefined, {
    transform: (text) => SECTORS.find((sector) => sector === text),
  });

  protected readonly words = organisationWords;
  protected readonly frame = frameWords;
  protected readonly sectorWords = organisationKindWords.sector;
  protected readonly sectors = SECTORS;
  /** Who does not add is told so once, in the head of the page. */
  protected readonly adds = computed(() => this.acting.holds('createOrganisation'));

  protected readonly list = paged(
    () => ({ search: this.szukaj(), sector: this.sektor() }),
    (query, after) => this.store.list({ ...query, after }),
  );

  protected search(text: string): void {
    this.go({ szukaj: text || null });
  }

  protected choose(sector: Sector | ''): void {
    this.go({ sektor: sector || null });
  }

  private go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
