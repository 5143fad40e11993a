import {
  LONGEST_REASON,
  MOST_POINTS,
  isUnread,
  parseTyped,
  pointsPath,
  reasonPath,
  sameValue,
  unreadReason,
  type FieldKind,
  type ScoringCriterion,
  type SheetValue,
} from '@zit/domain';
import { scoringPageWords } from '@zit/words.pl/scoring-page';
import { decoded, parseCsv, withoutGuard } from '../offer/budget/csv';
import type { ScoreRow } from './score-row';

const words = scoringPageWords.file;
/** Largest file that is read, in bytes. */
const MOST_BYTES = 5_000_000;
/** Rows above the heads at most. */
const MOST_ABOVE = 30;
const POINTS: FieldKind = { is: 'whole', min: 0, max: MOST_POINTS };
const REASON: FieldKind = { is: 'text', max: LONGEST_REASON };

/** One field that a file changes. */
export interface FileScore {
  row: ScoreRow;
  path: string;
  value: SheetValue;
}

/** What a file says of the cards; with a single fault nothing of it is taken. */
export interface ReadScores {
  changes: FileScore[];
  /** A sentence for each cell: which, what stands there, and what to do. */
  faults: string[];
}

/** Heads, then one row for each offer; automatic criteria are nobody's to fill in. */
export const scoreTable = (rows: readonly ScoreRow[], criteria: readonly ScoringCriterion[]): string[][] => {
  const scored = criteria.filter(({ automatic }) => !automatic);
  return [
    [words.number, words.offer, ...scored.flatMap(({ code }) => [code, words.reason(code)])],
    ...rows.map((row) => [
      row.offer.receiptNumber,
      row.offer.title,
      ...scored.flatMap((criterion) => [String(row.points(criterion) ?? ''), row.reason(criterion)]),
    ]),
  ];
};

/** Cells of a CSV file or of the first sheet of a workbook; a sentence when it is neither. Never throws. */
export async function cellsIn(file: File): Promise<string[][] | string> {
  if (file.size > MOST_BYTES) return words.tooLarge;
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      const { sheetsOf } = await import('../offer/budget/xlsx');
      return (await sheetsOf(bytes))[0]?.rows ?? words.notRead;
    }
  } catch {
    return words.notRead;
  }
  const { text } = decoded(bytes);
  if (bytes.length === 0 || text.includes('\u0000')) return words.notRead;
  return parseCsv(text, (rows) => rows.slice(0, MOST_ABOVE).filter((row) => headOf(row) >= 0).length);
}

/** Checks every cell of a table against the cards. An empty cell changes nothing. A sentence: it is no such table. */
export function readScores(
  cells: readonly (readonly string[])[],
  rows: readonly ScoreRow[],
  criteria: readonly ScoringCriterion[],
): ReadScores | string {
  const head = cells.slice(0, MOST_ABOVE).findIndex((row) => headOf(row) >= 0);
  const columns = head < 0 ? [] : columnsOf(cells[head] ?? [], criteria);
  if (columns.length === 0) return words.noHeads(words.number);
  const key = headOf(cells[head] ?? []);
  const byNumber = new Map(rows.map((row) => [row.offer.receiptNumber, row]));
  const seen = new Map<string, number>();
  const read: ReadScores = { changes: [], faults: [] };
  for (let at = head + 1; at < cells.length; at++) {
    const line = (cells[at] ?? []).map((cell) => withoutGuard(cell).trim());
    const number = line[key] ?? '';
    if (line.every((cell) => cell === '')) continue;
    const row = byNumber.get(number);
    const before = seen.get(number);
    if (!row || before !== undefined) {
      const why = before === undefined ? words.unknownOffer : words.twice(before);
      read.faults.push(words.fault(cellName(key, at), number, why));
      continue;
    }
    seen.set(number, at + 1);
    for (const { column, path, kind } of columns)
      takeCell(read, row, { text: line[column] ?? '', column, at, path, kind });
  }
  return read;
}

interface Cell extends Column {
  text: string;
  /** Row of the file, from 0. */
  at: number;
}
interface Column {
  column: number;
  path: string;
  kind: FieldKind;
}

function takeCell({ changes, faults }: ReadScores, row: ScoreRow, { text, column, at, path, kind }: Cell): void {
  if (text === '') return;
  const value = parseTyped(kind, text);
  const fault = (why: string): number => faults.push(words.fault(cellName(column, at), text.slice(0, 60), why));
  if (isUnread(value)) return void fault(unreadReason(kind, text));
  if (sameValue(row.value(path), value)) return;
  if (row.closed()) return void fault(words.closed);
  changes.push({ row, path, value });
}

function columnsOf(head: readonly string[], criteria: readonly ScoringCriterion[]): Column[] {
  const heads = head.map((cell) => cell.trim().toLowerCase());
  const at = (name: string): number => heads.indexOf(name.toLowerCase());
  return criteria
    .filter(({ automatic }) => !automatic)
    .flatMap(({ id, code }) => [
      { column: at(code), path: pointsPath(id), kind: POINTS },
      { column: at(words.reason(code)), path: reasonPath(id), kind: REASON },
    ])
    .filter(({ column }) => column >= 0);
}

/** Column of the offers' numbers; -1: this row is no head. */
const headOf = (row: readonly string[]): number =>
  row.findIndex((cell) => cell.trim().toLowerCase() === words.number.toLowerCase());

/** „C4”, as a spreadsheet names it. */
export function cellName(column: number, row: number): string {
  let letters = '';
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  return `${letters}${row + 1}`;
}
