import { Component, computed, effect, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CommissionResponse } from '@zit/contracts';
import { commissionPageWords } from '@zit/words.pl/commission-page';
import { PageTitle } from '../shell/page-title';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';
import { Assignment } from './assignment';
import { CommissionHttp } from './commission-http';
import { Composition } from './composition';
import { Conflicts } from './conflicts';
import { OwnDeclaration } from './own-declaration';

/**
 * The commission of a call: who sits in it for everybody who works on the call; for who sits there, the own
 * declaration; for who leads it and has declared, conflicts and assignment.
 */
@Component({
  selector: 'zit-commission-page',
  imports: [Assignment, Composition, Conflicts, Loading, OwnDeclaration, PageHead, ProblemNotice, RouterLink],
  template: `
    @if (found(); as it) {
      <zit-page-head [heading]="words.title">
        <p>
          @if (it.own) {
            {{ words.call(it.callNumber, it.callTitle) }}
          } @else {
            <a [routerLink]="['/nabory', it.callId]">{{ words.call(it.callNumber, it.callTitle) }}</a>
          }
        </p>
        @if (it.conflictPolicy; as policy) {
          <p class="soft">{{ words.rules(it.quorum, words.policy[policy]) }}</p>
        }
      </zit-page-head>
      @if (gone()) {
        <p role="status">{{ words.gone }}</p>
      } @else {
        @if (it.own) {
          <zit-own-declaration
            [call]="it.callId"
            [policy]="it.conflictPolicy ?? 'WHOLE_CALL'"
            (declared)="reload()"
            (left)="gone.set(true)"
          />
        }
        <zit-composition [commission]="it" (changed)="newest.set($event)" />
        @if (leads()) {
          <zit-conflicts [call]="it.callId" [seats]="it.seats" [chairs]="it.own?.office === 'CHAIR'" />
          <zit-assignment [call]="it.callId" />
        }
      }
    } @else if (asked.error(); as failure) {
      <zit-page-head [heading]="words.title" />
      <zit-problem-notice [thrown]="failure" (retry)="asked.reload()" />
    } @else {
      <zit-loading />
    }
  `,
})
export class CommissionPage {
  readonly id = input.required<string>();
  private readonly http = inject(CommissionHttp);
  protected readonly words = commissionPageWords;
  protected readonly asked = resource({ params: this.id, loader: ({ params }) => this.http.read(params) });
  protected readonly newest = signal<CommissionResponse | null>(null);
  /** The person has just left the call by declaring a conflict. */
  protected readonly gone = signal(false);
  protected readonly found = computed(() => this.newest() ?? (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly leads = computed(() => {
    const own = this.found()?.own;
    return own?.declared === true && own.office !== 'MEMBER';
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(commissionPageWords.title));
  }

  protected async reload(): Promise<void> {
    this.newest.set(await this.http.read(this.id()));
  }
}
