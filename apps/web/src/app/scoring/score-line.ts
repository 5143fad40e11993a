import { Component, computed, input } from '@angular/core';
import { scoringPageWords as words } from '@zit/words.pl/scoring-page';
import { Icon } from '../ui/icon';
import { cellsOf, stateText, totalText } from './score-cells';
import type { ScoreRow } from './score-row';

/** One offer of the grid: it is drawn again only when its own card, its place or the cursor in it changes. */
@Component({
  selector: 'tr[zitScoreLine]',
  imports: [Icon],
  template: `
    <th role="rowheader" scope="row" aria-colindex="1">
      <span class="title">{{ row().offer.title }}</span>
      <span class="soft">{{ row().offer.receiptNumber }}</span>
    </th>
    @for (cell of cells(); track cell.id; let at = $index) {
      <td
        role="gridcell"
        [attr.aria-colindex]="at + 2"
        [attr.data-row]="index()"
        [attr.data-column]="at"
        [attr.tabindex]="cursor() === at ? 0 : -1"
        [attr.aria-label]="cell.label"
        [attr.aria-invalid]="cell.wrong || cell.unexplained ? true : null"
        [attr.aria-readonly]="cell.automatic || row().closed() ? true : null"
        [attr.aria-selected]="cursor() === at"
        [attr.data-code]="cell.code"
        [class.automatic]="cell.automatic"
        [class.wrong]="cell.wrong"
        [class.unexplained]="cell.unexplained"
      >
        <span aria-hidden="true">{{ cell.text }}</span>
        @if (cell.unexplained) {
          <zit-icon name="warning" />
        } @else if (cell.explained) {
          <zit-icon name="edit" />
        }
      </td>
    }
    <td role="gridcell" class="total" [attr.aria-colindex]="cells().length + 2" [attr.data-label]="words.total">
      {{ total() }}
    </td>
    <td role="gridcell" class="rank" [attr.aria-colindex]="cells().length + 3" [attr.data-label]="words.rank">
      {{ rank() ?? words.noTotal }}
    </td>
    <td role="gridcell" class="state" [attr.aria-colindex]="cells().length + 4" [attr.data-state]="row().state()">
      {{ state() }}
    </td>
  `,
  styleUrl: './score-line.scss',
  host: { role: 'row', '[attr.aria-rowindex]': 'index() + 2', '[class.closed]': 'row().closed()' },
})
export class ScoreLine {
  readonly row = input.required<ScoreRow>();
  readonly index = input.required<number>();
  readonly rank = input.required<number | null>();
  /** Column of the cursor; null: it is elsewhere. */
  readonly cursor = input.required<number | null>();
  protected readonly words = words;
  protected readonly cells = computed(() => cellsOf(this.row(), this.row().criteria));
  protected readonly total = computed(() => totalText(this.row()));
  protected readonly state = computed(() => stateText(this.row()));
}
