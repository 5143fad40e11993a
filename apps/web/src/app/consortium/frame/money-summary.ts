import { Component, computed, input } from '@angular/core';
import { formatPercent, formatZloty, type BudgetTotals } from '@zit/domain';
import { panelWords } from '@zit/words.pl/consortium';

/** The money of a consortium in five figures and one bar, with the limit of ZIT money drawn on it. */
@Component({
  selector: 'zit-money-summary',
  template: `
    @if (totals().total > 0) {
      <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="money-cash" width="1.6" height="4" patternUnits="userSpaceOnUse">
            <rect width="1.6" height="4" class="ground" />
            <rect width="0.8" height="4" class="stripe" />
          </pattern>
          <pattern id="money-kind" width="3" height="5" patternUnits="userSpaceOnUse">
            <rect width="3" height="5" class="ground" />
            <rect width="3" height="2" class="stripe" />
          </pattern>
        </defs>
        @for (part of parts(); track part.name) {
          <rect y="4" height="16" [attr.x]="part.from" [attr.width]="part.width" [class]="part.name" />
        }
        <rect class="limit" y="0" height="20" width="0.6" [attr.x]="zitMaxPercent() - 0.3" />
      </svg>
      <p class="says">{{ says() }}</p>
      <dl>
        @for (row of rows(); track row.label) {
          <div [class.part]="row.part" [class.sum]="row.sum">
            <dt><span class="key" [class]="row.key" aria-hidden="true"></span>{{ row.label }}</dt>
            <dd class="number">{{ row.amount }}</dd>
          </div>
        }
      </dl>
    } @else {
      <p class="soft">{{ words.noMoney }}</p>
    }
  `,
  styleUrl: './money-summary.scss',
})
export class MoneySummary {
  readonly totals = input.required<BudgetTotals>();
  /** Largest part of the total that ZIT money may be, in percent. */
  readonly zitMaxPercent = input.required<number>();
  protected readonly words = panelWords;

  protected readonly parts = computed(() => {
    const { zit, ownCash, ownInKind, other, total } = this.totals();
    let from = 0;
    return Object.entries({ zit, cash: ownCash, kind: ownInKind, other }).map(([name, amount]) => {
      const part = { name, from, width: (100 * amount) / total };
      from += part.width;
      return part;
    });
  });

  protected readonly says = computed(() => {
    const { zit, own, total } = this.totals();
    return panelWords.barSays(formatPercent(zit, total), formatPercent(own, total), this.zitMaxPercent());
  });

  protected readonly rows = computed(() => {
    const { zit, own, ownCash, ownInKind, other, total } = this.totals();
    const row = (label: string, amount: number, key: string, more: { part?: boolean; sum?: boolean } = {}) => ({
      label,
      amount: formatZloty(amount),
      key,
      part: more.part ?? false,
      sum: more.sum ?? false,
    });
    return [
      row(panelWords.zit, zit, 'zit'),
      row(panelWords.own, own, ''),
      row(panelWords.ownCash, ownCash, 'cash', { part: true }),
      row(panelWords.ownInKind, ownInKind, 'kind', { part: true }),
      ...(other > 0 ? [row(panelWords.other, other, 'other')] : []),
      row(panelWords.total, total, '', { sum: true }),
    ];
  });
}
