import { Component, computed, input } from '@angular/core';
import type { RankingStability } from '@zit/contracts';
import { groupThousands } from '@zit/domain';
import { resultPageWords as words } from '@zit/words.pl/result-page';
import { StatusChip, type Tone } from '../ui/status-chip';

const TONES = { sure: 'settled', line: 'attention', unsure: 'quiet' } as const satisfies Record<string, Tone>;

/** How firmly a ranking stands: a bar for each offer, and the table with the same numbers. */
@Component({
  selector: 'zit-stability-view',
  imports: [StatusChip],
  template: `
    <p class="soft">{{ lead() }}</p>
    <div class="picture" aria-hidden="true">
      @for (row of rows(); track row.offer) {
        <span>{{ row.offer }}</span>
        <svg viewBox="0 0 100 10" preserveAspectRatio="none">
          <rect class="all" width="100" height="10" />
          <rect class="part" [attr.data-tone]="row.tone" [attr.width]="row.percent" height="10" />
        </svg>
      }
    </div>
    <div class="wide" role="region" tabindex="0" [attr.aria-label]="words.stabilityCaption">
      <table>
        <caption>
          {{
            words.stabilityCaption
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ words.stabilityColumns.offer }}</th>
            <th scope="col" class="number">{{ words.stabilityColumns.share }}</th>
            <th scope="col">{{ words.stabilityColumns.verdict }}</th>
            <th scope="col">{{ words.stabilityColumns.without }}</th>
            <th scope="col">{{ words.stabilityColumns.weight }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.offer) {
            <tr>
              <th scope="row">{{ row.offer }}</th>
              <td class="number">{{ row.share }}</td>
              <td>
                <zit-status-chip [tone]="row.tone">{{ row.verdict }}</zit-status-chip>
              </td>
              <td>{{ row.without }}</td>
              <td>{{ row.weights }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrls: ['./result-table.scss', './stability-view.scss'],
})
export class StabilityView {
  readonly stability = input.required<RankingStability['stability']>();
  protected readonly words = words;
  protected readonly lead = computed(() => words.stabilityLead(groupThousands(this.stability().trials)));
  protected readonly rows = computed(() => {
    const { trials, offers } = this.stability();
    return offers.map(({ offer, selected, verdict, withoutAssessor, withWeight }) => ({
      offer,
      percent: (100 * selected) / trials,
      share: words.selectedIn(groupThousands(selected), groupThousands(trials)),
      verdict: words.verdict[verdict],
      tone: TONES[verdict],
      without: withoutAssessor.join(', ') || words.never,
      weights: withWeight.map(({ code, percent }) => words.weight(code, percent)).join(', ') || words.never,
    }));
  });
}
