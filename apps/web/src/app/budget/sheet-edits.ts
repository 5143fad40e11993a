import type { Block } from './block';
import { writeCell } from './cell-reading';
import type { SheetLists } from './choices';
import { clearCell } from './paste';
import {
  COLUMNS,
  NO_FAULTS,
  blankLine,
  isListColumn,
  type FieldKey,
  type LineStart,
  type Lines,
  type SheetLine,
} from './sheet';

/** Columns of a block that can be written; the row head cannot. */
export const fieldsIn = (block: Block): FieldKey[] =>
  COLUMNS.slice(block.left, block.right + 1).filter((key): key is FieldKey => key !== 'no');

export const typeInto = (lines: Lines, row: number, key: FieldKey, typed: string, lists: SheetLists): Lines =>
  lines.map((line, i) => (i === row ? writeCell(line, key, typed, lists) : line));

/** Empties the cells of a block; cells of list columns keep their value. */
export function clearBlock(lines: Lines, block: Block): Lines {
  const fields = fieldsIn(block);
  return lines.map((line, i) =>
    i >= block.top && i <= block.bottom ? fields.reduce((cleared, key) => clearCell(cleared, key), line) : line,
  );
}

export const holdsListCells = (block: Block): boolean => fieldsIn(block).some((key) => isListColumn(key));

/** Copies the first row of a block into the others; a single row takes over from the row above it. */
export function fillDown(lines: Lines, block: Block): Lines {
  const from = block.top === block.bottom ? block.top - 1 : block.top;
  const source = lines[from];
  if (!source) return lines;
  const fields = fieldsIn(block);
  return lines.map((line, i) => (i > from && i <= block.bottom ? copyFields(source, line, fields) : line));
}

/** Quantity, price and amount belong together: filling one of them keeps the product right. */
function copyFields(source: SheetLine, target: SheetLine, fields: readonly FieldKey[]): SheetLine {
  let line = target;
  for (const key of fields) {
    const fault = source.faults[key];
    if (fault) line = { ...line, faults: { ...line.faults, [key]: fault } };
    else if (key === 'quantity') line = writeCell(line, key, String(source.quantity), NO_LISTS);
    else if (key === 'unitPriceGrosze') line = writeCell(line, key, zloty(source.unitPriceGrosze), NO_LISTS);
    else if (key === 'amountGrosze') line = fields.includes('unitPriceGrosze') ? line : copyAmount(source, line);
    else line = { ...clearCell(line, key), [key]: source[key] };
  }
  return line;
}

const copyAmount = (source: SheetLine, line: SheetLine): SheetLine =>
  writeCell(line, 'amountGrosze', zloty(source.amountGrosze), NO_LISTS);

/** Plain digits for the reader of cells: `123456` grosze → `1234.56`. */
const zloty = (grosze: number): string => `${Math.floor(grosze / 100)}.${String(grosze % 100).padStart(2, '0')}`;

/** Number cells are read without lists. */
const NO_LISTS = {} as SheetLists;

export function addLine(lines: Lines, below: number, id: string, start: LineStart): Lines {
  const at = Math.min(lines.length, below + 1);
  return [...lines.slice(0, at), blankLine(id, lines[at - 1], start), ...lines.slice(at)];
}

/** Copies of the rows `top`…`bottom`, right below them. */
export function duplicate(lines: Lines, top: number, bottom: number, newId: () => string): Lines {
  const copies = lines.slice(top, bottom + 1).map((line): SheetLine => {
    // A copy of a faulty line is a new line, and so waits for its faults to be mended.
    return { ...line, id: newId(), held: line.faults !== NO_FAULTS };
  });
  return [...lines.slice(0, bottom + 1), ...copies, ...lines.slice(bottom + 1)];
}

export const removeLines = (lines: Lines, top: number, bottom: number): Lines =>
  lines.filter((_, i) => i < top || i > bottom);

/** Moves the rows `top`…`bottom` one place up or down; at the edge they stay. */
export function moveLines(lines: Lines, top: number, bottom: number, by: -1 | 1): Lines {
  if (by === -1 ? top === 0 : bottom >= lines.length - 1) return lines;
  const block = lines.slice(top, bottom + 1);
  const rest = removeLines(lines, top, bottom);
  return [...rest.slice(0, top + by), ...block, ...rest.slice(top + by)];
}
