import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { HistoryItem } from '@zit/contracts';
import { formatDatePl, inWarsaw } from '@zit/domain';
import { consortiumHistoryWords } from '@zit/words.pl/consortium';
import { EmptyState } from '../../ui/empty-state';
import { Loading } from '../../ui/loading';
import { ProblemNotice } from '../../ui/problem-notice';
import { ConsortiumHttp } from '../consortium-http';
import { ConsortiumStore } from '../consortium-store';

/** Who did what and when, newest first, by day. */
@Component({
  selector: 'zit-consortium-history-page',
  imports: [EmptyState, Loading, MatButton, ProblemNotice],
  templateUrl: './consortium-history-page.html',
  styleUrl: './consortium-history-page.scss',
})
export class ConsortiumHistoryPage {
  private readonly http = inject(ConsortiumHttp);
  private readonly store = inject(ConsortiumStore);
  protected readonly words = consortiumHistoryWords;

  protected readonly first = resource({
    params: () => this.store.id() ?? undefined,
    loader: ({ params }) => this.http.history(params),
  });
  private readonly older = linkedSignal<HistoryItem[]>(() => {
    this.first.value();
    return [];
  });
  protected readonly next = linkedSignal(() => (this.first.hasValue() ? this.first.value().next : null));
  protected readonly failed = signal<unknown>(null);
  protected readonly busy = signal(false);

  protected readonly days = computed(() => {
    const items = [...(this.first.hasValue() ? this.first.value().items : []), ...this.older()];
    const days = new Map<string, { seq: number; time: string; who: string; text: string }[]>();
    for (const { at, seq, who, text } of items) {
      const { date, time } = inWarsaw(at);
      days.set(date, [...(days.get(date) ?? []), { seq, time, who, text }]);
    }
    return [...days].map(([date, acts]) => ({ date, name: formatDatePl(date), acts }));
  });

  protected async more(): Promise<void> {
    const id = this.store.id();
    const after = this.next();
    if (id === null || after === null || this.busy()) {
      return;
    }
    this.busy.set(true);
    this.failed.set(null);
    try {
      const page = await this.http.history(id, after);
      this.older.update((items) => [...items, ...page.items]);
      this.next.set(page.next);
    } catch (thrown) {
      this.failed.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
