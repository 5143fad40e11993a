import { Component, computed, inject, model, output } from '@angular/core';
import { budgetWords } from '@zit/words.pl/budget';
import { Icon, type IconName } from '../ui/icon';
import { BudgetSheet } from './budget-sheet';

interface Tool {
  icon: IconName;
  name: string;
  keys: string;
  run: () => void;
  /** Why it cannot be used now; null when it can. */
  not: string | null;
}

/** The acts of the sheet for the pointer; every one of them has its keys. */
@Component({
  selector: 'zit-budget-tools',
  imports: [Icon],
  templateUrl: './budget-tools.html',
  styleUrl: './budget-tools.scss',
})
export class BudgetTools {
  private readonly sheet = inject(BudgetSheet);
  readonly compact = model.required<boolean>();
  readonly add = output<void>();
  readonly pasteBlock = output<void>();
  /** Something was done to the sheet: the keyboard goes back to it. */
  readonly acted = output<void>();

  protected readonly words = budgetWords;
  protected readonly tools = computed((): Tool[] => {
    const empty: string | null = this.sheet.lines().length === 0 ? budgetWords.nothingChosen : null;
    const tool = (icon: IconName, name: string, keys: string, run: () => void, not = empty): Tool => ({
      icon,
      name,
      keys,
      run,
      not,
    });
    return [
      tool(
        'undo',
        budgetWords.undo,
        'Ctrl+Z',
        () => this.sheet.undo(),
        this.sheet.canUndo() ? null : budgetWords.nothingToUndo,
      ),
      tool(
        'redo',
        budgetWords.redo,
        'Ctrl+Y',
        () => this.sheet.redo(),
        this.sheet.canRedo() ? null : budgetWords.nothingToRedo,
      ),
      tool('copy', budgetWords.duplicate, '', () => this.sheet.duplicate()),
      tool('up', budgetWords.up, 'Alt+↑', () => this.sheet.move(-1)),
      tool('down', budgetWords.down, 'Alt+↓', () => this.sheet.move(1)),
      tool('fill', budgetWords.fillDown, 'Ctrl+D', () => this.sheet.fillDown()),
      tool('trash', budgetWords.remove, 'Ctrl+Delete', () => this.sheet.remove()),
    ];
  });

  protected use(tool: Tool): void {
    if (tool.not !== null) return this.sheet.message.set(tool.not);
    tool.run();
    this.acted.emit();
  }
}
