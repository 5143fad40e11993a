import { totals, type BudgetTotals, type ConsortiumFacts, type Grosze, type MemberFacts } from '@zit/domain';

/** Own contribution of one party, in whole grosze. */
export interface Contribution {
  cash: Grosze;
  inKind: Grosze;
}

/** What a party declared; where it declared nothing, what the budget takes from it. */
export function declaredBy(member: MemberFacts, sums: BudgetTotals): Contribution {
  const budgeted = sums.byMember[member.id];
  return {
    cash: member.declaredCashGrosze ?? budgeted?.cash ?? 0,
    inKind: member.declaredInKindGrosze ?? budgeted?.inKind ?? 0,
  };
}

/** What the budget takes from a party; before there is a budget, what it declared. */
export function budgetedBy(member: MemberFacts, consortium: ConsortiumFacts, sums: BudgetTotals): Contribution {
  const budgeted = sums.byMember[member.id];
  if (consortium.lines && budgeted) return { cash: budgeted.cash, inKind: budgeted.inKind };
  return declaredBy(member, sums);
}

/** Sums of the budget; a consortium known only by its totals has none by party. */
export const sumsOf = (consortium: ConsortiumFacts): BudgetTotals => totals(consortium.lines ?? [], consortium.members);

/** Total, ZIT and own contribution: of the lines, or as declared when there are no lines. */
export function wholeOf(
  consortium: ConsortiumFacts,
  sums: BudgetTotals,
): { total: Grosze; zit: Grosze; own: Grosze } | null {
  if (consortium.lines && consortium.lines.length > 0) return { total: sums.total, zit: sums.zit, own: sums.own };
  const { totalGrosze, zitGrosze, ownGrosze } = consortium.declared;
  if (totalGrosze === null) return null;
  return { total: totalGrosze, zit: zitGrosze ?? 0, own: ownGrosze ?? 0 };
}
