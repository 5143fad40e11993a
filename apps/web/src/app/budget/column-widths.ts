import { COLUMNS, type ColumnKey } from './sheet';

/** Widths in px: fixed, so that places of cells are known without measuring any of five thousand rows. */
const WIDTHS: Record<ColumnKey, number> = {
  no: 64,
  category: 200,
  area: 190,
  item: 270,
  member: 230,
  source: 180,
  unit: 110,
  quantity: 92,
  unitPriceGrosze: 124,
  amountGrosze: 140,
  valuation: 220,
  justification: 240,
};

export const HEAD_WIDTH = WIDTHS.no;
export const SHEET_WIDTH = COLUMNS.reduce((sum, key) => sum + WIDTHS[key], 0);
export const widthOf = (column: number): number => WIDTHS[COLUMNS[column] ?? 'no'];
export const leftOf = (column: number): number => COLUMNS.slice(0, column).reduce((sum, key) => sum + WIDTHS[key], 0);
export const TEMPLATE = COLUMNS.map((key) => `${WIDTHS[key]}px`).join(' ');
