import { Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { clauseWords } from '@zit/words.pl/personal-page';
import { Act } from '../account/act';
import { PersonalHttp } from './personal-http';

/** After signing in, when the clause has a version that the person has not seen: until they say they know it. */
@Component({
  selector: 'zit-clause-reminder',
  imports: [MatButton, RouterLink],
  template: `
    @if (due(); as clause) {
      <section [attr.aria-label]="words.label">
        <p>
          {{ words.text }} <a routerLink="/klauzula">{{ words.read }}</a>
          @if (act.refused(); as text) {
            <strong role="alert">{{ text }}</strong>
          }
        </p>
        <button matButton="outlined" type="button" (click)="confirm(clause.clause, clause.version)">
          {{ words.confirm }}
        </button>
      </section>
    }
  `,
  styles: `
    section {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--zit-2) var(--zit-4);
      margin-block-end: var(--zit-4);
      padding: var(--zit-3) var(--zit-4);
      border: 1px solid var(--zit-line-strong);
      border-radius: var(--zit-radius);
      background: var(--zit-surface);
    }
    p {
      flex: 1 1 16rem;
      max-inline-size: none;
      margin: 0;
    }
  `,
  providers: [Act],
})
export class ClauseReminder {
  private readonly http = inject(PersonalHttp);
  protected readonly act = inject(Act);
  protected readonly words = clauseWords.reminder;
  private readonly known = resource({ loader: () => this.http.acknowledgements() });
  /** A reminder that cannot be read is no reason to disturb anybody. */
  protected readonly due = computed(() => (this.known.hasValue() ? this.known.value().due[0] : undefined));

  protected async confirm(clause: string, version: string): Promise<void> {
    if (await this.act.run(() => this.http.acknowledge(clause, version))) this.known.reload();
  }
}
