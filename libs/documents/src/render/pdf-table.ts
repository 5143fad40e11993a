import type { Column, RichText, Table, TableRow } from '../model/model';
import { plain } from '../model/rich-text';
import { CONTENT_WIDTH, SIZE, type PdfNode } from './pdf-page';
import { textNode } from './pdf-text';
import { printable } from './printable';
import type { Tagger, TagPath, TagStep } from './tags';

const PADDING = 4;
const LINE = { strong: 0.9, head: 0.6, row: 0.3 } as const;

/** Tables up to about half a page (points, as estimated) are not broken at all. */
const WHOLE_HEIGHT = 330;

/**
 * A table as wide as the text, never wider: number columns as wide as their longest figure, the others
 * share the rest. Caption and head repeat on every page; a row is not broken unless it is very tall.
 */
export function tableNode(table: Table, tagger: Tagger, path: TagPath): PdfNode {
  const inTable: TagPath = [...path, tagger.step('Table')];
  const { widths, size } = fit(table);
  const tall = table.rows.some((row) => rowHeight(row, widths, size) > 300);
  const body = [
    captionRow(table, inTable, tagger),
    headRow(table, inTable, tagger, size),
    ...table.rows.map((row) => bodyRow(row, table.columns, inTable, tagger, size, !!row.group)),
    ...table.foot.map((row) => bodyRow(row, table.columns, inTable, tagger, size, true)),
  ];
  const rows = body.length;
  const foot = rows - table.foot.length;
  const groups = new Set(table.rows.flatMap((row, i) => (row.group ? [i + 2] : [])));
  const node = {
    table: { widths, body, headerRows: 2, keepWithHeaderRows: tall || rows < 3 ? 0 : 1, dontBreakRows: !tall },
    layout: {
      defaultBorder: true,
      hLineWidth: (line: number) => {
        if (line === 0) return 0;
        if (line === 1 || line === rows) return LINE.strong;
        if (line === 2 || line === foot) return LINE.head;
        return LINE.row;
      },
      vLineWidth: () => 0,
      hLineColor: (line: number) => (line === 1 || line === 2 || line >= foot || groups.has(line) ? '#222' : '#aaa'),
      paddingLeft: (column: number) => (column === 0 ? 0 : PADDING),
      paddingRight: (column: number) => (column === widths.length - 1 ? 0 : PADDING),
      paddingTop: () => 2.5,
      paddingBottom: () => 2,
    },
    margin: [0, 5, 0, 11],
  };
  return isWhole(table) ? { stack: [node], unbreakable: true } : node;
}

/** A table that is never broken, and so can stay with its heading. */
export function isWhole(table: Table): boolean {
  const { widths, size } = fit(table);
  return [...table.rows, ...table.foot].reduce((sum, row) => sum + rowHeight(row, widths, size), 0) <= WHOLE_HEIGHT;
}

function captionRow(table: Table, inTable: TagPath, tagger: Tagger): PdfNode[] {
  const caption = textNode([{ text: table.caption }], [...inTable, tagger.step('Caption')], {
    fontSize: SIZE.table + 0.4,
    bold: true,
    colSpan: table.columns.length,
  });
  return [caption, ...table.columns.slice(1).map(() => ({}))];
}

function headRow(table: Table, inTable: TagPath, tagger: Tagger, size: number): PdfNode[] {
  const row = tagger.step('TR');
  return table.columns.map((column) =>
    textNode([{ text: column.head }], [...inTable, row, tagger.step('TH', { scope: 'Column' })], {
      fontSize: size - 0.3,
      bold: true,
      lineHeight: 1.05,
      alignment: column.width === 'number' ? 'right' : 'left',
    }),
  );
}

function bodyRow(
  row: TableRow,
  columns: Column[],
  inTable: TagPath,
  tagger: Tagger,
  size: number,
  bold: boolean,
): PdfNode[] {
  const tr = tagger.step('TR');
  return columns.map((column, i) => {
    const cell = column.rowHeader ? tagger.step('TH', { scope: 'Row' }) : tagger.step('TD');
    return textNode(breakable(row.cells[i] ?? [{ text: '' }]), [...inTable, tr, cell], cellStyle(column, size, bold));
  });
}

