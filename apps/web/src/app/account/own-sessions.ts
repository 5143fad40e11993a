import { Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { formatDatePl, inWarsaw } from '@zit/domain';
import { accountPageWords } from '@zit/words.pl/account-page';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';
import { StatusChip } from '../ui/status-chip';
import { AccountHttp } from './account-http';
import { Act } from './act';

/** Where one is signed in, and the end of it. */
@Component({
  selector: 'zit-own-sessions',
  imports: [Loading, MatButton, ProblemNotice, StatusChip],
  template: `
    <h2 #head tabindex="-1">{{ words.title }}</h2>
    <p class="soft">{{ words.lead }}</p>
    @if (act.refused(); as text) {
      <p class="refused" role="alert">{{ text }}</p>
    }
    @if (sessions.error(); as thrown) {
      <zit-problem-notice [thrown]="thrown" (retry)="sessions.reload()" />
    } @else if (sessions.hasValue()) {
      <ul>
        @for (each of sessions.value().items; track each.id) {
          <li>
            <span>
              {{ each.device }}
              @if (each.network) {
                <span class="soft">{{ words.from(each.network) }}</span>
              }
              <span class="soft"
                >{{ words.beganAt(moment(each.beganAt)) }}, {{ words.seenAt(moment(each.seenAt)) }}</span
              >
            </span>
            @if (each.present) {
              <zit-status-chip tone="place">{{ words.present }}</zit-status-chip>
            } @else {
              <button
                matButton
                type="button"
                [attr.aria-label]="words.endOf(each.device, moment(each.beganAt))"
                (click)="end(each.id, head)"
              >
                {{ words.end }}
              </button>
            }
          </li>
        }
      </ul>
      @if (others()) {
        <button matButton="outlined" type="button" (click)="endOthers(head)">{{ words.endOthers }}</button>
      }
    } @else {
      <zit-loading />
    }
  `,
  styleUrl: './section.scss',
  providers: [Act],
})
export class OwnSessions {
  private readonly http = inject(AccountHttp);
  protected readonly words = accountPageWords.sessions;
  protected readonly act = inject(Act);
  protected readonly sessions = resource({ loader: () => this.http.sessions() });
  protected readonly others = computed(
    () => this.sessions.hasValue() && this.sessions.value().items.some((each) => !each.present),
  );

  protected moment(at: string): string {
    const { date, time } = inWarsaw(at);
    return `${formatDatePl(date)}, ${time}`;
  }

  protected end(id: string, head: HTMLElement): Promise<void> {
    return this.shorten(() => this.http.endSession(id), this.words.ended, head);
  }

  protected endOthers(head: HTMLElement): Promise<void> {
    return this.shorten(() => this.http.endOtherSessions(), this.words.othersEnded, head);
  }

  /** The button goes with its row; the keyboard stays at the list. */
  private async shorten(act: () => Promise<void>, done: string, head: HTMLElement): Promise<void> {
    if (!(await this.act.run(act, done))) return;
    head.focus();
    this.sessions.reload();
  }
}
