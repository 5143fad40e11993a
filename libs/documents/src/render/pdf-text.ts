import type { RichText } from '../model/model';
import type { PdfNode } from './pdf-page';
import { printable } from './printable';
import type { TagPath } from './tags';

/** A text node; without a tag it is decoration (header, footer) that screen readers pass over. */
export const textNode = (runs: RichText, tag: TagPath | null, style: PdfNode = {}): PdfNode => ({
  text: runs.map((run) => ({
    text: printable(run.text),
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.blank ? { color: '#777', bold: false } : {}),
  })),
  ...style,
  ...(tag ? { tag } : {}),
});
