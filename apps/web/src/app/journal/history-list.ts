import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { HistoryPage } from '@zit/contracts';
import { consortiumHistoryWords } from '@zit/words.pl/consortium';
import { EmptyState } from '../ui/empty-state';
import { Loading } from '../ui/loading';
import { paged } from '../ui/paged';
import { ProblemNotice } from '../ui/problem-notice';
import { byDay } from './days';

/** Who did what to one thing and when, newest first, by day; the sentences say what it was before and after. */
@Component({
  selector: 'zit-history-list',
  imports: [EmptyState, Loading, MatButton, ProblemNotice],
  templateUrl: './history-list.html',
  styleUrl: './history-list.scss',
})
export class HistoryList {
  /** Whose history: another id asks anew. */
  readonly of = input.required<string>();
  readonly load = input.required<(id: string, after?: string) => Promise<HistoryPage>>();
  protected readonly words = consortiumHistoryWords;
  protected readonly list = paged(
    () => this.of(),
    (id, after) => this.load()(id, after),
  );
  protected readonly days = computed(() => byDay(this.list.items() ?? []));
}
