import { columnWords } from '@zit/words.pl/budget';
import type { Place } from './block';
import { copiedText } from './cell-text';
import type { SheetLists } from './choices';
import { COLUMNS, type ColumnKey, type FieldKey, type Lines } from './sheet';

/** Cells of lines as texts; `numbers` has one for each line. */
export const textRows = (
  lines: Lines,
  numbers: readonly (string | null)[],
  keys: readonly ColumnKey[],
  lists: SheetLists,
): string[][] =>
  lines.map((line, i) => keys.map((key) => (key === 'no' ? (numbers[i] ?? '') : copiedText(line, key, lists))));

/** All lines under their heads, for a file. */
export const wholeTable = (lines: Lines, numbers: readonly (string | null)[], lists: SheetLists): string[][] => [
  COLUMNS.map((key) => columnWords[key].title),
  ...textRows(lines, numbers, COLUMNS, lists),
];

/** The next cell behind `from` that could not be read, then from the top; undefined: there is none. */
export function nextFault(lines: Lines, from: Place): Place | undefined {
  const faulty = lines.flatMap((line, row) =>
    COLUMNS.flatMap((key, column) => (line.faults[key as FieldKey] ? [{ row, column }] : [])),
  );
  return faulty.find((p) => p.row > from.row || (p.row === from.row && p.column > from.column)) ?? faulty[0];
}
