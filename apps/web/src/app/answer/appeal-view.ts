import { Component, computed, input } from '@angular/core';
import type { Appeal } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { appealPageWords as words } from '@zit/words.pl/appeal-page';
import { StatusChip } from '../ui/status-chip';

/** An appeal on its way: grounds, what the commission says, what was decided. */
@Component({
  selector: 'zit-appeal-view',
  imports: [StatusChip],
  template: `
    <h3>
      {{ words.appeal(appeal().no) }}: {{ appeal().title }} <span class="soft">{{ appeal().offer }}</span>
    </h3>
    <p>
      {{ lodged() }}
      @if (appeal().lateDays > 0) {
        <zit-status-chip tone="attention">{{ words.late(appeal().lateDays) }}</zit-status-chip>
      }
    </p>
    <p class="text">{{ appeal().grounds }}</p>
    <h4>{{ words.statement }}</h4>
    @if (appeal().statement; as statement) {
      <p class="text">{{ statement.text }}</p>
    } @else {
      <p class="soft">{{ words.waitsStatement }}</p>
    }
    <h4>{{ words.decision }}</h4>
    @if (appeal().decision; as decision) {
      <p>
        <zit-status-chip [tone]="decision.upheld ? 'settled' : 'quiet'">{{
          decision.upheld ? words.upheld : words.dismissed
        }}</zit-status-chip>
      </p>
      <p class="text">{{ decision.reasons }}</p>
      <p class="soft">{{ words.basis(decision.basis) }}</p>
      @if (decision.upheld) {
        <p>{{ words.effect[decision.effect] }}</p>
      }
    } @else {
      <p class="soft">{{ words.waitsDecision }}</p>
    }
  `,
  styles: `
    h4 {
      margin-block: var(--zit-3) var(--zit-1);
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class AppealView {
  readonly appeal = input.required<Appeal>();
  protected readonly words = words;
  protected readonly lodged = computed(() =>
    words.lodged(formatInstantPl(this.appeal().lodgedAt), this.appeal().resultNo),
  );
}
