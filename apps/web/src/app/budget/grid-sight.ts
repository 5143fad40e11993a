import type { Place } from './block';
import { HEAD_WIDTH, leftOf, widthOf } from './column-widths';

/** Rows drawn beyond the edges of the window on the sheet, so that fast scrolling shows no gaps. */
const MARGIN = 8;
export const HEAD_HEIGHT = 44;

/** What of the sheet is seen, in pixels. */
export interface Window {
  scrolled: number;
  height: number;
  rowHeight: number;
}

/** Rows of `count` to draw, and the row of the cursor: out of the page, its cell would lose the focus while one scrolls. */
export function rowsInSight({ scrolled, height, rowHeight }: Window, count: number, cursor: number): number[] {
  const first = Math.max(0, Math.floor(scrolled / rowHeight) - MARGIN);
  const last = Math.min(count, Math.ceil((scrolled + height) / rowHeight) + MARGIN);
  const inSight = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  if (cursor < count && (cursor < first || cursor >= last)) inSight[cursor < first ? 'unshift' : 'push'](cursor);
  return inSight;
}

/** Where a note about a cell stands: below its row, above it at the end of the sheet. */
export function besideRow(row: number, count: number, rowHeight: number): { top: number; above: boolean } {
  const above = row >= 3 && row >= count - 2;
  return { top: (above ? row : row + 1) * rowHeight, above };
}

/** Rows of one screen, for PageUp and PageDown. */
export const rowsOfPage = ({ height, rowHeight }: Pick<Window, 'height' | 'rowHeight'>): number =>
  Math.max(1, Math.floor((height - 2 * HEAD_HEIGHT) / rowHeight) - 1);

/** Scrolls just as far as the cell needs; frozen head, foot and first column are no place to hide it under. */
export function scrollTo(scroller: HTMLElement, { row, column }: Place, rowHeight: number): void {
  const top = row * rowHeight;
  const visible = scroller.clientHeight - 2 * HEAD_HEIGHT - rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (visible > 0 && top > scroller.scrollTop + visible) scroller.scrollTop = top - visible;
  if (column === 0) return;
  const left = leftOf(column) - HEAD_WIDTH;
  const right = leftOf(column) + widthOf(column) - scroller.clientWidth;
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft) scroller.scrollLeft = Math.min(left, right);
}

/** Tells the height now and whenever it changes. @returns what ends that */
export function watchHeight(scroller: HTMLElement, tell: (height: number) => void): () => void {
  const measure = (): void => tell(scroller.clientHeight || 600);
  measure();
  if (typeof ResizeObserver === 'undefined') return () => undefined;
  const observer = new ResizeObserver(measure);
  observer.observe(scroller);
  return () => observer.disconnect();
}

/** The cell under a pointer; null: none. */
export function placeOf(event: Event): Place | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null;
}
