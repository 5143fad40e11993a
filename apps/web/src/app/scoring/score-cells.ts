import { formatPercent, isUnread, pointsPath, shownPoints, type ScoringCriterion } from '@zit/domain';
import { scoringPageWords as words } from '@zit/words.pl/scoring-page';
import type { ScoreRow } from './score-row';

/** One cell as it is seen, and as it is told to who does not see it. */
export interface ScoreCell {
  id: string;
  code: string;
  text: string;
  label: string;
  automatic: boolean;
  /** Something is typed that is no points. */
  wrong: boolean;
  /** The points ask for a reason, and there is none. */
  unexplained: boolean;
  explained: boolean;
}

export function cellsOf(row: ScoreRow, criteria: readonly ScoringCriterion[]): ScoreCell[] {
  const gaps = new Map(row.gaps().map((gap) => [gap.criterion, gap.because]));
  return criteria.map((criterion) => {
    const { id, code, automatic } = criterion;
    const unexplained = gaps.get(id) === 'NO_REASON';
    const explained = !automatic && row.reason(criterion).trim() !== '';
    const extra = unexplained ? words.cell.noReason : explained ? words.cell.reason : null;
    const { text, said } = shownOf(row, criterion);
    return {
      ...{ id, code, automatic, unexplained, explained, text },
      label: extra === null ? said : `${said}, ${extra}`,
      wrong: gaps.get(id) === 'NOT_POINTS',
    };
  });
}

function shownOf(row: ScoreRow, criterion: ScoringCriterion): { text: string; said: string } {
  const { code, id, automatic } = criterion;
  const points = row.points(criterion);
  if (automatic)
    return { text: String(points ?? 0), said: words.cell.automatic(code, points ?? 0, row.offer.recommended) };
  const value = row.value(pointsPath(id));
  if (isUnread(value)) return { text: value.typed, said: words.cell.unread(code, value.typed) };
  if (points === null) return { text: '', said: words.cell.empty(code) };
  return { text: String(points), said: words.cell.points(code, points) };
}

/** „83,00”; a dash while points are missing. */
export const totalText = (row: ScoreRow): string => {
  const total = row.total();
  return total ? shownPoints(total) : words.noTotal;
};

export const stateText = (row: ScoreRow): string => {
  const state = row.state();
  return state === 'OPEN' ? words.states.OPEN(row.gaps().length) : words.states[state];
};

export const weightText = (weight: number): string => formatPercent(weight, 100, 0);
