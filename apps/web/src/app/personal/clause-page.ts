import { Component, inject, resource } from '@angular/core';
import { clauseWords } from '@zit/words.pl/personal-page';
import { PublicHead } from '../shell/public-head';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { PersonalHttp } from './personal-http';

/** The clause shown at sign-up; there is one. */
const ACCOUNT = 'account';

/** What the portal tells everybody about their data, before they give any (RODO, art. 13). */
@Component({
  selector: 'zit-clause-page',
  imports: [Loading, PageHead, ProblemNotice, PublicHead],
  template: `
    <zit-public-head />
    <main>
      @if (clause.error(); as thrown) {
        <zit-problem-notice [thrown]="thrown" (retry)="clause.reload()" />
      } @else if (clause.hasValue()) {
        <zit-page-head [heading]="clause.value().title">
          <p class="soft">{{ words.version(clause.value().version) }}</p>
        </zit-page-head>
        @for (each of clause.value().paragraphs; track each.heading) {
          <h2>{{ each.heading }}</h2>
          <p>{{ each.text }}</p>
        }
      } @else {
        <zit-loading />
      }
    </main>
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 860px;
      margin-inline: auto;
      padding: var(--zit-4);
    }
  `,
})
export class ClausePage {
  private readonly http = inject(PersonalHttp);
  protected readonly words = clauseWords;
  protected readonly clause = resource({ loader: () => this.http.clause(ACCOUNT) });
}
