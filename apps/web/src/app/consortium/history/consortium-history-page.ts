import { Component, inject } from '@angular/core';
import { consortiumHistoryWords } from '@zit/words.pl/consortium';
import { HistoryList } from '../../journal/history-list';
import { ConsortiumHttp } from '../consortium-http';
import { ConsortiumStore } from '../consortium-store';

/** What happened to the consortium, its budget and its documents. */
@Component({
  selector: 'zit-consortium-history-page',
  imports: [HistoryList],
  template: `
    <h2>{{ words.title }}</h2>
    <p class="soft">{{ words.lead }}</p>
    @if (store.id(); as id) {
      <zit-history-list [of]="id" [load]="load" />
    }
  `,
})
export class ConsortiumHistoryPage {
  private readonly http = inject(ConsortiumHttp);
  protected readonly store = inject(ConsortiumStore);
  protected readonly words = consortiumHistoryWords;
  protected readonly load = (id: string, after?: string) => this.http.history(id, after);
}
