import { afterNextRender, Component, computed, ElementRef, inject, Injector, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { nameKey, offerFacts, totals, type Finding, type OfferFinding } from '@zit/domain';
import { budgetWords } from '@zit/words.pl/budget';
import { offerBudgetWords } from '@zit/words.pl/offer-budget';
import { moneyPictureWords } from '@zit/words.pl/picture';
import { BudgetGrid } from '../../budget/budget-grid';
import { BudgetHome } from '../../budget/budget-home';
import { BudgetPrint } from '../../budget/budget-print';
import { BudgetSheet } from '../../budget/budget-sheet';
import { BudgetTools } from '../../budget/budget-tools';
import { BudgetTotalsTables } from '../../budget/budget-totals';
import { COLUMNS } from '../../budget/sheet';
import { SheetMemory } from '../../budget/sheet-memory';
import { MoneyPicture } from '../../picture/money-picture';
import { fieldId } from '../../sheet/field-id';
import { SheetSection } from '../../sheet/sheet-section';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { whilePrinting } from '../../ui/while-printing';
import { OfferDesk } from '../workshop/offer-desk';
import { OfferFindingLine } from '../workshop/offer-finding-line';
import { BudgetImport } from './budget-import';
import { csvOf } from './csv';
import { LINES } from './line-values';
import { OfferBudgetHome } from './offer-budget-home';

/** Rules that speak of money wherever their finding stands. */
const OF_MONEY = ['R-SUM', 'R-OWN', 'R-CAP', 'O-CONTRIBUTION'];

/** The budget of an offer: the same grid as the consortium's, over the offer's sheet, with what the rules say of it. */
@Component({
  selector: 'zit-offer-budget',
  imports: [
    BudgetGrid,
    BudgetImport,
    BudgetPrint,
    BudgetTools,
    BudgetTotalsTables,
    EmptyState,
    Icon,
    MatButton,
    MoneyPicture,
    OfferFindingLine,
    SheetSection,
  ],
  providers: [{ provide: BudgetHome, useClass: OfferBudgetHome }, BudgetSheet],
  templateUrl: './offer-budget.html',
  styleUrls: ['../../budget/budget-page.scss', './offer-budget.scss'],
})
export class OfferBudget {
  private readonly desk = inject(OfferDesk);
  private readonly injector = inject(Injector);
  protected readonly sheet = inject(BudgetSheet);
  protected readonly compact = inject(SheetMemory).compact;
  protected readonly words = budgetWords;
  protected readonly own = offerBudgetWords;
  protected readonly pictureTitle = moneyPictureWords.title;
  /** A plain table of all lines stands on paper in place of the sheet. */
  protected readonly printing = whilePrinting();
  protected readonly importing = signal(false);
  private readonly grid = viewChild(BudgetGrid);
  private readonly importer = viewChild(BudgetImport);
  private readonly opener = viewChild<string, ElementRef<HTMLElement>>('opener', { read: ElementRef });

  private readonly facts = computed(() => {
    const [contents, about] = [this.desk.contents(), this.desk.about()];
    return contents && about ? offerFacts(contents, about) : null;
  });
  protected readonly members = computed(() => this.facts()?.members ?? []);
  protected readonly ruleSet = computed(() => this.desk.offer()?.call.ruleSet ?? null);
  /** Sums of what counts: the lines that the rules, the paper and the file count. */
  protected readonly totals = computed(() => totals(this.facts()?.lines ?? [], this.members()));
  protected readonly notCounted = computed(
    () => (this.desk.contents()?.budget.lines.length ?? 0) - (this.facts()?.lines?.length ?? 0),
  );
  protected readonly findings = computed(() => {
    const seen = new Set<string>();
    return this.desk
      .findings()
      .filter(({ verdict, section, code }) => verdict !== 'pass' && (section === 'budget' || OF_MONEY.includes(code)))
      .map((finding) => {
        const id = finding.path ? this.placeOf(finding.path) : null;
        const first = id !== null && !seen.has(id);
        if (id !== null) seen.add(id);
        return { finding, id: first ? id : null, no: this.lineOf(finding) };
      });
  });
  protected readonly lineFindings = computed<ReadonlyMap<string, Finding>>(() => {
    const worst = new Map<string, Finding>();
    for (const { finding, no } of this.findings()) {
      if (no === null || worst.get(no)?.verdict === 'fail') continue;
      worst.set(no, { verdict: finding.verdict, text: finding.text } as Finding);
    }
    return worst;
  });

  protected addLine(): void {
    this.sheet.addLine();
    this.toGrid();
  }

  protected openImport(): void {
    this.importing.set(true);
    afterNextRender(() => this.importer()?.focus(), { injector: this.injector });
  }

  protected imported(taken: boolean): void {
    this.importing.set(false);
    if (taken) this.toGrid();
    else this.opener()?.nativeElement.focus();
  }

  /** The whole budget, others' lines too, as a file that spreadsheets open. */
  protected save(): void {
    const blob = new Blob([csvOf(this.sheet.table())], { type: 'text/csv;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = offerBudgetWords.fileName(nameKey(this.desk.title()).replaceAll(' ', '-').slice(0, 60));
    link.click();
    URL.revokeObjectURL(link.href);
  }

  protected nextFault(): void {
    if (this.sheet.goToNextFault()) this.toGrid();
  }

  /** Puts the keyboard on the cell that a finding is about. */
  protected lead({ path }: OfferFinding, no: string): void {
    const row = this.sheet.numbers().indexOf(no);
    const column = COLUMNS.findIndex((key) => key === path?.split('.')[3]);
    if (row < 0) return;
    this.sheet.put({ row, column: Math.max(1, column) });
    this.toGrid();
  }

  /** The grid may come into the page only with its first line. */
  protected toGrid(): void {
    afterNextRender(() => this.grid()?.focusCell(), { injector: this.injector });
  }

  /** The panel beside the sheet leads to this id; a cell has none of its own, because rows come and go. */
  private placeOf(path: string): string | null {
    return path.startsWith(LINES) ? fieldId(path) : null;
  }

  /** Shown number of the line that a finding is about. */
  private lineOf({ path }: OfferFinding): string | null {
    if (!path?.startsWith(LINES)) return null;
    const row = this.sheet.lines().findIndex(({ id }) => id === path.split('.')[2]);
    return this.sheet.numbers()[row] ?? null;
  }
}
