import {
  Component,
  ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  Injector,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { BUDGET_AREAS, totals, type BudgetArea, type Finding } from '@zit/domain';
import { budgetWords } from '@zit/words.pl/budget';
import { moneyPictureWords } from '@zit/words.pl/picture';
import { ConsortiumStore } from '../consortium/consortium-store';
import { MoneyPicture } from '../picture/money-picture';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { whilePrinting } from '../ui/while-printing';
import { BudgetGrid } from './budget-grid';
import { BudgetPrint } from './budget-print';
import { BudgetSheet } from './budget-sheet';
import { BudgetTools } from './budget-tools';
import { BudgetTotalsTables } from './budget-totals';
import { COLUMNS, budgetLines } from './sheet';
import { SheetMemory } from './sheet-memory';

/** The budget of a consortium: the sheet, its sums, and who brings and who receives. */
@Component({
  selector: 'zit-budget-page',
  imports: [
    BudgetGrid,
    BudgetPrint,
    BudgetTools,
    BudgetTotalsTables,
    EmptyState,
    Icon,
    MatButton,
    MoneyPicture,
    RouterLink,
  ],
  providers: [BudgetSheet],
  templateUrl: './budget-page.html',
  styleUrl: './budget-page.scss',
})
export class BudgetPage {
  /** A fix of the panel that only a person can finish: a new line in this area … */
  readonly dodaj = input<string>();
  /** … or this field of the line of this number. */
  readonly pozycja = input<string>();
  readonly pole = input<string>();
  protected readonly store = inject(ConsortiumStore);
  protected readonly sheet = inject(BudgetSheet);
  protected readonly compact = inject(SheetMemory).compact;
  protected readonly words = budgetWords;
  protected readonly pictureTitle = moneyPictureWords.title;
  protected readonly pasting = signal(false);
  /** A plain table of all lines stands on paper in place of the sheet. */
  protected readonly printing = whilePrinting();
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly grid = viewChild(BudgetGrid);
  private readonly pasteField = viewChild<ElementRef<HTMLTextAreaElement>>('pasteField');

  protected readonly totals = computed(() =>
    totals(budgetLines(this.sheet.lines()), this.store.facts()?.members ?? []),
  );
  protected readonly lineFindings = computed<ReadonlyMap<string, Finding>>(() => {
    const worst = new Map<string, Finding>();
    for (const finding of this.store.check()?.findings ?? []) {
      const no = finding.subject?.kind === 'line' && finding.verdict !== 'pass' ? finding.subject.id : null;
      if (no !== null && worst.get(no)?.verdict !== 'fail') worst.set(no, finding);
    }
    return worst;
  });

  constructor() {
    effect(() => {
      const wish = { area: this.dodaj(), no: this.pozycja(), field: this.pole() };
      if ((wish.area || wish.no) && this.store.facts()) untracked(() => void this.follow(wish));
    });
  }

  protected addLine(): void {
    this.sheet.addLine();
    this.toGrid();
  }

  protected nextFault(): void {
    if (this.sheet.goToNextFault()) this.toGrid();
  }

  protected openPaste(): void {
    this.pasting.set(true);
    this.next(() => this.pasteField()?.nativeElement.focus());
  }

  protected paste(text: string): void {
    this.sheet.pasteText(text);
    this.pasting.set(false);
    this.toGrid();
  }

  /** The grid may come into the page only with its first line. */
  protected toGrid(): void {
    this.next(() => this.grid()?.focusCell());
  }

  /** Does what the link asks for once, and takes it out of the address: going back does not add a second line. */
  private async follow({ area, no, field }: { area?: string; no?: string; field?: string }): Promise<void> {
    await this.router.navigate([], { queryParams: {}, replaceUrl: true });
    if (area && this.sheet.mayEdit()) this.sheet.addLine(isArea(area) ? area : undefined);
    const row = no ? this.sheet.numbers().indexOf(no) : -1;
    const column = COLUMNS.findIndex((key) => key === field);
    if (row >= 0) this.sheet.put({ row, column: Math.max(1, column) });
    this.toGrid();
  }

  private next(then: () => void): void {
    afterNextRender(then, { injector: this.injector });
  }
}

const isArea = (text: string): text is BudgetArea => (BUDGET_AREAS as readonly string[]).includes(text);
