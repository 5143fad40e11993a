import { Component, inject } from '@angular/core';
import { budgetWords, columnWords } from '@zit/words.pl/budget';
import { BudgetSheet } from './budget-sheet';
import { cellText } from './cell-text';
import { FIELDS, NUMBER_COLUMNS } from './sheet';

/** All lines as a plain table: the paper's place of the sheet. */
@Component({
  selector: 'zit-budget-print',
  template: `
    <table>
      <caption>
        {{
          words.sheetName
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ columns.no.title }}</th>
          @for (key of fields; track key) {
            <th scope="col" [class.number]="numbers.includes(key)">{{ columns[key].title }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (line of sheet.lines(); track line.id; let i = $index) {
          <tr>
            <th scope="row">{{ sheet.numbers()[i] ?? '–' }}</th>
            @for (key of fields; track key) {
              <td [class.number]="numbers.includes(key)">{{ text(line, key, sheet.lists()) }}</td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    :host {
      display: none;
    }
    @media print {
      :host {
        display: block;
      }
    }
    table {
      font-size: 8pt;
    }
    caption {
      text-align: start;
    }
    th,
    td {
      padding: 2pt 4pt 2pt 0;
      border-block-end: 0.5pt solid #999;
      vertical-align: top;
    }
    th.number {
      text-align: end;
    }
  `,
})
export class BudgetPrint {
  protected readonly sheet = inject(BudgetSheet);
  protected readonly words = budgetWords;
  protected readonly columns = columnWords;
  protected readonly fields = FIELDS.filter((key) => key !== 'valuation' && key !== 'justification');
  protected readonly numbers: readonly string[] = NUMBER_COLUMNS;
  protected readonly text = cellText;
}
