import { nameKey } from '@zit/domain';
import { budgetFileWords as words } from '@zit/words.pl/offer-budget';
import { columnOf } from '../../budget/paste';
import { decoded, parseCsv, withoutGuard } from './csv';

/** Largest file that is read, in bytes. */
export const MOST_BYTES = 5_000_000;
/** Rows above the heads: titles, names, dates. */
const MOST_ABOVE = 30;

/** A table found in a file: its heads, its rows with the numbers that they have in the file, and what was left out. */
export interface FoundTable {
  /** The row of heads first. */
  cells: string[][];
  /** Number in the file of each row but the heads, from 1. */
  numbers: number[];
  /** What the person should know: encoding, sheets and rows that were left out. */
  notes: string[];
}

export type ReadFile = { ok: true; table: FoundTable } | { ok: false; text: string };

/** Reads a budget out of a file that somebody chose; never throws. */
export async function readBudgetFile(file: File): Promise<ReadFile> {
  if (file.size > MOST_BYTES) return { ok: false, text: words.tooLarge };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) return { ok: false, text: words.emptyFile };
  try {
    // A workbook is a packed folder, whatever its name says; an old one begins with the mark of its own.
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return await fromWorkbook(bytes);
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { ok: false, text: words.oldExcel };
  } catch {
    return { ok: false, text: words.notRead };
  }
  const { text, encoding } = decoded(bytes);
  if (text.includes('\u0000')) return { ok: false, text: words.notRead };
  const table = tableIn(parseCsv(text, (rows) => Math.max(0, ...rows.slice(0, MOST_ABOVE).map(headsIn))));
  if (!table) return { ok: false, text: words.noHeads };
  return { ok: true, table: { ...table, notes: [words.encoding(encoding), ...table.notes] } };
}

async function fromWorkbook(bytes: Uint8Array): Promise<ReadFile> {
  const { sheetsOf } = await import('./xlsx');
  const sheets = await sheetsOf(bytes);
  const found = sheets.flatMap(({ name, rows }) => {
    const table = tableIn(rows);
    return table ? [{ name, table }] : [];
  });
  const [first, ...others] = found;
  if (!first) return { ok: false, text: words.noHeads };
  const left = others.map(({ name }) => words.otherSheet(name));
  return { ok: true, table: { ...first.table, notes: [words.sheet(first.name), ...left, ...first.table.notes] } };
}

/** The table whose heads name most columns of a budget; null: no row names two of them. */
export function tableIn(rows: string[][]): FoundTable | null {
  const scores = rows.slice(0, MOST_ABOVE).map(headsIn);
  const best = Math.max(0, ...scores);
  if (best < 2) return null;
  const at = scores.indexOf(best);
  const notes: string[] = [];
  const cells = [(rows[at] ?? []).map((text) => text.trim())];
  const numbers: number[] = [];
  rows.slice(at + 1).forEach((row, i) => {
    const number = at + i + 2;
    const texts = row.map((text) => withoutGuard(text));
    if (texts.every((text) => text.trim() === '')) return;
    if (isSum(texts)) return void notes.push(words.sumRow(number, texts.filter((text) => text.trim()).join(' ')));
    cells.push(texts);
    numbers.push(number);
  });
  return { cells, numbers, notes };
}

const headsIn = (row: readonly string[]): number => new Set(row.map(columnOf).filter(Boolean)).size;

/** „Razem: 330 000,00”: a word for a sum, and besides it figures only. */
function isSum(texts: readonly string[]): boolean {
  const said = texts.map((text) => text.trim()).filter(Boolean);
  const sayings = said.filter((text) => !/^[\d\s\u00a0\u202f.,%-]+(zł)?$/.test(text));
  return sayings.length === 1 && /^(razem|suma|ogolem|lacznie)( |$)/.test(nameKey(sayings[0] ?? ''));
}
