import { Component, computed, inject, input, resource } from '@angular/core';
import { formatZloty } from '@zit/domain';
import { formatDatePl } from '@zit/domain/calendar/local-date';
import { inWarsaw } from '@zit/domain/calendar/instant';
import { publicAwardWords as words } from '@zit/words.pl/award-page';
import { AwardHttp } from './award-http';

/** Awards of a call that stand, for anybody; without one it says nothing. */
@Component({
  selector: 'zit-public-awards',
  template: `
    @if (rows().length > 0) {
      <section aria-labelledby="awards-title">
        <h2 id="awards-title">{{ words.title }}</h2>
        <ul>
          @for (row of rows(); track row) {
            <li>{{ row }}</li>
          }
        </ul>
      </section>
    }
  `,
})
export class PublicAwardsList {
  readonly slug = input.required<string>();
  private readonly http = inject(AwardHttp);
  protected readonly words = words;
  private readonly asked = resource({ params: () => this.slug(), loader: ({ params }) => this.http.public(params) });
  protected readonly rows = computed(() =>
    (this.asked.hasValue() ? this.asked.value().items : []).map(({ offer, place, awardedAt, totalGrosze, zitGrosze }) =>
      words.row(offer, place, formatDatePl(inWarsaw(awardedAt).date), formatZloty(totalGrosze), formatZloty(zitGrosze)),
    ),
  );
}
