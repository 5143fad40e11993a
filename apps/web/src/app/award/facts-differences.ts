import { Component, computed, input } from '@angular/core';
import { formatGrosze, type FactsDifferences, type MoneyDifference } from '@zit/domain';
import { differencesViewWords as words } from '@zit/words.pl/award-page';

/** What differs between two states of a consortium: people, money line by line with its sums, and what is done. */
@Component({
  selector: 'zit-facts-differences',
  template: `
    @if (differences().parties.length > 0) {
      <h3>{{ words.parties }}</h3>
      <ul>
        @for (one of differences().parties; track $index) {
          <li>{{ words.text(one.label, one.before, one.after) }}</li>
        }
      </ul>
    }
    @for (table of tables(); track table.caption) {
      @if (table.rows.length > 0) {
        <div class="wide" role="region" tabindex="0" [attr.aria-label]="table.caption">
          <table>
            <caption>
              {{
                table.caption
              }}
            </caption>
            <thead>
              <tr>
                <th scope="col">{{ words.what }}</th>
                <th scope="col" class="number">{{ words.before }}</th>
                <th scope="col" class="number">{{ words.after }}</th>
                <th scope="col" class="number">{{ words.difference }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of table.rows; track $index) {
                <tr>
                  <th scope="row">
                    {{ row.label }}
                    @if (row.under) {
                      <span class="soft">{{ row.under }}</span>
                    }
                  </th>
                  <td class="number">{{ row.before }}</td>
                  <td class="number">{{ row.after }}</td>
                  <td class="number">{{ row.difference }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    }
    @if (differences().works.length > 0) {
      <div class="wide" role="region" tabindex="0" [attr.aria-label]="words.works">
        <table>
          <caption>
            {{
              words.works
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ words.what }}</th>
              <th scope="col">{{ words.before }}</th>
              <th scope="col">{{ words.after }}</th>
            </tr>
          </thead>
          <tbody>
            @for (one of differences().works; track $index) {
              <tr>
                <th scope="row">{{ one.label }}</th>
                <td>{{ one.before ?? words.none }}</td>
                <td>{{ one.after ?? words.none }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  styleUrl: '../result/result-table.scss',
})
export class FactsDifferencesView {
  readonly differences = input.required<FactsDifferences>();
  protected readonly words = words;
  protected readonly tables = computed(() => {
    const { sums, shares, lines } = this.differences();
    return [
      { caption: words.sums, rows: sums.map((sum) => stated(sum)) },
      { caption: words.shares, rows: shares.map((share) => stated(share)) },
      {
        caption: words.lines,
        rows: lines.map(({ no, item, party, source, about, before, after }) =>
          row({ label: `${no} ${item}`, before, after }, [party, source, about].filter(Boolean).join('; ')),
        ),
      },
    ];
  });
}

const shown = (amount: number | null): string => (amount === null ? words.none : formatGrosze(amount));
const signed = (by: number): string =>
  by === 0 ? formatGrosze(0) : `${by > 0 ? '+' : '−'}${formatGrosze(Math.abs(by))}`;
const row = ({ label, before, after }: MoneyDifference, under: string | null) => ({
  ...{ label, under, before: shown(before), after: shown(after) },
  difference: signed((after ?? 0) - (before ?? 0)),
});
/** Where nothing was stated before, there is no difference to count. */
const stated = (sum: MoneyDifference) => {
  const counted = row(sum, null);
  return sum.before === null || sum.after === null ? { ...counted, difference: words.none } : counted;
};