/** Very long codes may break after an underscore; elsewhere a break in a word would look like two words. */
const breakable = (runs: RichText): RichText =>
  runs.map((run) => ({ ...run, text: run.text.replace(/[A-Z]\S{21,}/g, (code) => code.replaceAll('_', '_\u200b')) }));

const cellStyle = (column: Column, size: number, bold: boolean): PdfNode => ({
  fontSize: size,
  lineHeight: 1.1,
  ...(bold ? { bold: true } : {}),
  ...(column.width === 'number' ? { alignment: 'right', fontFeatures: ['tnum', 'lnum'] } : {}),
});

/** Widths of the columns in points without padding, and the size of type at which the figures fit. */
function fit(table: Table): { widths: number[]; size: number } {
  const paddings = PADDING * 2 * (table.columns.length - 1);
  for (const size of [SIZE.table, 8, 7.2]) {
    const numbers = table.columns.map((column, i) => (column.width === 'number' ? numberWidth(table, i, size) : 0));
    const rest = CONTENT_WIDTH - paddings - sum(numbers);
    const texts = table.columns.filter((column) => column.width !== 'number').length;
    if (rest < texts * 55 && size > 7.2) continue;
    return { size, widths: share(table.columns, numbers, rest) };
  }
  throw new Error('unreachable: the last size always fits');
}

function share(columns: Column[], numbers: number[], rest: number): number[] {
  const whole = sum(columns.map((column) => (column.width === 'number' ? 0 : column.width)));
  // Absurdly long figures: everything shrinks alike and long words break, but nothing leaves the page.
  if (rest < 60) {
    const total = sum(numbers) + whole * 60;
    const scale = (sum(numbers) + rest) / total;
    return columns.map((column, i) => scale * (column.width === 'number' ? (numbers[i] ?? 0) : column.width * 60));
  }
  return columns.map((column, i) => (column.width === 'number' ? (numbers[i] ?? 0) : (rest * column.width) / whole));
}

function numberWidth(table: Table, column: number, size: number): number {
  const head = table.columns[column]?.head ?? '';
  // The head in two lines, roughly.
  let widest = (head.length / 2 + 1.5) * 0.5;
  for (const row of [...table.rows, ...table.foot])
    widest = Math.max(widest, figureWidth(plain(row.cells[column] ?? [])));
  for (const word of head.split(/[ \u00a0-]/)) widest = Math.max(widest, word.length * 0.56);
  return Math.ceil(widest * size + 1);
}

/** Width of figures in em, as measured in the semi-bold cut (digits 0.547, space 0.23, comma 0.31). */
const figureWidth = (text: string): number => {
  let width = 0;
  for (const character of text)
    width += character === '\u00a0' || character === ' ' ? 0.24 : character === ',' ? 0.31 : 0.56;
  return width;
};

/** Rough height of a row in points, on the safe side. */
function rowHeight(row: TableRow, widths: number[], size: number): number {
  const lines = row.cells.map((cell: RichText, i) => {
    const perLine = Math.max(1, Math.floor((widths[i] ?? 1) / (size * 0.56)));
    return Math.ceil(printable(plain(cell)).length / perLine);
  });
  return Math.max(1, ...lines) * size * 1.4 + 6;
}

/** Of the names in points: „Działanie krajowego programu” in one line. */
const KEY_WIDTH = 155;

/** Pairs of a name and a value, set as rows of a table of two columns without lines; a page may end between them. */
export function keyValueNodes(rows: { key: string; value: RichText }[], tagger: Tagger, path: TagPath): PdfNode[] {
  const inTable: TagPath = [...path, tagger.step('Table')];
  const cell = (tr: TagStep, step: TagStep, runs: RichText, style: PdfNode) =>
    textNode(runs, [...inTable, tr, step], style);
  return rows.map(({ key, value }, i) => {
    const tr = tagger.step('TR');
    return {
      columns: [
        { ...cell(tr, tagger.step('TH', { scope: 'Row' }), [{ text: key }], { color: '#444' }), width: KEY_WIDTH },
        { ...cell(tr, tagger.step('TD'), value, {}), width: CONTENT_WIDTH - KEY_WIDTH - 8 },
      ],
      columnGap: 8,
      margin: [0, i === 0 ? 2 : 0, 0, i === rows.length - 1 ? 10 : 2],
    };
  });
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
