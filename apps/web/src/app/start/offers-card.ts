import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatInstantPl } from '@zit/domain';
import { offerStateWords } from '@zit/words.pl/offer-page';
import { startWords } from '@zit/words.pl/start';
import { OfferHttp } from '../offer/offer-http';
import { STATE_TONES } from '../offer/workshop/offer-head';
import { Icon } from '../ui/icon';
import { StatusChip } from '../ui/status-chip';

/** Offers on the desk; the rest is one link away. */
const MOST = 3;

/** For who acts for an organisation: its offers whose deadline has not passed; nothing when there are none. */
@Component({
  selector: 'zit-offers-card',
  imports: [Icon, RouterLink, StatusChip],
  template: `
    @if (rows().length > 0) {
      <section aria-labelledby="offers">
        <h2 id="offers"><zit-icon name="document" /> {{ words.title }}</h2>
        <ul>
          @for (row of rows(); track row.id) {
            <li>
              <a [routerLink]="['/oferty', row.id]">{{ row.title }}</a>
              <zit-status-chip [tone]="tones[row.state]">{{ states[row.state] }}</zit-status-chip>
              <span class="soft">{{ row.until }}</span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './desk-card.scss',
})
export class OffersCard {
  private readonly http = inject(OfferHttp);
  protected readonly words = startWords.offers;
  protected readonly states = offerStateWords.chip;
  protected readonly tones = STATE_TONES;
  private readonly asked = resource({ loader: () => this.http.page() });
  /** Where the list cannot be had the desk does without it: it stands behind „Oferty”, which says why. */
  protected readonly rows = computed(() =>
    this.asked.hasValue()
      ? this.asked
          .value()
          .items.filter(({ phase }) => phase === 'OPEN' || phase === 'ANNOUNCED')
          .slice(0, MOST)
          .map((offer) => ({ ...offer, until: startWords.offers.until(formatInstantPl(offer.deadlineAt)) }))
      : [],
  );
}
