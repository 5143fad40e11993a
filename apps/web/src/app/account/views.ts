import { Component, inject, resource } from '@angular/core';
import { formatInstantPl } from '@zit/domain';
import { accountPageWords } from '@zit/words.pl/account-page';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';
import { AccountHttp } from './account-http';

/** When an administrator looked through my eyes, and why. */
@Component({
  selector: 'zit-views',
  imports: [Loading, ProblemNotice],
  template: `
    <h2>{{ words.title }}</h2>
    <p class="soft">{{ words.lead }}</p>
    @if (views.error(); as thrown) {
      <zit-problem-notice [thrown]="thrown" (retry)="views.reload()" />
    } @else if (views.hasValue()) {
      @if (views.value().items.length > 0) {
        <ul>
          @for (each of views.value().items; track each.at) {
            <li>
              <span>
                {{ each.viewer }}: {{ each.reason }} <span class="soft">{{ moment(each.at) }}</span>
              </span>
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
  styleUrl: './section.scss',
})
export class Views {
  private readonly http = inject(AccountHttp);
  protected readonly words = accountPageWords.views;
  protected readonly views = resource({ loader: () => this.http.views() });
  protected readonly moment = formatInstantPl;
}
