import { Component, computed, ElementRef, inject, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { formatZloty } from '@zit/domain';
import { columnWords } from '@zit/words.pl/budget';
import { budgetFileWords as words } from '@zit/words.pl/offer-budget';
import { BudgetSheet } from '../../budget/budget-sheet';
import { cellText } from '../../budget/cell-text';
import { parseBlock } from '../../budget/clipboard';
import { FIELDS, faultCount, type FieldKey, type Lines } from '../../budget/sheet';
import { Icon } from '../../ui/icon';
import { readBudgetFile, tableIn, type ReadFile } from './budget-file';

/** What is shown of a file at most: the rest waits in the grid. */
const MOST_FAULTS = 50;
const MOST_ROWS = 20;
const SHOWN: readonly FieldKey[] = ['item', 'member', 'source', 'quantity', 'unitPriceGrosze', 'amountGrosze'];

interface Preview {
  lines: Lines;
  /** Number in the file of each line. */
  numbers: number[];
  notes: string[];
}

/** Reads a budget out of a file or a pasted block: first everything is shown, then it goes into the grid. */
@Component({
  selector: 'zit-budget-import',
  imports: [Icon, MatButton],
  templateUrl: './budget-import.html',
  styleUrl: './budget-import.scss',
})
export class BudgetImport {
  /** The lines are in the sheet, or the person gave up. */
  readonly done = output<boolean>();
  private readonly sheet = inject(BudgetSheet);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('file');

  protected readonly words = words;
  protected readonly columns = columnWords;
  protected readonly shown = SHOWN;
  protected readonly reading = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly preview = signal<Preview | null>(null);
  protected readonly replace = signal(false);
  protected readonly sum = computed(() => {
    const lines = this.preview()?.lines ?? [];
    // What still has faults is not counted, here as in the sheet.
    return formatZloty(lines.reduce((all, { amountGrosze, held }) => (held ? all : all + amountGrosze), 0));
  });
  protected readonly faultCount = computed(() =>
    (this.preview()?.lines ?? []).reduce((sum, line) => sum + faultCount(line), 0),
  );
  protected readonly faults = computed(() => {
    const { lines = [], numbers = [] } = this.preview() ?? {};
    return lines
      .flatMap((line, i) =>
        FIELDS.flatMap((key) => {
          const fault = line.faults[key];
          return fault
            ? [words.fault(numbers[i] ?? 0, columnWords[key].title, fault.typed.slice(0, 60), fault.text)]
            : [];
        }),
      )
      .slice(0, MOST_FAULTS);
  });
  protected readonly rows = computed(() => {
    const { lines = [], numbers = [] } = this.preview() ?? {};
    const lists = this.sheet.lists();
    return lines.slice(0, MOST_ROWS).map((line, i) => ({
      number: numbers[i] ?? 0,
      cells: SHOWN.map((key) => ({ key, text: cellText(line, key, lists), fault: line.faults[key] !== undefined })),
    }));
  });

  focus(): void {
    this.field()?.nativeElement.focus();
  }

  protected async choose(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (!file) return;
    this.reading.set(true);
    this.show(await readBudgetFile(file));
    this.reading.set(false);
    // The same file, mended meanwhile, may be chosen again.
    field.value = '';
  }

  protected paste(text: string): void {
    const table = tableIn(parseBlock(text));
    this.show(table ? { ok: true, table } : { ok: false, text: words.noHeads });
  }

  protected take(): void {
    const preview = this.preview();
    if (!preview) return;
    if (this.sheet.takeTable(preview.lines, this.replace())) this.done.emit(true);
    else this.problem.set(words.tooMany);
  }

  private show(read: ReadFile): void {
    this.preview.set(null);
    this.problem.set(null);
    if (!read.ok) return this.problem.set(read.text);
    const { cells, numbers, notes } = read.table;
    const found = this.sheet.readTable(cells);
    if (!found) return this.problem.set(words.tooMany);
    if (found.lines.length === 0) return this.problem.set(words.noRows);
    const ignored = found.ignored.map((name) => `„${name}”`).join(', ');
    this.preview.set({ lines: found.lines, numbers, notes: [...notes, ...(ignored ? [words.ignored(ignored)] : [])] });
  }
}
