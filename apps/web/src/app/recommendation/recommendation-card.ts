import { Component, computed, input } from '@angular/core';
import type { Recommendation } from '@zit/contracts';
import { formatDatePl, formatInstantPl } from '@zit/domain';
import { recommendationWords } from '@zit/words.pl/recommendation';
import { StatusChip } from '../ui/status-chip';

/** A request as the council reads it, with its resolution. */
@Component({
  selector: 'zit-recommendation-card',
  imports: [StatusChip],
  template: `
    @let it = recommendation();
    <p class="soft">{{ words.council(it.countyName) }} · {{ asked() }}</p>
    @if (it.resolution; as done) {
      <section>
        <zit-status-chip [tone]="done.verdict === 'POSITIVE' ? 'settled' : 'quiet'">{{
          words.verdict[done.verdict]
        }}</zit-status-chip>
        <p>{{ words.resolution(done.resolutionNumber, session()) }}</p>
        <p>{{ words.votes(done.votesFor, done.votesAgainst, done.votesAbstained, done.excluded) }}</p>
        <h3>{{ words.reasons }}</h3>
        <p class="long">{{ done.reasons }}</p>
      </section>
    } @else {
      <p>{{ words.waiting }}</p>
    }
    <section>
      <h3>{{ words.summary }}</h3>
      <p class="long">{{ it.shown.summary }}</p>
      <h3>{{ words.members }}</h3>
      <ul>
        @for (member of it.shown.members; track $index) {
          <li>
            {{ member.name }}
            @if (member.role === 'LEADER') {
              <span class="soft">({{ words.leader }})</span>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--zit-4);
      max-inline-size: 720px;
    }
    h3 {
      margin-block: var(--zit-3) var(--zit-1);
    }
    .long {
      white-space: pre-line;
    }
    ul {
      margin: 0;
      padding-inline-start: 1.1em;
    }
  `,
})
export class RecommendationCard {
  readonly recommendation = input.required<Recommendation>();
  protected readonly words = recommendationWords;
  protected readonly asked = computed(() => recommendationWords.asked(formatInstantPl(this.recommendation().askedAt)));
  protected readonly session = computed(() => formatDatePl(this.recommendation().resolution?.sessionOn ?? ''));
}
