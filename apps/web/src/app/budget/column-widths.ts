import { COLUMNS, type ColumnKey } from './sheet';

/**
 * Widths in px: fixed, so that places of cells are known without measuring any of five thousand rows.
 * Everything up to the amount fits beside the navigation of a 1280 px screen: nobody adds up what is out of sight.
 */
const WIDTHS: Record<ColumnKey, number> = {
  no: 48,
  category: 80,
  area: 120,
  item: 156,
  member: 132,
  source: 112,
  unit: 74,
  quantity: 58,
  unitPriceGrosze: 90,
  amountGrosze: 102,
  valuation: 210,
  justification: 230,
};

export const HEAD_WIDTH = WIDTHS.no;
export const SHEET_WIDTH = COLUMNS.reduce((sum, key) => sum + WIDTHS[key], 0);
export const widthOf = (column: number): number => WIDTHS[COLUMNS[column] ?? 'no'];
export const leftOf = (column: number): number => COLUMNS.slice(0, column).reduce((sum, key) => sum + WIDTHS[key], 0);
export const TEMPLATE = COLUMNS.map((key) => `${WIDTHS[key]}px`).join(' ');
