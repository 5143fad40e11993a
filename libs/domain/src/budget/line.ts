import type { Grosze } from '../money/grosze';

export const BUDGET_AREAS = ['LABOUR_MARKET', 'SOCIAL_SERVICES', 'CROSS'] as const;
export type BudgetArea = (typeof BUDGET_AREAS)[number];

export const BUDGET_SOURCES = ['ZIT', 'OWN_CASH', 'OWN_IN_KIND', 'OTHER_PUBLIC', 'OTHER_PRIVATE'] as const;
export type BudgetSource = (typeof BUDGET_SOURCES)[number];

/** Money of the members themselves; only this counts as own contribution (A.11, Q3–Q5). */
export const OWN_SOURCES: readonly BudgetSource[] = ['OWN_CASH', 'OWN_IN_KIND'];

/** One line of the budget. `amountGrosze` is what counts; R-SUM proves that it is quantity × price. */
export interface BudgetLine {
  /** Shown number, unique in a budget, e.g. `L07`. */
  no: string;
  category: string;
  area: BudgetArea;
  /** A catalogue code (`LM_TRAINING`) or a free description. */
  item: string;
  /** Id of the member who spends (or brings) it. */
  member: string;
  source: BudgetSource;
  unit: string | null;
  /** Up to three decimals, e.g. 1.5 (posts, hours). */
  quantity: number;
  unitPriceGrosze: Grosze;
  amountGrosze: Grosze;
  /** How an in-kind contribution was valued; required for OWN_IN_KIND (N16). */
  valuation: string | null;
  /** Why the same member prices the same service in both areas (N12). */
  justification: string | null;
}

/** Lines in one budget (N24): far above any real budget, low enough to check in one breath. */
export const MAX_LINES = 5_000;
