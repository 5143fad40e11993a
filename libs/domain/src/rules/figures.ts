import { OWN_SOURCES, type BudgetLine, type BudgetSource } from '../budget/line';
import { totals, type BudgetTotals } from '../budget/totals';
import type { ConsortiumFacts, MemberFacts } from '../consortium/facts';
import type { Grosze } from '../money/grosze';
import { isLocalGovernment } from '../organisation/sector';
import type { FixStep } from './fix';

/** Money of a consortium as rules see it: from the lines, or only as declared (then `sums` is null). */
export interface Figures {
  total: Grosze | null;
  zit: Grosze | null;
  own: Grosze | null;
  sums: BudgetTotals | null;
}

/** An empty budget has no figures yet, rather than figures of zero. */
export function figuresOf(facts: ConsortiumFacts): Figures {
  if (facts.lines === null) {
    const { totalGrosze, zitGrosze, ownGrosze } = facts.declared;
    return { total: totalGrosze, zit: zitGrosze, own: ownGrosze, sums: null };
  }
  const sums = totals(facts.lines, facts.members);
  return sums.total === 0
    ? { total: null, zit: null, own: null, sums: null }
    : { total: sums.total, zit: sums.zit, own: sums.own, sums };
}

export interface Cut {
  no: string;
  amountGrosze: Grosze;
}

/**
 * Takes `amountGrosze` from lines in the fewest steps: lowest rank first, then the largest line, then by
 * number. Lines of rank null stay untouched.
 */
export function cutsFrom(
  lines: readonly BudgetLine[],
  amountGrosze: Grosze,
  rank: (line: BudgetLine) => number | null,
): Cut[] {
  if (amountGrosze <= 0) return [];
  const eligible: Eligible[] = [];
  for (const line of lines) {
    const at = line.amountGrosze > 0 ? rank(line) : null;
    if (at !== null) eligible.push({ line, at });
  }
  const first = (a: Eligible, b: Eligible) =>
    a.at - b.at || b.line.amountGrosze - a.line.amountGrosze || (a.line.no < b.line.no ? -1 : 1);
  // Nearly always one line is enough: looking for it costs less than sorting all of them.
  const best = eligible.reduce<Eligible | null>(
    (found, each) => (!found || first(each, found) < 0 ? each : found),
    null,
  );
  if (best && best.line.amountGrosze >= amountGrosze) return [{ no: best.line.no, amountGrosze }];
  const cuts: Cut[] = [];
  let left = amountGrosze;
  for (const { line } of eligible.sort(first)) {
    if (left <= 0) break;
    const take = Math.min(left, line.amountGrosze);
    cuts.push({ no: line.no, amountGrosze: take });
    left -= take;
  }
  return cuts;
}

interface Eligible {
  line: BudgetLine;
  at: number;
}

/** Whose money is given up first: ZIT, then other people's, the members' own last. */
export const grantFirst = (source: BudgetSource): number =>
  source === 'ZIT' ? 0 : OWN_SOURCES.includes(source) ? 2 : 1;

/** Who brings own contribution that has to grow: the municipality, else its unit, else the leader, else anybody. */
export function providerOf(members: readonly MemberFacts[], jstOnly: boolean): MemberFacts | null {
  const rank = (member: MemberFacts) =>
    member.sector === 'JST' ? 0 : member.sector === 'JST_UNIT' ? 1 : member.role === 'LEADER' ? 2 : 3;
  const willing = members.filter((member) => !jstOnly || isLocalGovernment(member.sector));
  return [...willing].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** Keeps declarations equal to the lines when a fix changes the lines; what differed before is left to R-SUM. */
export function declaredSteps(
  facts: ConsortiumFacts,
  before: BudgetTotals,
  change: { total?: number; zit?: number; own?: number },
): FixStep[] {
  const { declared } = facts;
  const step: { totalGrosze?: Grosze; zitGrosze?: Grosze; ownGrosze?: Grosze } = {};
  if (change.total && declared.totalGrosze === before.total) step.totalGrosze = before.total + change.total;
  if (change.zit && declared.zitGrosze === before.zit) step.zitGrosze = before.zit + change.zit;
  if (change.own && declared.ownGrosze === before.own) step.ownGrosze = before.own + change.own;
  return Object.keys(step).length > 0 ? [{ act: 'SET_DECLARED', ...step }] : [];
}

/** How much of the cuts came from each kind of money. */
export function cutBySource(lines: readonly BudgetLine[], cuts: readonly Cut[]): { zit: Grosze; own: Grosze } {
  const cut = new Map(cuts.map(({ no, amountGrosze }) => [no, amountGrosze]));
  const taken = { zit: 0, own: 0 };
  for (const { no, source } of lines) {
    const amount = cut.get(no);
    if (amount === undefined) continue;
    if (source === 'ZIT') taken.zit += amount;
    else if (OWN_SOURCES.includes(source)) taken.own += amount;
  }
  return taken;
}
