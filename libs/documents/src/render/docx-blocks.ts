import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
} from 'docx';
import { documentWords } from '@zit/words.pl/documents';
import type {
  Block,
  ListStyle,
  RichText,
  SignatureSlot,
  Table as ModelTable,
  TableRow as ModelRow,
} from '../model/model';
import { CONTENT_TWIPS, MAX_LEVEL, numberingReference } from './docx-styles';

/** Counts lists, so that each begins at its own first number. */
export class Numbering {
  private last = 0;

  next(): number {
    this.last += 1;
    return this.last;
  }
}

/** One block as children of a Word section; `level` is the depth of the list around it. */
export function blockChildren(block: Block, numbering: Numbering, level: number): FileChild[] {
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({ heading: HeadingLevel.TITLE, children: runs(block.text) }),
        ...(block.subtitle ? [new Paragraph({ alignment: AlignmentType.CENTER, children: runs(block.subtitle) })] : []),
      ];
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          keepNext: true,
          children: runs(block.text),
        }),
      ];
    case 'paragraph': {
      const alignment = { start: AlignmentType.LEFT, center: AlignmentType.CENTER, end: AlignmentType.RIGHT }[
        block.align ?? 'start'
      ];
      const indent = level > 0 ? { indent: { left: 440 * level } } : {};
      return [
        new Paragraph({ alignment, ...indent, ...(block.small ? { style: 'Small' } : {}), children: runs(block.text) }),
      ];
    }
    case 'list':
      return listChildren(block.style, block.items, numbering, level);
    case 'table':
      return tableChildren(block);
    case 'keyValue':
      return block.rows.map(({ key, value }) => new Paragraph({ children: [run(`${key}: `), ...runs(value)] }));
    case 'signatures':
      return [signatureTable(block.slots)];
    case 'keep':
      return block.blocks.flatMap((inner) => blockChildren(inner, numbering, level));
    case 'qr':
      return [];
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** Only what differs from the style is said: a long budget has a hundred thousand runs. */
const run = (text: string, bold = false, italic = false): TextRun =>
  new TextRun({ text, ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}) });

const runs = (text: RichText, bold = false): TextRun[] =>
  text.map((part) => run(part.text, bold || part.bold, part.italic));

function listChildren(style: ListStyle, items: Block[][], numbering: Numbering, level: number): FileChild[] {
  const instance = numbering.next();
  const reference = numberingReference(style);
  return items.flatMap(([first, ...rest]) => {
    const deeper = rest.flatMap((block) => blockChildren(block, numbering, level + 1));
    if (first?.kind !== 'paragraph') return [...(first ? blockChildren(first, numbering, level + 1) : []), ...deeper];
    const numbered: IParagraphOptions = {
      numbering: { reference, level: Math.min(level, MAX_LEVEL), instance },
      keepLines: true,
      keepNext: deeper.length > 0,
      children: runs(first.text),
    };
    return [new Paragraph(numbered), ...deeper];
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const line = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color }) as const;

function tableChildren(table: ModelTable): FileChild[] {
  const widths = columnWidths(table);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column) => cell([{ text: column.head }], column.width === 'number', true)),
  });
  const body = (rows: ModelRow[], bold: boolean) =>
    rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: table.columns.map((column, i) =>
            cell(row.cells[i] ?? [], column.width === 'number', bold || !!row.group),
          ),
        }),
    );
  return [
    new Paragraph({ style: 'TableCaption', keepNext: true, children: [run(table.caption, true)] }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: CONTENT_TWIPS, type: WidthType.DXA },
      columnWidths: widths,
      margins: { left: 60, right: 60 },
      borders: {
        top: line(8, '222222'),
        bottom: line(8, '222222'),
        left: NONE,
        right: NONE,
        insideHorizontal: line(3, 'AAAAAA'),
        insideVertical: NONE,
      },
      rows: [head, ...body(table.rows, false), ...body(table.foot, true)],
    }),
    new Paragraph({ style: 'Small', text: '' }),
  ];
}

const cell = (content: RichText, number: boolean, bold: boolean): TableCell =>
  new TableCell({
    children: [new Paragraph({ style: number ? 'CellNumber' : 'Cell', children: runs(content, bold) })],
  });

/** Number columns as wide as their longest figure (about 95 twips a character), the others share the rest. */
function columnWidths(table: ModelTable): number[] {
  const figures = table.columns.map((column, i) => {
    if (column.width !== 'number') return 0;
    const lengths = [...table.rows, ...table.foot].map((row) =>
      (row.cells[i] ?? []).reduce((sum, part) => sum + part.text.length, 0),
    );
    const words = column.head.split(' ').map((word) => word.length);
    return Math.min(1700, 150 + 95 * lengths.reduce((a, b) => Math.max(a, b), Math.max(6, ...words)));
  });
  const rest = Math.max(CONTENT_TWIPS / 4, CONTENT_TWIPS - figures.reduce((sum, width) => sum + width, 0));
  const shares = table.columns.reduce((sum, column) => sum + (column.width === 'number' ? 0 : column.width), 0);
  return table.columns.map((column, i) =>
    Math.floor(column.width === 'number' ? (figures[i] ?? 0) : (rest * column.width) / shares),
  );
}

/** Signature blocks two in a row, in a table without borders whose rows do not break. */
function signatureTable(slots: readonly SignatureSlot[]): Table {
  const half = Math.floor(CONTENT_TWIPS / 2);
  const rows: TableRow[] = [];
  for (let i = 0; i < slots.length; i += 2) {
    const pair = [slots[i], slots[i + 1]].map(
      (slot) =>
        new TableCell({
          width: { size: half, type: WidthType.DXA },
          margins: { top: 200, right: 300 },
          children: slot ? slotChildren(slot) : [new Paragraph('')],
        }),
    );
    rows.push(new TableRow({ cantSplit: true, children: pair }));
  }
  const borders = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: half * 2, type: WidthType.DXA },
    columnWidths: [half, half],
    borders,
    rows,
  });
}

function slotChildren(slot: SignatureSlot): Paragraph[] {
  const people =
    slot.signatories.length > 0 ? slot.signatories : [{ name: '', office: documentWords.signature.office }];
  const below = people.map(({ name, office }) => [name, office].filter(Boolean).join(', '));
  if (slot.countersignature) below.push(slot.countersignature);
  return [
    new Paragraph({ keepNext: true, children: [run(slot.party, true)] }),
    ...below.map(
      (who) =>
        new Paragraph({
          style: 'Small',
          keepLines: true,
          spacing: { before: 700 },
          border: { top: { style: BorderStyle.DOTTED, size: 6, color: '555555', space: 2 } },
          children: [run(who)],
        }),
    ),
  ];
}
