import { Component, computed, ElementRef, inject, model, output } from '@angular/core';
import { pointsPath, shownPoints, type ScoringCriterion } from '@zit/domain';
import { scoringPageWords as words } from '@zit/words.pl/scoring-page';
import { pointsAfter, scoreKeyOf, type ScoreKey } from './score-keys';
import { ScoreDesk } from './score-desk';
import { ScoreLine } from './score-line';
import type { ScoreRow } from './score-row';
import { weightText } from './score-cells';

/** Where the cursor stands. */
export interface ScorePlace {
  row: number;
  column: number;
}

/** Offers × criteria, made for the keyboard: what is typed lands in the cell of the cursor, and nothing else is drawn again. */
@Component({
  selector: 'zit-score-grid',
  imports: [ScoreLine],
  templateUrl: './score-grid.html',
  styleUrl: './score-grid.scss',
})
export class ScoreGrid {
  protected readonly desk = inject(ScoreDesk);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly words = words;
  readonly place = model.required<ScorePlace>();
  /** The person wants to write a reason, or to read the offer. */
  readonly wants = output<'reason' | 'text'>();
  /** What is worth telling to who does not see the grid. */
  readonly said = output<string>();
  protected readonly heads = computed(() =>
    this.desk.criteria().map(({ id, code, name, weight, automatic }) => ({
      ...{ id, code, automatic },
      weight: weightText(weight),
      full: words.headFull(code, name, weight),
    })),
  );
  /** The cell into which the digit before was typed; anything else that is done forgets it. */
  private typedInto = '';

  protected cursorIn(row: number): number | null {
    const { row: at, column } = this.place();
    return at === row ? column : null;
  }

  /** Puts the keyboard where the cursor is. */
  focus(): void {
    const { row, column } = this.place();
    this.host.querySelector<HTMLElement>(`[data-row='${row}'][data-column='${column}']`)?.focus();
  }

  protected onKey(event: KeyboardEvent): void {
    const key = scoreKeyOf(event);
    if (!key || !(event.target as HTMLElement).closest('[data-column]')) return;
    event.preventDefault();
    this.press(key);
  }

  protected onFocus(event: FocusEvent): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]');
    if (!cell) return;
    const place = { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
    const { row, column } = this.place();
    if (place.row !== row || place.column !== column) this.place.set(place);
  }

  protected onPointer(event: Event): void {
    (event.target as HTMLElement).closest<HTMLElement>('[data-column]')?.focus();
  }

  /** Gives points to the cell of the cursor; null takes them away. */
  give(points: number | null): void {
    const at = this.here();
    if (!at) return;
    const { row, criterion } = at;
    if (criterion.automatic) return this.said.emit(words.automaticCell);
    if (row.closed() || !this.desk.mayWrite(row))
      return this.said.emit(this.desk.mayWrite(row) ? words.closedCell : words.frozen);
    this.desk.set(row, pointsPath(criterion.id), points);
    this.tell(row, criterion, points);
  }

  /** To the next criterion that is scored, of the next offer after the last one. */
  goOn(): void {
    const { row, column } = this.place();
    const next = this.scoredFrom(column + 1, 1);
    this.go(next === null ? { row: row + 1, column: this.scoredFrom(0, 1) ?? 0 } : { row, column: next });
  }

  private press(key: ScoreKey): void {
    const before = this.typedInto;
    this.typedInto = '';
    const { row, column } = this.place();
    switch (key.act) {
      case 'move':
        return this.go({ row: row + key.rows, column: this.stepped(column, key.columns) });
      case 'edge':
        return this.go({ row: edgeOf(key.row, row, this.desk.rows().length), column: this.edgeColumn(key.column) });
      case 'offer':
        return this.go({ row: row + key.by, column: this.scoredFrom(0, 1) ?? 0 });
      case 'digit':
        return this.digit(key.digit, before);
      case 'ten':
        return this.give(this.desk.scoring()?.mostPoints ?? 0);
      case 'clear':
        return this.give(null);
      case 'reason':
      case 'text':
        return this.wants.emit(key.act);
    }
  }

  private digit(digit: number, before: string): void {
    const at = this.here();
    if (!at) return;
    const path = pointsPath(at.criterion.id);
    const cell = `${this.place().row} ${path}`;
    this.give(pointsAfter(digit, at.row.value(path), before === cell));
    this.typedInto = cell;
  }

  private go({ row, column }: ScorePlace): void {
    const last = this.desk.rows().length - 1;
    this.place.set({ row: Math.min(Math.max(row, 0), last), column });
    this.focus();
  }

  /** Automatic criteria are passed over on the way, and reached only where nothing else is left. */
  private stepped(column: number, by: number): number {
    return by === 0 ? column : (this.scoredFrom(column + by, by > 0 ? 1 : -1) ?? column);
  }

  private edgeColumn(edge: 'first' | 'last' | null): number {
    if (edge === null) return this.place().column;
    const count = this.desk.criteria().length;
    return (edge === 'first' ? this.scoredFrom(0, 1) : this.scoredFrom(count - 1, -1)) ?? 0;
  }

  private scoredFrom(column: number, by: 1 | -1): number | null {
    const criteria = this.desk.criteria();
    for (let at = column; at >= 0 && at < criteria.length; at += by) if (!criteria[at]?.automatic) return at;
    return null;
  }

  private here(): { row: ScoreRow; criterion: ScoringCriterion } | null {
    const { row, column } = this.place();
    const [line, criterion] = [this.desk.rows()[row], this.desk.criteria()[column]];
    return line && criterion ? { row: line, criterion } : null;
  }

  private tell(row: ScoreRow, { code }: ScoringCriterion, points: number | null): void {
    if (points === null) return this.said.emit(words.cleared(code));
    const total = row.total();
    const rank = this.desk.ranks()[this.place().row] ?? null;
    this.said.emit(
      words.said(
        code,
        String(points),
        total ? shownPoints(total) : words.noTotal,
        rank === null ? words.noTotal : String(rank),
      ),
    );
  }
}

const edgeOf = (edge: 'first' | 'last' | null, row: number, rows: number): number =>
  edge === null ? row : edge === 'first' ? 0 : rows - 1;
