/**
 * Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, line ends between rows,
 * a cell in double quotes when it holds a tab, a line end or a quote.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  let fresh = true;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
    fresh = true;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && fresh && closes(text, i)) {
      quoted = true;
      fresh = false;
    } else if (char === '\t') endCell();
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i + 1] === '\n') i++;
      endCell();
      rows.push(row);
      row = [];
    } else {
      cell += char;
      fresh = false;
    }
  }
  if (cell !== '' || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}

/** Whether the quote at `start` has its partner before a cell's end; a lone quote is plain text. */
function closes(text: string, start: number): boolean {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] !== '"') continue;
    if (text[i + 1] === '"') {
      i++;
      continue;
    }
    const next = text[i + 1];
    // The first lone quote decides, so that a block full of quotes is still read in one pass.
    return next === undefined || next === '\t' || next === '\n' || next === '\r';
  }
  return false;
}

/** The reverse of `parseBlock`. */
export const formatBlock = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quote).join('\t')).join('\r\n');

const quote = (cell: string): string => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
