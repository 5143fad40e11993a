import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatInstantPl } from '@zit/domain';
import { journalPageWords } from '@zit/words.pl/journal-page';
import { JournalHttp } from './journal-http';

/** The seal at the journal's end: its number, when, and the way to all of them. */
@Component({
  selector: 'zit-newest-seal',
  imports: [RouterLink],
  template: `
    <p>
      <span>{{ text() }}</span> <a routerLink="/pieczecie">{{ words.allSeals }}</a>
    </p>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--zit-4);
      max-inline-size: none;
      margin: 0;
      font-size: 0.9375rem;
    }
  `,
})
export class NewestSeal {
  private readonly http = inject(JournalHttp);
  protected readonly words = journalPageWords;
  private readonly seals = resource({ loader: () => this.http.seals() });
  protected readonly text = computed(() => {
    if (!this.seals.hasValue()) return '';
    const newest = this.seals.value()[0];
    return newest
      ? journalPageWords.newestSeal(newest.batch, formatInstantPl(newest.sealedAt))
      : journalPageWords.noSeal;
  });
}
