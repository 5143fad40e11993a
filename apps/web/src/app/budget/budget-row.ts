import { Component, computed, inject, input, output } from '@angular/core';
import type { Finding } from '@zit/domain';
import { budgetWords } from '@zit/words.pl/budget';
import { BudgetSheet } from './budget-sheet';
import { CellEditor, type Finished } from './cell-editor';
import { cellText, editedText } from './cell-text';
import { COLUMNS, NUMBER_COLUMNS, isListColumn, type ColumnKey, type FieldKey, type SheetLine } from './sheet';

/** The cell of this row that is being written, and what it opened with. */
export interface Editing {
  column: number;
  /** The letter that began it; null: the text that stands there. */
  letter: string | null;
}

/** One line of the sheet. It is drawn anew only when something about this very line changes. */
@Component({
  selector: 'zit-budget-row',
  imports: [CellEditor],
  templateUrl: './budget-row.html',
  styleUrl: './budget-row.scss',
  host: { role: 'row' },
})
export class BudgetRow {
  private readonly sheet = inject(BudgetSheet);
  readonly line = input.required<SheetLine>();
  readonly index = input.required<number>();
  readonly no = input.required<string | null>();
  /** Column of the cursor when it stands in this row. */
  readonly cursor = input<number | null>(null);
  /** Selected columns of this row. */
  readonly selected = input<{ left: number; right: number } | null>(null);
  readonly editing = input<Editing | null>(null);
  readonly finding = input<Finding | null>(null);
  readonly finished = output<Finished>();
  readonly dropped = output<void>();

  protected readonly words = budgetWords;
  protected readonly cells = computed(() => {
    const line = this.line();
    const lists = this.sheet.lists();
    return COLUMNS.map((key, column) => ({
      key,
      column,
      text: key === 'no' ? (this.no() ?? '–') : cellText(line, key, lists),
      fault: key === 'no' ? undefined : line.faults[key],
      number: NUMBER_COLUMNS.includes(key),
    }));
  });

  /** Whose the line is when the person may not write it. */
  protected readonly closed = computed(() => (this.sheet.mayEdit() ? this.sheet.closedAt(this.index()) : null));

  protected isSelected(column: number): boolean {
    const selected = this.selected();
    return selected !== null && column >= selected.left && column <= selected.right;
  }

  protected editorText(key: ColumnKey, editing: Editing): string {
    return key === 'no' ? '' : (editing.letter ?? editedText(this.line(), key, this.sheet.lists()));
  }

  protected listFor(key: ColumnKey) {
    const lists = this.sheet.lists();
    return key === 'item' || isListColumn(key) ? lists[key] : null;
  }

  protected isStrict(key: ColumnKey): boolean {
    return isListColumn(key);
  }

  protected fieldKey(key: ColumnKey): FieldKey {
    return key === 'no' ? 'item' : key;
  }
}
