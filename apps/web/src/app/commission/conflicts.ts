import { Component, computed, inject, Injector, input, linkedSignal, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { CommissionSeat, ConflictItem, ConflictList, Tie } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { commissionPageWords as words } from '@zit/words.pl/commission-page';
import { SessionStore } from '../session/session-store';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';
import { askForReason } from '../ui/reason-dialog';
import { StatusChip } from '../ui/status-chip';
import { CommissionHttp } from './commission-http';
import { TieForm } from './tie-form';
import { TieList } from './tie-list';

/** Conflicts of the whole commission for who leads it; the chair decides the soft ones and enters ties of others. */
@Component({
  selector: 'zit-conflicts',
  imports: [Loading, MatButton, ProblemNotice, StatusChip, TieForm, TieList],
  template: `
    <section aria-labelledby="conflicts">
      <h2 id="conflicts">{{ words.parts.conflicts }}</h2>
      <p class="soft">{{ words.conflictsLead }}</p>
      @if (list(); as it) {
        @if (rows().length > 0) {
          <ul class="rows">
            @for (row of rows(); track row.key) {
              <li>
                <p class="acts">
                  <strong>{{ row.item.name }}</strong>
                  <span class="serif">{{ row.item.consortium }}</span>
                  @if (row.item.cause; as cause) {
                    <zit-status-chip [tone]="cause === 'SOFT' ? 'attention' : 'blocked'">{{
                      words.cause[cause]
                    }}</zit-status-chip>
                  } @else {
                    <zit-status-chip tone="settled">{{ words.in }}</zit-status-chip>
                  }
                </p>
                <ul>
                  @for (line of row.lines; track $index) {
                    <li>{{ line }}</li>
                  }
                </ul>
                @if (row.item.mayDecide) {
                  <p class="acts">
                    @for (bars of [true, false]; track bars) {
                      <button
                        matButton="outlined"
                        type="button"
                        [attr.aria-label]="words.decideNamed(bars, row.item.name, row.item.consortium)"
                        (click)="decide(row.item, bars)"
                      >
                        {{ bars ? words.bar : words.letIn }}
                      </button>
                    }
                  </p>
                }
              </li>
            }
          </ul>
        } @else {
          <p>{{ words.noConflicts }}</p>
        }
        <h3>{{ words.otherTies }}</h3>
        <p class="soft">{{ words.otherTiesLead }}</p>
        <zit-tie-list [ties]="it.ties" [names]="names()" [ends]="chairs() ? me() : null" (end)="end($event)" />
        @if (chairs()) {
          <zit-tie-form [call]="call()" [people]="others()" (entered)="asked.reload()" />
        }
      } @else if (asked.error(); as failure) {
        <zit-problem-notice [thrown]="failure" (retry)="asked.reload()" />
      } @else {
        <zit-loading />
      }
    </section>
  `,
  styleUrl: './commission.scss',
})
export class Conflicts {
  readonly call = input.required<string>();
  readonly seats = input.required<readonly CommissionSeat[]>();
  readonly chairs = input.required<boolean>();
  private readonly http = inject(CommissionHttp);
  private readonly injector = inject(Injector);
  private readonly session = inject(SessionStore);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = words;
  protected readonly asked = resource({ params: this.call, loader: ({ params }) => this.http.conflicts(params) });
  protected readonly list = linkedSignal<ConflictList | null>(() =>
    this.asked.hasValue() ? this.asked.value() : null,
  );
  protected readonly me = computed(() => this.session.person()?.id ?? '');
  protected readonly names = computed(() => new Map(this.seats().map(({ personId, name }) => [personId, name])));
  protected readonly others = computed(() =>
    [...this.names()].filter(([personId]) => personId !== this.me()).map(([personId, name]) => ({ personId, name })),
  );
  protected readonly rows = computed(() =>
    (this.list()?.items ?? []).map((item) => ({
      item,
      key: `${item.offerId} ${item.personId}`,
      lines: linesOf(item),
    })),
  );

  protected async decide({ personId, offerId, name, consortium }: ConflictItem, bars: boolean): Promise<void> {
    const go = bars ? words.bar : words.letIn;
    const done = await askForReason(this.injector, {
      ...{ title: words.decideNamed(bars, name, consortium), lead: words.conflictsLead, go, working: go },
      reason: { label: words.decisionReason, hint: '', missing: words.missing.reason, shortest: 3, longest: 2_000 },
      act: (id, reason) => this.http.decide(this.call(), { id, personId, offerId, bars, reason }),
    });
    this.taken(done, words.decisionSaved);
  }

  protected async end({ id }: Tie): Promise<void> {
    const done = await askForReason(this.injector, {
      ...{ title: words.endTie, lead: words.otherTiesLead, go: words.endTie, working: words.endTie },
      reason: { label: words.endTieReason, hint: '', missing: words.missing.reason, shortest: 3, longest: 1_000 },
      act: (_, reason) => this.http.endTie(this.call(), id, reason),
    });
    this.taken(done, words.tieEnded);
  }

  private taken(done: ConflictList | null, said: string): void {
    if (!done) return;
    this.list.set(done);
    this.snackBar.open(said, undefined, { duration: 5_000 });
  }
}

/** What is known of the pair, a sentence each. */
function linesOf({ found, declared, decision }: ConflictItem): string[] {
  const ties = found.map(
    ({ weight, kind, party, through, source }) =>
      `${words.foundTie(words.tieKinds[kind], party, through, words.sources[source])} (${words.weight[weight]})`,
  );
  const said = declared ? [words.saidConflict(declared.reason, formatInstantPl(declared.at))] : [];
  const decided = decision ? [words.decided(decision.bars, formatInstantPl(decision.at), decision.reason)] : [];
  return [...said, ...ties, ...decided];
}
