import { Component, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import type { ConsortiumListItem } from '@zit/contracts';
import { formatDatePl, formatZloty, inWarsaw } from '@zit/domain';
import { consortiumListWords } from '@zit/words.pl/consortium';
import { frameWords } from '@zit/words.pl/frame';
import { ActingFor } from '../../shell/acting-for';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { ProblemNotice } from '../../ui/problem-notice';
import { ConsortiumHttp } from '../consortium-http';

/** Long enough that a word is not asked letter by letter, short enough to feel live. */
const TYPING_PAUSE_MS = 250;

@Component({
  selector: 'zit-consortium-list-page',
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
    MatSuffix,
    PageHead,
    ProblemNotice,
    RouterLink,
  ],
  templateUrl: './consortium-list-page.html',
  styleUrl: './consortium-list-page.scss',
})
export class ConsortiumListPage {
  private readonly http = inject(ConsortiumHttp);
  private readonly router = inject(Router);
  /** The query lives in the address, so that a search can be sent to a colleague. */
  readonly szukaj = input('', { transform: (text: string | undefined) => text ?? '' });

  protected readonly words = consortiumListWords;
  protected readonly frame = frameWords;
  protected readonly mayCreate = inject(ActingFor).may('createConsortium');
  protected readonly first = resource({
    params: () => (this.szukaj() ? { search: this.szukaj() } : {}),
    loader: ({ params }) => this.http.page(params),
  });
  /** The rows at hand; they stay while the next search is under way, and „Pokaż więcej” adds to them. */
  protected readonly shown = linkedSignal<Shown | null, Shown | null>({
    source: () => (this.first.hasValue() ? this.first.value() : null),
    computation: (page, previous) => page ?? previous?.value ?? null,
  });
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
    const queryParams = { szukaj: text.trim() || null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected async more(): Promise<void> {
    const before = this.shown();
    if (!before?.next || this.busy()) {
      return;
    }
    this.busy.set(true);
    this.moreFailed.set(null);
    try {
      const page = await this.http.page({
        ...(this.szukaj() ? { search: this.szukaj() } : {}),
        after: before.next,
      });
      // Another search may have begun meanwhile; its rows are not ours.
      if (this.shown() === before) {
        this.shown.set({ items: [...before.items, ...page.items], next: page.next });
      }
    } catch (thrown) {
      this.moreFailed.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }

  protected money(item: ConsortiumListItem): string {
    return formatZloty(item.totalGrosze);
  }

  protected day(item: ConsortiumListItem): string {
    return formatDatePl(inWarsaw(item.updatedAt).date);
  }
}

interface Shown {
  items: ConsortiumListItem[];
  next: string | null;
}
