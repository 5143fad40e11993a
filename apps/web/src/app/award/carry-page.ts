import { Component, computed, effect, inject, linkedSignal, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { formatZloty } from '@zit/domain';
import { carryPageWords as words } from '@zit/words.pl/award-page';
import { ConsortiumStore } from '../consortium/consortium-store';
import { Loading } from '../ui/loading';
import { ProblemNotice } from '../ui/problem-notice';
import { AwardHttp } from './award-http';
import { FactsDifferencesView } from './facts-differences';

/** The award of a consortium: what carrying the offer into its rooms would change, and the agreement that follows. */
@Component({
  selector: 'zit-carry-page',
  imports: [FactsDifferencesView, Loading, MatButton, ProblemNotice, RouterLink],
  template: `
    <h2>{{ words.title }}</h2>
    @if (state(); as state) {
      @if (state.award; as award) {
        <p>{{ words.lead(award.callNumber, award.offer, award.place, award.resultNo) }}</p>
        <dl>
          @for (row of rows(); track row.name) {
            <div>
              <dt>{{ row.name }}</dt>
              <dd>{{ row.value }}</dd>
            </div>
          }
        </dl>
        @if (done()) {
          <p role="status">{{ words.done }}</p>
        }
        @if (thrown(); as thrown) {
          <zit-problem-notice [thrown]="thrown" [retryable]="false" />
        }
        @if (state.blocks.length > 0) {
          <h3>{{ words.inTheWay }}</h3>
          <ul>
            @for (block of state.blocks; track $index) {
              <li>{{ block.text }}</li>
            }
          </ul>
        } @else if (!done() && state.differences; as differences) {
          <h3>{{ words.wouldChange }}</h3>
          <p class="soft">{{ words.wouldChangeLead }}</p>
          <zit-facts-differences [differences]="differences" />
        }
        <p class="acts screen-only">
          @if (state.agreementId; as agreement) {
            <a [matButton]="done() ? 'filled' : 'outlined'" [routerLink]="['/dokumenty', agreement]">{{
              words.agreement
            }}</a>
          }
          @if (!done() && state.blocks.length === 0) {
            @if (state.mayCarry) {
              <button matButton="filled" type="button" [attr.aria-busy]="busy()" (click)="carry()">
                {{ busy() ? words.working : words.carry }}
              </button>
            } @else {
              <span class="soft">{{ state.reason }}</span>
            }
          }
        </p>
      } @else {
        <p>{{ words.none }}</p>
      }
    } @else if (asked.error()) {
      <zit-problem-notice [thrown]="asked.error()" (retry)="asked.reload()" />
    } @else {
      <zit-loading />
    }
  `,
  styleUrl: './carry-page.scss',
})
export class CarryPage {
  private readonly consortium = inject(ConsortiumStore);
  private readonly http = inject(AwardHttp);
  protected readonly words = words;
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  protected readonly asked = resource({
    params: () => this.consortium.id() ?? undefined,
    loader: ({ params }) => this.http.ofConsortium(params),
  });
  protected readonly state = linkedSignal(() => (this.asked.hasValue() ? this.asked.value() : null));
  /** Carried, and the rooms still say what the offer says. */
  protected readonly done = computed(() => {
    const state = this.state();
    return state !== null && state.award?.carriedAt != null && state.differences?.changed === false;
  });
  protected readonly rows = computed(() => {
    const award = this.state()?.award;
    if (!award) return [];
    return [
      { name: words.total, value: formatZloty(award.totalGrosze) },
      { name: words.zit, value: formatZloty(award.zitGrosze) },
      { name: words.own, value: formatZloty(award.ownGrosze) },
    ];
  });

  constructor() {
    // What waits to be saved would be carried over; the page compares with what is saved.
    effect(() => void (this.consortium.id() && this.consortium.saveAll()));
  }

  protected async carry(): Promise<void> {
    const [id, state] = [this.consortium.id(), this.state()];
    if (id === null || !state?.award || !state.checked || this.busy()) return;
    this.busy.set(true);
    this.thrown.set(null);
    try {
      this.state.set(await this.http.carry(id, { award: state.award.id, checked: state.checked }));
      await this.consortium.open(id);
    } catch (thrown) {
      this.thrown.set(thrown);
      this.asked.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
