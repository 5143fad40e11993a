import { Component, computed, input } from '@angular/core';
import {
  BUDGET_AREAS,
  BUDGET_SOURCES,
  formatGrosze,
  formatPercent,
  formatZloty,
  type BudgetTotals,
  type Grosze,
} from '@zit/domain';
import { budgetWords } from '@zit/words.pl/budget';
import { catalogueWords } from '@zit/words.pl/catalogue';
import type { SheetLists } from './choices';

interface Row {
  key: string;
  code: string | null;
  name: string;
  amount: Grosze;
}

/** The sums of the budget by member, category, area and source; every table adds up to the same total. */
@Component({
  selector: 'zit-budget-totals',
  templateUrl: './budget-totals.html',
  styleUrl: './budget-totals.scss',
})
export class BudgetTotalsTables {
  readonly totals = input.required<BudgetTotals>();
  readonly lists = input.required<SheetLists>();
  /** Own contribution that the rules ask for, in percent. */
  readonly ownPercent = input.required<number>();

  protected readonly words = budgetWords;
  protected readonly amount = formatGrosze;
  protected readonly share = formatPercent;
  protected readonly members = computed(() =>
    this.lists().member.choices.map((member) => ({
      ...member,
      sums: this.totals().byMember[member.value] ?? { zit: 0, cash: 0, inKind: 0, other: 0, total: 0 },
    })),
  );
  protected readonly own = computed(() => {
    const { own, total } = this.totals();
    return budgetWords.ownShare(formatZloty(own), formatPercent(own, total), String(this.ownPercent()));
  });
  protected readonly groupings = computed(() => {
    const sums = this.totals();
    const categories = this.lists().category.choices.flatMap(({ value, code, label }): Row[] =>
      value in sums.byCategory ? [{ key: value, code, name: label, amount: sums.byCategory[value] ?? 0 }] : [],
    );
    return [
      { title: budgetWords.byCategory, head: budgetWords.columns.category, rows: categories },
      {
        title: budgetWords.byArea,
        head: budgetWords.columns.area,
        rows: BUDGET_AREAS.map((key): Row => ({
          key,
          code: null,
          name: catalogueWords.area[key],
          amount: sums.byArea[key],
        })),
      },
      {
        title: budgetWords.bySource,
        head: budgetWords.columns.source,
        rows: BUDGET_SOURCES.filter((key) => sums.bySource[key] > 0 || !key.startsWith('OTHER')).map((key): Row => ({
          key,
          code: null,
          name: catalogueWords.source[key],
          amount: sums.bySource[key],
        })),
      },
    ];
  });
}
