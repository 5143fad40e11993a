import { Component, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { formatInstantPl } from '@zit/domain';
import { ownDataWords } from '@zit/words.pl/personal-page';
import { Act } from '../account/act';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';
import { PersonalHttp } from './personal-http';

/** Clauses that I have acknowledged, and those that wait for it. */
@Component({
  selector: 'zit-own-clauses',
  imports: [Loading, MatButton, ProblemNotice, RouterLink],
  template: `
    <h2>{{ words.title }}</h2>
    <p>
      <a routerLink="/klauzula">{{ words.read }}</a>
    </p>
    @if (act.refused(); as text) {
      <p class="refused" role="alert">{{ text }}</p>
    }
    @if (known.error(); as thrown) {
      <zit-problem-notice [thrown]="thrown" (retry)="known.reload()" />
    } @else if (known.hasValue()) {
      @let all = known.value();
      @if (all.due.length + all.items.length > 0) {
        <ul>
          @for (each of all.due; track each.clause) {
            <li>
              <span
                >{{ each.title }} <span class="soft">{{ words.due(each.version) }}</span></span
              >
              <button matButton="outlined" type="button" (click)="confirm(each.clause, each.version)">
                {{ words.confirm }}
              </button>
            </li>
          }
          @for (each of all.items; track $index) {
            <li>
              <span
                >{{ each.title }} <span class="soft">{{ words.known(each.version, moment(each.at)) }}</span></span
              >
            </li>
          }
        </ul>
      } @else {
        <p>{{ words.none }}</p>
      }
    } @else {
      <zit-loading />
    }
  `,
  styleUrl: '../account/section.scss',
  providers: [Act],
})
export class OwnClauses {
  private readonly http = inject(PersonalHttp);
  protected readonly act = inject(Act);
  protected readonly words = ownDataWords.clauses;
  protected readonly moment = formatInstantPl;
  protected readonly known = resource({ loader: () => this.http.acknowledgements() });

  protected async confirm(clause: string, version: string): Promise<void> {
    if (await this.act.run(() => this.http.acknowledge(clause, version), this.words.confirmed)) this.known.reload();
  }
}
