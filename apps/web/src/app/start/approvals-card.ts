import { Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { startWords } from '@zit/words.pl/start';
import { PeopleHttp } from '../people/people-http';
import { Icon } from '../ui/icon';
import { ProblemNotice } from '../ui/problem-notice';

/** For an administrator: invitations that wait for a second pair of eyes; nothing when none does. */
@Component({
  selector: 'zit-approvals-card',
  imports: [Icon, MatButton, ProblemNotice, RouterLink],
  template: `
    @if (found.error(); as thrown) {
      <zit-problem-notice [thrown]="thrown" (retry)="found.reload()" />
    } @else if (waiting(); as waiting) {
      <section aria-labelledby="approvals">
        <zit-icon name="warning" />
        <div>
          <h2 id="approvals">{{ words.title }}</h2>
          @if (waiting.mine > 0) {
            <p>{{ words.yours(waiting.mine) }}</p>
          }
          @if (waiting.stuck > 0) {
            <p>{{ words.stuck(waiting.stuck) }}</p>
          }
        </div>
        <a matButton="filled" [routerLink]="waiting.mine > 0 ? '/osoby/zaproszenia' : '/osoby/zapros'">{{
          waiting.mine > 0 ? words.open : words.inviteSecond
        }}</a>
      </section>
    }
  `,
  styles: `
    section {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--zit-3) var(--zit-4);
      margin-block-end: var(--zit-5);
      padding: var(--zit-4) var(--zit-5);
      border: 1px solid var(--zit-line-strong);
      border-radius: 10px;
      background: var(--zit-surface);
    }
    div {
      flex: 1 1 16rem;
    }
    h2 {
      margin: 0;
      font-size: 1.125rem;
    }
    p {
      margin: 0;
    }
    zit-problem-notice {
      margin-block-end: var(--zit-5);
    }
  `,
})
export class ApprovalsCard {
  private readonly http = inject(PeopleHttp);
  protected readonly words = startWords.approvals;
  protected readonly found = resource({ loader: () => this.http.invitations() });
  /** Those that this administrator decides about, and those that nobody can. */
  protected readonly waiting = computed(() => {
    if (!this.found.hasValue()) return null;
    const { items, approvers } = this.found.value();
    const proposed = items.filter(({ state }) => state === 'PROPOSED');
    const mine = proposed.filter(({ may }) => may.approve).length;
    const stuck = approvers === 0 ? proposed.length - mine : 0;
    return mine + stuck > 0 ? { mine, stuck } : null;
  });
}
