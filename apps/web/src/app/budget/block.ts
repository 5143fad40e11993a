/** A place in the sheet, both from zero. */
export interface Place {
  row: number;
  column: number;
}

/** A rectangle of cells, all four sides included. */
export interface Block {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The rectangle between the cell where a selection began and the cursor. */
export const blockOf = (anchor: Place, cursor: Place): Block => ({
  top: Math.min(anchor.row, cursor.row),
  left: Math.min(anchor.column, cursor.column),
  bottom: Math.max(anchor.row, cursor.row),
  right: Math.max(anchor.column, cursor.column),
});

export const holds = (block: Block, row: number, column: number): boolean =>
  row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;

/** Is it the same cell? */
export const same = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column;

export const isOneCell = (block: Block): boolean => block.top === block.bottom && block.left === block.right;

export interface Bounds {
  rows: number;
  columns: number;
  /** Rows of one screen, for PageUp and PageDown. */
  page: number;
}

/** Where a key of movement leads from `from`; null when the key does not move. */
export function moved(from: Place, key: string, ctrl: boolean, bounds: Bounds): Place | null {
  const last = { row: bounds.rows - 1, column: bounds.columns - 1 };
  const at = (row: number, column: number): Place => ({
    row: Math.max(0, Math.min(last.row, row)),
    column: Math.max(0, Math.min(last.column, column)),
  });
  switch (key) {
    case 'ArrowUp':
      return ctrl ? at(0, from.column) : at(from.row - 1, from.column);
    case 'ArrowDown':
      return ctrl ? at(last.row, from.column) : at(from.row + 1, from.column);
    case 'ArrowLeft':
      return ctrl ? at(from.row, 0) : at(from.row, from.column - 1);
    case 'ArrowRight':
      return ctrl ? at(from.row, last.column) : at(from.row, from.column + 1);
    case 'Home':
      return ctrl ? at(0, 0) : at(from.row, 0);
    case 'End':
      return ctrl ? at(last.row, last.column) : at(from.row, last.column);
    case 'PageUp':
      return at(from.row - bounds.page, from.column);
    case 'PageDown':
      return at(from.row + bounds.page, from.column);
    default:
      return null;
  }
}

const ARROW = { down: 'ArrowDown', up: 'ArrowUp', left: 'ArrowLeft', right: 'ArrowRight' } as const;

/** The cell beside this one; the same at the edge. */
export const stepped = (from: Place, to: keyof typeof ARROW, bounds: Bounds): Place =>
  moved(from, ARROW[to], false, bounds) ?? from;

/** The next cell in reading order, past the numbers of lines; null past the first and the last one. */
export function neighbour(from: Place, by: 1 | -1, { rows, columns }: Pick<Bounds, 'rows' | 'columns'>): Place | null {
  const column = from.column + by;
  if (column > 0 && column < columns) return { row: from.row, column };
  const row = from.row + by;
  if (row < 0 || row >= rows) return null;
  return { row, column: by === 1 ? 1 : columns - 1 };
}
