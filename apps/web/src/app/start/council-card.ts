import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { startWords } from '@zit/words.pl/start';
import { RecommendationHttp } from '../recommendation/recommendation-http';
import { Icon } from '../ui/icon';

/** For the NGO council of a county: requests on which it has not resolved; nothing when there are none. */
@Component({
  selector: 'zit-council-card',
  imports: [Icon, RouterLink],
  template: `
    @if (rows().length > 0) {
      <section aria-labelledby="requests">
        <h2 id="requests"><zit-icon name="document" /> {{ words.title }}</h2>
        <ul>
          @for (row of rows(); track row.id) {
            <li>
              <a [routerLink]="['/rekomendacje', row.id]">{{ row.shown.title }}</a>
              <span class="soft">{{ row.shown.consortium }}</span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './desk-card.scss',
})
export class CouncilCard {
  private readonly http = inject(RecommendationHttp);
  protected readonly words = startWords.requests;
  private readonly asked = resource({ loader: () => this.http.page() });
  protected readonly rows = computed(() =>
    this.asked.hasValue() ? this.asked.value().items.filter(({ resolution }) => resolution === null) : [],
  );
}
