import type { Grosze } from '../money/grosze';
import { amountOf } from '../money/quantity';
import type { BudgetLine, BudgetSource } from './line';

export interface LineTarget {
  member?: string;
  source?: BudgetSource;
}

/**
 * Gives `amountGrosze` of line `no` another member or source. The whole line simply changes hands; a part
 * becomes a line of its own right below, with a fresh number. The sum of the budget stays the same.
 */
export function splitOff(lines: readonly BudgetLine[], no: string, amountGrosze: Grosze, to: LineTarget): BudgetLine[] {
  const line = lines.find((each) => each.no === no);
  if (!line || amountGrosze <= 0) return [...lines];
  const freshNo = numbering(lines);
  const taken: BudgetLine = { ...line, ...to };
  const rows =
    amountGrosze >= line.amountGrosze
      ? [taken]
      : [...reduced(line, amountGrosze, freshNo), { ...priced(taken, amountGrosze), no: freshNo() }];
  return lines.flatMap((each) => (each === line ? rows : [each]));
}

/** Takes `amountGrosze` off line `no`; a line with nothing left goes away. */
export function reduceLine(lines: readonly BudgetLine[], no: string, amountGrosze: Grosze): BudgetLine[] {
  const line = lines.find((each) => each.no === no);
  if (!line || amountGrosze <= 0) return [...lines];
  const rows = amountGrosze >= line.amountGrosze ? [] : reduced(line, amountGrosze, numbering(lines));
  return lines.flatMap((each) => (each === line ? rows : [each]));
}

/**
 * The line less `amountGrosze`, with quantity × price still exact: whole units stay at their price, and
 * what does not divide stands below as a line of its own, 1 × the rest.
 */
function reduced(line: BudgetLine, amountGrosze: Grosze, freshNo: () => string): BudgetLine[] {
  const rest = line.amountGrosze - amountGrosze;
  const units = line.unitPriceGrosze > 0 ? Math.floor(rest / line.unitPriceGrosze) : 0;
  if (units === 0) return [oneOff(line, rest)];
  const whole = { ...line, quantity: units, amountGrosze: units * line.unitPriceGrosze };
  return whole.amountGrosze === rest ? [whole] : [whole, { ...oneOff(line, rest - whole.amountGrosze), no: freshNo() }];
}

/** The same line for `amountGrosze`: whole units when they divide, otherwise 1 × the amount. */
function priced(line: BudgetLine, amountGrosze: Grosze): BudgetLine {
  const units = line.unitPriceGrosze > 0 ? amountGrosze / line.unitPriceGrosze : 0;
  return Number.isInteger(units) && amountOf(units, line.unitPriceGrosze) === amountGrosze
    ? { ...line, quantity: units, amountGrosze }
    : oneOff(line, amountGrosze);
}

const oneOff = (line: BudgetLine, amountGrosze: Grosze): BudgetLine => ({
  ...line,
  quantity: 1,
  unitPriceGrosze: amountGrosze,
  amountGrosze,
});

/** The line for exactly `amountGrosze`, its quantity and price made to fit (R-SUM). */
export const repriced = (line: BudgetLine, amountGrosze: Grosze): BudgetLine =>
  amountOf(line.quantity, line.unitPriceGrosze) === amountGrosze
    ? { ...line, amountGrosze }
    : oneOff(line, amountGrosze);

/** Gives numbers that no line has yet: `L17`, `L18`, … after the highest of them. */
export function numbering(lines: readonly { no: string }[]): () => string {
  let highest = 0;
  for (const { no } of lines) {
    const match = /^L(\d{1,9})$/.exec(no);
    if (match) highest = Math.max(highest, Number(match[1]));
  }
  return () => `L${String((highest += 1)).padStart(2, '0')}`;
}

/** Number of the line at a place of the budget, 0 first: `L01`, `L02`, …, `L100`. */
export const lineNo = (index: number): string => `L${String(index + 1).padStart(2, '0')}`;
