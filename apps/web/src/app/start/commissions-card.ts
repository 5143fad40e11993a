import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { commissionPageWords } from '@zit/words.pl/commission-page';
import { CommissionHttp } from '../commission/commission-http';
import { Icon } from '../ui/icon';
import { StatusChip } from '../ui/status-chip';

/** For the steering group: calls in whose commission the person sits, and whether they have declared. */
@Component({
  selector: 'zit-commissions-card',
  imports: [Icon, RouterLink, StatusChip],
  template: `
    <section aria-labelledby="commissions">
      <h2 id="commissions"><zit-icon name="document" /> {{ words.title }}</h2>
      @if (rows(); as rows) {
        @if (rows.length > 0) {
          <ul>
            @for (row of rows; track row.callId) {
              <li>
                <a [routerLink]="['/nabory', row.callId, 'komisja']">{{ row.name }}</a>
                <zit-status-chip [tone]="row.declared ? 'settled' : 'attention'">{{
                  row.declared ? words.ready : words.declare
                }}</zit-status-chip>
                <span class="soft">{{ row.until }}</span>
              </li>
            }
          </ul>
        } @else {
          <p class="soft">{{ words.empty }}</p>
        }
      }
    </section>
  `,
  styleUrl: './desk-card.scss',
})
export class CommissionsCard {
  private readonly http = inject(CommissionHttp);
  protected readonly words = commissionPageWords.start;
  private readonly asked = resource({ loader: () => this.http.own() });
  protected readonly rows = computed(() =>
    this.asked.hasValue()
      ? this.asked.value().items.map((item) => ({
          ...item,
          name: commissionPageWords.call(item.callNumber, item.callTitle),
          until: item.deadlineAt ? commissionPageWords.start.until(formatInstantPl(item.deadlineAt)) : '',
        }))
      : null,
  );
}
