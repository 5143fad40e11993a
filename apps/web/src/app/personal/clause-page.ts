import { Component, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { frameWords } from '@zit/words.pl/frame';
import { clauseWords } from '@zit/words.pl/personal-page';
import { ThemeSwitch } from '../shell/theme-switch';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { PersonalHttp } from './personal-http';

/** The clause shown at sign-up; there is one. */
const ACCOUNT = 'account';

/** What the portal tells everybody about their data, before they give any (RODO, art. 13). */
@Component({
  selector: 'zit-clause-page',
  imports: [Loading, PageHead, ProblemNotice, RouterLink, ThemeSwitch],
  template: `
    <header>
      <a class="brand" routerLink="/">
        <img src="favicon.svg" alt="" width="32" height="32" />
        <span class="serif">{{ frame.portal }}</span>
      </a>
      <zit-theme-switch />
    </header>
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
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--zit-3);
      margin-block-end: var(--zit-5);
    }
    .brand {
      display: inline-flex;
      align-items: center;
      gap: var(--zit-3);
      color: var(--zit-ink);
      font-size: 1.0625rem;
      text-decoration: none;
    }
  `,
})
export class ClausePage {
  private readonly http = inject(PersonalHttp);
  protected readonly words = clauseWords;
  protected readonly frame = frameWords;
  protected readonly clause = resource({ loader: () => this.http.clause(ACCOUNT) });
}
