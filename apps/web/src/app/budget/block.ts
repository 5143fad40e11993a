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
