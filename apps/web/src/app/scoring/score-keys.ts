import { MOST_POINTS, type SheetValue } from '@zit/domain';

/** What a key asks the grid to do. `digit` needs what stands in the cell: 1 and 0 one after the other are 10. */
export type ScoreKey =
  | { act: 'move'; rows: number; columns: number }
  | { act: 'edge'; row: 'first' | 'last' | null; column: 'first' | 'last' | null }
  /** The first criterion of the next offer, or of the one before. */
  | { act: 'offer'; by: 1 | -1 }
  | { act: 'digit'; digit: number }
  | { act: 'ten' | 'clear' | 'reason' | 'text' };

/** Rows of one page of the keyboard. */
const PAGE = 10;
const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE, 0],
  PageDown: [PAGE, 0],
};

/** Null: the key is not the grid's, and does what it does elsewhere. */
export function scoreKeyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): ScoreKey | null {
  const ctrl = ctrlKey || metaKey;
  if (key === 'Home' || key === 'End') {
    const edge = key === 'Home' ? 'first' : 'last';
    return { act: 'edge', row: ctrl ? edge : null, column: edge };
  }
  if (ctrl || altKey) return null;
  const move = MOVES[key];
  if (move) return { act: 'move', rows: move[0], columns: move[1] };
  if (/^\d$/.test(key)) return { act: 'digit', digit: Number(key) };
  switch (key.toLowerCase()) {
    case 'enter':
      return { act: 'offer', by: shiftKey ? -1 : 1 };
    case 'x':
      return { act: 'ten' };
    case 'delete':
    case 'backspace':
      return { act: 'clear' };
    case 'u':
    case 'f2':
      return { act: 'reason' };
    case 't':
      return { act: 'text' };
    default:
      return null;
  }
}

/**
 * Points after a digit: it begins anew, but after 1 a 0 makes 10. @param goesOn the digit before was typed into this cell
 * and nothing was done since.
 */
export const pointsAfter = (digit: number, stands: SheetValue, goesOn: boolean, most = MOST_POINTS): number =>
  goesOn && typeof stands === 'number' && stands * 10 + digit <= most && stands > 0 ? stands * 10 + digit : digit;
