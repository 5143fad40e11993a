import type { Grosze } from '../money/grosze';
import { BUDGET_AREAS, BUDGET_SOURCES, type BudgetArea, type BudgetLine, type BudgetSource } from './line';

/** Sums of one member (grosze); `other` is other public and private money. */
export interface MemberTotals {
  zit: Grosze;
  cash: Grosze;
  inKind: Grosze;
  other: Grosze;
  total: Grosze;
}

/** Sums of a budget, all in whole grosze; the parts of every grouping sum to `total`. */
export interface BudgetTotals {
  total: Grosze;
  zit: Grosze;
  own: Grosze;
  ownCash: Grosze;
  ownInKind: Grosze;
  other: Grosze;
  /** By member id; every given member has a row, and so has an unknown id that a line names. */
  byMember: Record<string, MemberTotals>;
  byCategory: Record<string, Grosze>;
  byArea: Record<BudgetArea, Grosze>;
  bySource: Record<BudgetSource, Grosze>;
}

const FIELD: Record<BudgetSource, 'zit' | 'cash' | 'inKind' | 'other'> = {
  ZIT: 'zit',
  OWN_CASH: 'cash',
  OWN_IN_KIND: 'inKind',
  OTHER_PUBLIC: 'other',
  OTHER_PRIVATE: 'other',
};

/** Adds up lines in one pass. Records have no prototype, so that a category named `constructor` is just a name. */
export function totals(lines: readonly BudgetLine[], members: readonly { id: string }[] = []): BudgetTotals {
  const byMember = empty<MemberTotals>();
  const byCategory = empty<Grosze>();
  const byArea = zeros(BUDGET_AREAS);
  const bySource = zeros(BUDGET_SOURCES);
  for (const member of members) byMember[member.id] = nothing();
  for (const line of lines) {
    const member = (byMember[line.member] ??= nothing());
    member[FIELD[line.source]] += line.amountGrosze;
    member.total += line.amountGrosze;
    byCategory[line.category] = (byCategory[line.category] ?? 0) + line.amountGrosze;
    byArea[line.area] += line.amountGrosze;
    bySource[line.source] += line.amountGrosze;
  }
  const { ZIT: zit, OWN_CASH: ownCash, OWN_IN_KIND: ownInKind } = bySource;
  const own = ownCash + ownInKind;
  const other = bySource.OTHER_PUBLIC + bySource.OTHER_PRIVATE;
  return { total: zit + own + other, zit, own, ownCash, ownInKind, other, byMember, byCategory, byArea, bySource };
}

const nothing = (): MemberTotals => ({ zit: 0, cash: 0, inKind: 0, other: 0, total: 0 });
const empty = <Value>(): Record<string, Value> => Object.create(null) as Record<string, Value>;

function zeros<Key extends string>(keys: readonly Key[]): Record<Key, Grosze> {
  const record = Object.create(null) as Record<Key, Grosze>;
  for (const key of keys) record[key] = 0;
  return record;
}
