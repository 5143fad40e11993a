/** What separates cells in files that people call CSV: of spreadsheets in Poland, of programs, of the clipboard. */
const SEPARATORS = [';', ',', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Text of a file: UTF-8 or UTF-16 when it is one, else the Polish code page of Windows. */
export function decoded(bytes: Uint8Array): { text: string; encoding: 'UTF-8' | 'UTF-16' | 'windows-1250' } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: read('utf-16le', bytes), encoding: 'UTF-16' };
  if (first === 0xfe && second === 0xff) return { text: read('utf-16be', bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: read('windows-1250', bytes), encoding: 'windows-1250' };
  }
}

const read = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

/** Rows by the separator that gives the most of `score` (heads that are known); at a draw the Polish one. */
export function parseCsv(text: string, score: (rows: string[][]) => number): string[][] {
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const chosen = SEPARATORS.find((separator) => separator === named?.[1]);
  if (chosen) return rowsOf(body, chosen);
  const tried = SEPARATORS.map((separator) => rowsOf(body, separator));
  const scores = tried.map(score);
  return tried[scores.indexOf(Math.max(...scores))] ?? [];
}

/** Cells in double quotes may hold separators and line ends; `""` is a quote (RFC 4180). */
export function rowsOf(text: string, separator: Separator): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === separator) {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i + 1] === '\n') i++;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/**
 * A file for spreadsheets: UTF-8 with its mark, semicolons, as Excel in Poland opens it by a double click. A text that a
 * spreadsheet would run as a formula gets an apostrophe; `withoutGuard` takes it off again.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => quote(guardOf(cell))).join(';')).join('\r\n')}\r\n`;

const quote = (cell: string): string => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const guardOf = (cell: string): string => (/^'?[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

export const withoutGuard = (cell: string): string => (/^''?[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
