import { COLUMNS, type ColumnKey } from './sheet';

/** Widths in px: fixed, so that places of cells are known without measuring any of five thousand rows. */
const WIDTHS: Record<ColumnKey, number> = {
  no: 60,
  category: 156,
  area: 136,
  item: 236,
  member: 196,
  source: 134,
  unit: 96,
  quantity: 78,
  unitPriceGrosze: 108,
  amountGrosze: 122,
  valuation: 210,
  justification: 230,
};

export const HEAD_WIDTH = WIDTHS.no;
export const SHEET_WIDTH = COLUMNS.reduce((sum, key) => sum + WIDTHS[key], 0);
export const widthOf = (column: number): number => WIDTHS[COLUMNS[column] ?? 'no'];
export const leftOf = (column: number): number => COLUMNS.slice(0, column).reduce((sum, key) => sum + WIDTHS[key], 0);
export const TEMPLATE = COLUMNS.map((key) => `${WIDTHS[key]}px`).join(' ');
