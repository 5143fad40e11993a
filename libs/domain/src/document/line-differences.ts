import type { BudgetLine } from '../budget/line';
import { itemName } from '../catalogue/services';
import type { ConsortiumFacts } from '../consortium/facts';
import { formatZloty, type Grosze } from '../money/grosze';
import { formatQuantity } from '../money/quantity';
import { shortSource } from '../words.pl/budget';
import { factsDifferencesWords as words } from '../words.pl/facts-differences';

/** A line of the budget that came, went or changed. */
export interface LineDifference {
  /** Its number now, and, for a line that went, before. */
  no: string;
  item: string;
  party: string;
  category: string;
  source: string;
  before: Grosze | null;
  after: Grosze | null;
  /** What else changed in it, in words. */
  about: string | null;
}

type Pair = [before: BudgetLine | null, after: BudgetLine | null];

/**
 * Lines that differ, in the order of now, what went last. A line is the same one when who, category, area, item and
 * source are the same; equal ones are paired first, then in their order. Numbers do not count.
 */
export function lineDifferences(before: ConsortiumFacts, after: ConsortiumFacts): LineDifference[] {
  const names = new Map([...before.members, ...after.members].map(({ id, name }) => [id, name]));
  const additions = [...before.catalogueAdditions, ...after.catalogueAdditions];
  return pairs(before.lines ?? [], after.lines ?? []).map(([then, now]) => {
    const line = (now ?? then) as BudgetLine;
    return {
      no: line.no,
      item: itemName(line.item, additions),
      party: names.get(line.member) ?? line.member,
      category: line.category,
      source: shortSource[line.source],
      before: then?.amountGrosze ?? null,
      after: now?.amountGrosze ?? null,
      about: then && now ? aboutOf(then, now) : null,
    };
  });
}

function pairs(before: readonly BudgetLine[], after: readonly BudgetLine[]): Pair[] {
  const [left, changed] = apart(before, after, whole);
  const waiting = byKey(left, sort);
  const now = changed.map((line): Pair => [waiting.get(sort(line))?.shift() ?? null, line]);
  const gone = new Set([...waiting.values()].flat());
  return [...now, ...left.filter((line) => gone.has(line)).map((line): Pair => [line, null])];
}

/** What is left of both when equal ones are taken away, one for one. */
function apart(
  before: readonly BudgetLine[],
  after: readonly BudgetLine[],
  key: (line: BudgetLine) => string,
): [BudgetLine[], BudgetLine[]] {
  const waiting = byKey(before, key);
  const changed = after.filter((line) => waiting.get(key(line))?.shift() === undefined);
  const left = new Set([...waiting.values()].flat());
  return [before.filter((line) => left.has(line)), changed];
}

function byKey(lines: readonly BudgetLine[], key: (line: BudgetLine) => string): Map<string, BudgetLine[]> {
  const kept = new Map<string, BudgetLine[]>();
  for (const line of lines) {
    const same = kept.get(key(line));
    if (same) same.push(line);
    else kept.set(key(line), [line]);
  }
  return kept;
}

const sort = ({ member, category, area, item, source }: BudgetLine): string =>
  JSON.stringify([member, category, area, item, source]);
const whole = (line: BudgetLine): string => {
  const { quantity, unitPriceGrosze, amountGrosze, unit, valuation, justification } = line;
  return JSON.stringify([sort(line), quantity, unitPriceGrosze, amountGrosze, unit, valuation, justification]);
};

function aboutOf(then: BudgetLine, now: BudgetLine): string | null {
  const { line } = words;
  const said = (what: string, before: string | null, after: string | null): string[] =>
    before === after ? [] : [line.changed(what, before ?? line.nothing, after ?? line.nothing)];
  const changes = [
    ...said(line.quantity, formatQuantity(then.quantity), formatQuantity(now.quantity)),
    ...said(line.unitPrice, formatZloty(then.unitPriceGrosze), formatZloty(now.unitPriceGrosze)),
    ...said(line.unit, then.unit, now.unit),
    ...said(line.valuation, then.valuation, now.valuation),
    ...said(line.justification, then.justification, now.justification),
  ];
  return changes.length > 0 ? changes.join('; ') : null;
}
