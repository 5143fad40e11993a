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
  // Maps while counting (several times faster on 5 000 lines), records in the answer.
  const byMember = new Map<string, MemberTotals>();
  const byCategory = new Map<string, Grosze>();
  const byArea = zeros(BUDGET_AREAS);
  const bySource = zeros(BUDGET_SOURCES);
  for (const member of members) byMember.set(member.id, nothing());
  for (const { member, category, area, source, amountGrosze } of lines) {
    let sums = byMember.get(member);
    if (sums === undefined) byMember.set(member, (sums = nothing()));
    sums[FIELD[source]] += amountGrosze;
    sums.total += amountGrosze;
    byCategory.set(category, (byCategory.get(category) ?? 0) + amountGrosze);
    byArea[area] += amountGrosze;
    bySource[source] += amountGrosze;
  }
  const { ZIT: zit, OWN_CASH: ownCash, OWN_IN_KIND: ownInKind } = bySource;
  const own = ownCash + ownInKind;
  const other = bySource.OTHER_PUBLIC + bySource.OTHER_PRIVATE;
  return {
    total: zit + own + other,
    zit,
    own,
    ownCash,
    ownInKind,
    other,
    byMember: recordOf(byMember),
    byCategory: recordOf(byCategory),
    byArea,
    bySource,
  };
}

const nothing = (): MemberTotals => ({ zit: 0, cash: 0, inKind: 0, other: 0, total: 0 });
const zeros = <Key extends string>(keys: readonly Key[]): Record<Key, Grosze> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, Grosze>;

function recordOf<Value>(map: ReadonlyMap<string, Value>): Record<string, Value> {
  const record = Object.create(null) as Record<string, Value>;
  for (const [key, value] of map) record[key] = value;
  return record;
}
