import type { LocalDate } from '@zit/domain';

/**
 * The neutral document: pure JSON between the builders and the renderers, so that one builder gives
 * the PDF, the editable DOCX and the accessible HTML twin. All texts are already typeset (see typography.ts).
 */
export interface DocumentModel {
  lang: 'pl-PL';
  title: string;
  subject: string;
  /** Day on the paper; the files carry it as their date of creation, so that the same facts give the same bytes. */
  date: LocalDate;
  /** Small line above every page but the first. */
  runningHead: string;
  /** `seal`: the journal's newest when the document was issued. */
  footer: { note: string; template: string; number: string; seal?: string };
  blocks: Block[];
}

/** A piece of text in one style. `blank`: a dotted place to fill in by hand. */
export interface Run {
  text: string;
  bold?: true;
  italic?: true;
  blank?: true;
}

export type RichText = Run[];

/** Numbering of a Polish legal text: ustęp `1.`, punkt `1)`, litera `a)`, tiret `-`. */
export type ListStyle = '1.' | '1)' | 'a)' | '-';

export type Block =
  | { kind: 'title'; text: RichText; subtitle: RichText | null }
  | { kind: 'heading'; level: 2 | 3; text: RichText }
  | Paragraph
  | { kind: 'list'; style: ListStyle; items: ListItem[] }
  | Table
  | { kind: 'keyValue'; rows: { key: string; value: RichText }[] }
  | { kind: 'signatures'; slots: SignatureSlot[] }
  /** Blocks that stay on one page. */
  | { kind: 'keep'; blocks: Block[] }
  /** A code for cameras on paper; what it holds also stands in words beside it, so readers of the screen pass over it. */
  | { kind: 'qr'; value: string }
  | { kind: 'pageBreak' };

export interface Paragraph {
  kind: 'paragraph';
  text: RichText;
  align?: 'start' | 'center' | 'end';
  /** Remarks under tables. */
  small?: true;
}

/** What one number or letter stands at: usually a paragraph, then perhaps a deeper list. */
export type ListItem = Block[];

export interface Table {
  kind: 'table';
  /** What the table shows; printed above it and read out by screen readers. */
  caption: string;
  columns: Column[];
  rows: TableRow[];
  foot: TableRow[];
}

export interface Column {
  head: string;
  /** Share of the width left by the number columns; `number`: as wide as its longest figure. */
  width: number | 'number';
  /** The cell names its row (scope of a row header). */
  rowHeader?: true;
}

/** `group`: a row that opens a group (a partner with the sums of its categories). */
export interface TableRow {
  cells: RichText[];
  group?: true;
}

export interface SignatureSlot {
  party: string;
  /** Who signs: one line a person; an empty list leaves a dotted line without a name. */
  signatories: { name: string; office: string }[];
  /** „Kontrasygnata skarbnika” under a promise of a municipality's money. */
  countersignature: string | null;
}
