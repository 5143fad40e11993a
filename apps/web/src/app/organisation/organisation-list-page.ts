import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import type { OrganisationListItem } from '@zit/contracts';
import { SECTORS, type Sector } from '@zit/domain';
import { frameWords } from '@zit/words.pl/frame';
import { organisationWords } from '@zit/words.pl/organisation';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import { ActingFor } from '../shell/acting-for';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { OrganisationStore } from './organisation-store';

/** Long enough that a word is not asked letter by letter, short enough to feel live. */
const TYPING_PAUSE_MS = 250;

@Component({
  selector: 'zit-organisation-list-page',
  imports: [
    EmptyState,
    Icon,
    Loading,
    MatButton,
    MatFormField,
    MatHint,
    MatIconButton,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    MatSuffix,
    PageHead,
    ProblemNotice,
    RouterLink,
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
  protected readonly mayAdd = computed(() => this.acting.may('createOrganisation'));

  protected readonly first = resource({
    params: () => ({ search: this.szukaj(), sector: this.sektor() }),
    loader: ({ params }) => this.store.list(params),
  });
  /** What „Pokaż więcej” brought after the first page; a new search starts over. */
  private readonly rest = linkedSignal({
    source: () => (this.first.hasValue() ? this.first.value() : null),
    computation: (page) => ({ items: [] as OrganisationListItem[], next: page?.next ?? null }),
  });
  protected readonly items = linkedSignal<OrganisationListItem[] | null, OrganisationListItem[] | null>({
    source: () => (this.first.hasValue() ? [...this.first.value().items, ...this.rest().items] : null),
    // The old rows stay while the next search is on its way: no jumping page.
    computation: (now, previous) => now ?? previous?.value ?? null,
  });
  protected readonly next = computed(() => this.rest().next);
  protected readonly moreFailed = signal<unknown>(null);
  protected readonly busy = signal(false);

  private typing: ReturnType<typeof setTimeout> | undefined;

  protected type(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.search(text), TYPING_PAUSE_MS);
  }

  protected search(text: string): void {
    clearTimeout(this.typing);
    this.go({ szukaj: text.trim() || null });
  }

  protected choose(sector: Sector | ''): void {
    this.go({ sektor: sector || null });
  }

  protected async more(): Promise<void> {
    const after = this.next();
    if (after === null || this.busy()) return;
    this.busy.set(true);
    this.moreFailed.set(null);
    const asked = this.first.value();
    try {
      const page = await this.store.list({ search: this.szukaj(), sector: this.sektor(), after });
      // Another search may have begun meanwhile; its rows are not ours.
      if (asked !== this.first.value()) return;
      this.rest.update((rest) => ({ items: [...rest.items, ...page.items], next: page.next }));
    } catch (thrown) {
      this.moreFailed.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  private go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
