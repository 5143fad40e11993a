import { lineNo, type BudgetArea, type BudgetLine, type BudgetSource } from '@zit/domain';

/** What people fill in on a line; the number follows from its place in the sheet. */
export type LineFields = Omit<BudgetLine, 'no'>;

/** Columns of the sheet from left to right; `no` is the frozen row head. */
export const COLUMNS = [
  'no',
  'category',
  'area',
  'item',
  'member',
  'source',
  'unit',
  'quantity',
  'unitPriceGrosze',
  'amountGrosze',
  'valuation',
  'justification',
] as const;
export type ColumnKey = (typeof COLUMNS)[number];
export type FieldKey = Exclude<ColumnKey, 'no'>;
export const FIELDS = COLUMNS.filter((key): key is FieldKey => key !== 'no');

/** Columns whose cells always hold one value of a list. */
export const LIST_COLUMNS = ['category', 'area', 'member', 'source'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];
export const isListColumn = (key: ColumnKey): key is ListColumn => (LIST_COLUMNS as readonly string[]).includes(key);

export const NUMBER_COLUMNS: readonly ColumnKey[] = ['quantity', 'unitPriceGrosze', 'amountGrosze'];

/** A cell whose text could not be read: the text stays as typed, the field keeps its last good value. */
export interface Fault {
  typed: string;
  text: string;
}

export interface SheetLine extends LineFields {
  id: string;
  faults: Readonly<Partial<Record<FieldKey, Fault>>>;
  /** A new line that never was free of faults: neither counted nor saved until it is. */
  held: boolean;
}

export type Lines = readonly SheetLine[];

export const NO_FAULTS: SheetLine['faults'] = Object.freeze({});

export const faultCount = (line: SheetLine): number =>
  line.faults === NO_FAULTS ? 0 : Object.keys(line.faults).length;

/** Lines that count: all but the held ones. */
export const counted = (lines: Lines): SheetLine[] => lines.filter((line) => !line.held);

/** `L01`, `L02`, … in the order of the sheet, as the server numbers them; held lines have no number yet. */
export function lineNumbers(lines: Lines): (string | null)[] {
  let place = 0;
  return lines.map((line) => (line.held ? null : lineNo(place++)));
}

/** A line without its category, area, member or source stands in no sum; only an offer can have one. */
const isWhole = (line: LineFields): boolean => LIST_COLUMNS.every((key) => line[key] as string);

/** Lines as the rules and the sums read them. */
export function budgetLines(lines: Lines): (BudgetLine & { id: string })[] {
  const numbers = lineNumbers(lines);
  return lines.flatMap((line, i) => {
    const no = numbers[i];
    return no == null || !isWhole(line) ? [] : [{ no, id: line.id, ...fieldsOf(line) }];
  });
}

export function fieldsOf(line: LineFields): LineFields {
  return {
    category: line.category,
    area: line.area,
    item: line.item,
    member: line.member,
    source: line.source,
    unit: line.unit,
    quantity: line.quantity,
    unitPriceGrosze: line.unitPriceGrosze,
    amountGrosze: line.amountGrosze,
    valuation: line.valuation,
    justification: line.justification,
  };
}

export const lineFrom = (row: LineFields & { id: string; faults?: SheetLine['faults'] }): SheetLine => ({
  id: row.id,
  ...fieldsOf(row),
  faults: row.faults ?? NO_FAULTS,
  held: false,
});

/** A new line takes over who, where and from what money from the line above it. */
export function blankLine(id: string, above: SheetLine | undefined, first: LineStart): SheetLine {
  return {
    id,
    category: above?.category ?? first.category,
    area: above?.area ?? first.area,
    item: '',
    member: above && (first.only?.has(above.member) ?? true) ? above.member : first.member,
    source: above?.source ?? first.source,
    unit: null,
    quantity: 1,
    unitPriceGrosze: 0,
    amountGrosze: 0,
    valuation: null,
    justification: null,
    faults: NO_FAULTS,
    held: false,
  };
}

/** What the very first line begins with. */
export interface LineStart {
  category: string;
  area: BudgetArea;
  member: string;
  source: BudgetSource;
  /** Members whose lines the person may begin; not said: all. */
  only?: ReadonlySet<string>;
}
