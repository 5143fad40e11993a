import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Finding } from '@zit/domain';
import { fixWords, panelWords } from '@zit/words.pl/consortium';
import { FindingsList } from '../../ui/findings-list';
import { SavedState } from '../../ui/saved-state';
import { ConsortiumFixes } from '../consortium-fixes';
import { ConsortiumStore } from '../consortium-store';
import { MoneySummary } from './money-summary';

/** Facts beside work: each rule as a running calculation with its fix, the money, and whether all is saved. */
@Component({
  selector: 'zit-consortium-panel',
  imports: [FindingsList, MatButton, MoneySummary, SavedState],
  template: `
    @if (store.facts(); as facts) {
      <section class="saved">
        <zit-saved-state [saved]="store.saved()" />
        @if (refusals().length > 0) {
          <ul class="why">
            @for (message of refusals(); track message) {
              <li>{{ message }}</li>
            }
          </ul>
        }
        @if (stuck()) {
          <div class="mend">
            <button matButton="outlined" type="button" (click)="store.retry()">{{ words.retry }}</button>
            @if (store.saving().is === 'refused') {
              <button matButton type="button" (click)="store.dropRefused()">{{ words.dropRefused }}</button>
            }
          </div>
        }
      </section>
      <section aria-labelledby="panel-rules">
        <h2 id="panel-rules">{{ words.rules }}</h2>
        @if (store.check(); as check) {
          <zit-findings-list
            [findings]="check.findings"
            [notChecked]="check.notChecked"
            [reason]="reason()"
            (fix)="mend($event)"
          />
          <p class="version">{{ words.ruleSet(check.ruleSet) }}</p>
        }
      </section>
      <section aria-labelledby="panel-money">
        <h2 id="panel-money">{{ words.money }}</h2>
        <zit-money-summary [totals]="store.totals()" [zitMaxPercent]="facts.ruleSet.cap.zitMaxPercent" />
      </section>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--zit-5);
    }
    h2 {
      margin-block-end: var(--zit-2);
      font-size: 1.125rem;
    }
    .saved {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--zit-2);
    }
    .why {
      flex-basis: 100%;
      margin: 0;
      padding-inline-start: var(--zit-5);
      overflow-wrap: anywhere;
    }
    .mend {
      display: flex;
      flex-wrap: wrap;
      gap: var(--zit-2);
    }
    .version {
      margin: var(--zit-3) 0 0;
      color: var(--zit-ink-soft);
      font-size: 0.875rem;
    }
  `,
})
export class ConsortiumPanel {
  protected readonly store = inject(ConsortiumStore);
  private readonly fixes = inject(ConsortiumFixes);
  protected readonly words = panelWords;
  protected readonly reason = computed(() =>
    this.store.may().edit ? null : (this.store.may().reason ?? fixWords.mayNot),
  );
  protected readonly stuck = computed(() => ['unreachable', 'refused'].includes(this.store.saving().is));

  /** What the server says of each field that it refused; without it nobody knows which one to mend. */
  protected readonly refusals = computed(() => {
    const saving = this.store.saving();
    return saving.is === 'refused' ? [...new Set(saving.problem.errors?.map(({ message }) => message))] : [];
  });

  protected mend(finding: Finding): void {
    if (finding.fix) {
      void this.fixes.apply(finding.fix);
    }
  }
}
