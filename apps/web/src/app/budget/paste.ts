import { MAX_LINES, nameKey } from '@zit/domain';
import { columnWords } from '@zit/words.pl/budget';
import type { Block } from './block';
import { checkAmount, settle, withoutFaults, writeCell } from './cell-reading';
import type { SheetLists } from './choices';
import {
  COLUMNS,
  blankLine,
  faultCount,
  isListColumn,
  type ColumnKey,
  type FieldKey,
  type Lines,
  type LineStart,
  type SheetLine,
} from './sheet';

export type Pasted =
  | { ok: true; lines: Lines; block: Block; rows: number; faults: number; ignored: string[] }
  /** Too many lines: nothing was pasted. */
  | { ok: false; over: number };

interface PasteInto {
  lines: Lines;
  /** The selection; a block starts at its top left corner. */
  block: Block;
  lists: SheetLists;
  start: LineStart;
  newId: () => string;
}

/**
 * Puts a block of texts into the sheet from the top left corner of the selection; rows past the end become
 * new lines. A block with a row of heads goes by their names, otherwise by place. One cell fills the selection.
 */
export function paste(cells: string[][], into: PasteInto): Pasted {
  const plan = layout(cells, into.block.left);
  const rows = repeated(plan.rows, plan.columns, into.block);
  const top = into.block.top;
  const data = withoutBlanks(rows.rows, into.lines.length - top);
  const over = Math.max(into.lines.length, top + data.length) - MAX_LINES;
  if (over > 0) return { ok: false, over };

  const lines = [...into.lines];
  let faults = 0;
  for (const [i, texts] of data.entries()) {
    const old = lines[top + i];
    const line = old
      ? pasteRow(old, texts, rows.columns, into.lists, false)
      : pasteRow(blankLine(into.newId(), lines[top + i - 1], into.start), texts, rows.columns, into.lists, true);
    faults += faultCount(line) - (old ? faultCount(old) : 0);
    lines[top + i] = line;
  }
  const at = rows.columns.filter((key) => key !== null).map((key) => COLUMNS.indexOf(key));
  return {
    ok: true,
    lines,
    rows: data.length,
    faults: Math.max(0, faults),
    ignored: plan.ignored,
    block: { top, left: Math.min(...at), bottom: top + Math.max(1, data.length) - 1, right: Math.max(...at) },
  };
}

/** Writes one row; price and quantity come first, because the amount is compared with their product. */
function pasteRow(
  start: SheetLine,
  texts: readonly string[],
  columns: readonly (ColumnKey | null)[],
  lists: SheetLists,
  fresh: boolean,
): SheetLine {
  const cells = new Map<FieldKey, string>();
  columns.forEach((key, i) => {
    if (key !== null && key !== 'no') cells.set(key, texts[i] ?? '');
  });
  let line = start;
  const write = (key: FieldKey): void => {
    const text = cells.get(key);
    if (text === undefined) return;
    line =
      text.trim() === '' && !(fresh && isListColumn(key)) ? clearCell(line, key) : writeCell(line, key, text, lists);
  };
  for (const key of cells.keys()) if (!PRICING.includes(key)) write(key);
  write('unitPriceGrosze');
  write('quantity');
  // A price too big for the old quantity may well fit the pasted one.
  if (line.faults.unitPriceGrosze && cells.get('quantity')?.trim()) write('unitPriceGrosze');
  line = pasteAmount(line, cells, lists);
  return fresh && faultCount(line) > 0 ? { ...line, held: true } : settle(line);
}

const PRICING: readonly FieldKey[] = ['unitPriceGrosze', 'quantity', 'amountGrosze'];

function pasteAmount(line: SheetLine, cells: ReadonlyMap<FieldKey, string>, lists: SheetLists): SheetLine {
  const typed = cells.get('amountGrosze');
  if (typed === undefined || typed.trim() === '') return line;
  if (!cells.get('unitPriceGrosze')?.trim()) return writeCell(line, 'amountGrosze', typed, lists);
  const reading = checkAmount(line, typed);
  return reading.ok ? line : { ...line, faults: { ...line.faults, amountGrosze: { typed, text: reading.text } } };
}

/** An emptied cell: no text, zero; a list cell always keeps its value. */
export function clearCell(line: SheetLine, key: FieldKey): SheetLine {
  const fault = line.faults[key];
  const faults = fault ? withoutFaults(line.faults, [key]) : line.faults;
  if (isListColumn(key)) return fault ? settle({ ...line, faults }) : line;
  // A wrong amount is taken back by clearing it: quantity and price stay what they are.
  if (key === 'amountGrosze' && fault) return settle({ ...line, faults });
  if (key === 'item') return settle({ ...line, item: '', faults });
  if (key === 'quantity') return settle({ ...line, quantity: 0, amountGrosze: 0, faults });
  if (key === 'unitPriceGrosze' || key === 'amountGrosze') {
    return settle({ ...line, unitPriceGrosze: 0, amountGrosze: 0, faults });
  }
  return settle({ ...line, [key]: null, faults });
}

interface Layout {
  rows: string[][];
  /** Which column of the sheet each column of the block goes to; null: the sheet has no such column. */
  columns: (ColumnKey | null)[];
  ignored: string[];
}

/** By heads when the first row names at least two columns, otherwise by place from `left`. */
function layout(cells: string[][], left: number): Layout {
  const width = Math.max(0, ...cells.map((row) => row.length));
  const heads = (cells[0] ?? []).map((text) => columnOf(text));
  if (new Set(heads.filter(Boolean)).size >= 2) {
    const columns = Array.from({ length: width }, (_, i) => heads[i] ?? null);
    const ignored = columns.flatMap((key, i) => (key === null && cells[0]?.[i]?.trim() ? [cells[0][i].trim()] : []));
    return { rows: cells.slice(1), columns, ignored };
  }
  const places = placesFrom(left + (left === NUMBER_COLUMN && !isNumbered(cells) ? 1 : 0), width, cells);
  return { rows: cells, columns: places, ignored: unplaced(places, cells) };
}

const NUMBER_COLUMN = COLUMNS.indexOf('no');

/** Does the block bring numbers of its own (`L07`, `7.`)? A budget copied without them starts at the category. */
const isNumbered = (cells: string[][]): boolean =>
  cells.every((row) => /^(l?\d{1,4}\.?)?$/i.test((row[0] ?? '').trim()));

/** By place; but a block whose cells above „Jednostka” are all numbers has no units, so that column is skipped. */
function placesFrom(left: number, width: number, cells: string[][]): (ColumnKey | null)[] {
  const unit = COLUMNS.indexOf('unit');
  const under = unit - left;
  const texts = under > 0 && under < width ? cells.map((row) => row[under]?.trim() ?? '').filter(Boolean) : [];
  const unitless = texts.length > 0 && texts.every((text) => /^[\d\s\u00a0\u202f.,]+$/.test(text));
  return Array.from({ length: width }, (_, i) => COLUMNS[left + i + (unitless && i >= under ? 1 : 0)] ?? null);
}

/** Cells beyond the last column of the sheet are named by their first text, so that nothing vanishes silently. */
const unplaced = (places: (ColumnKey | null)[], cells: string[][]): string[] =>
  places.flatMap((key, i) => {
    const text = key === null ? cells.find((row) => row[i]?.trim())?.[i] : undefined;
    return text === undefined ? [] : [text.trim().slice(0, 40)];
  });

/** One cell fills the whole selection; one row fills every selected row. */
function repeated(rows: string[][], columns: (ColumnKey | null)[], block: Block): Pick<Layout, 'rows' | 'columns'> {
  const height = block.bottom - block.top + 1;
  if (rows.length !== 1 || height * (block.right - block.left + 1) === 1) return { rows, columns };
  const row = rows[0] ?? [];
  const wide = row.length === 1 ? COLUMNS.slice(block.left, block.right + 1) : columns;
  const texts = row.length === 1 ? wide.map(() => row[0] ?? '') : row;
  return { rows: Array.from({ length: height }, () => texts), columns: [...wide] };
}

/** Blank rows, as spreadsheets like to add, do not become new lines. */
const withoutBlanks = (rows: string[][], existing: number): string[][] =>
  rows.filter((row, i) => i < existing || row.some((text) => text.trim() !== ''));

const HEADS: ReadonlyMap<string, ColumnKey> = new Map(
  COLUMNS.flatMap((key) =>
    [columnWords[key].title, columnWords[key].full, ...columnWords[key].aliases].map(
      (text) => [nameKey(text), key] as const,
    ),
  ),
);

/** The column that a head of somebody's spreadsheet names; null: none of ours. */
export const columnOf = (head: string): ColumnKey | null => HEADS.get(nameKey(head)) ?? null;
