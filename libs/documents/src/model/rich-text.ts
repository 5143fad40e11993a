import type { Block, ListStyle, Paragraph, RichText, Run } from './model';
import { typeset } from './typography';

type Piece = string | number | Run | RichText;

export const bold = (text: string): Run => ({ text: typeset(text), bold: true });
export const italic = (text: string): Run => ({ text: typeset(text), italic: true });

/** A dotted place that people fill in by hand. */
export const blank = (length: 'short' | 'long' = 'long'): Run => ({
  text: '…'.repeat(length === 'long' ? 24 : 10),
  blank: true,
});

/** The value, or a dotted place when it is not known. */
export const orBlank = (value: string | null | undefined, length: 'short' | 'long' = 'long'): Run =>
  value?.trim() ? { text: typeset(value.trim()) } : blank(length);

const runsOf = (piece: Piece): RichText => {
  if (Array.isArray(piece)) return piece;
  if (typeof piece === 'object') return [piece];
  return [{ text: String(piece) }];
};

const sameStyle = (a: Run, b: Run): boolean => a.bold === b.bold && a.italic === b.italic && !a.blank && !b.blank;

/** Joins neighbours of the same style, then binds: „w ” + name must be seen as one text. */
const join = (runs: RichText): RichText => {
  const joined: RichText = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '') continue;
    // „… sp. z o.o.” at the end of a sentence carries its full stop already.
    if (last?.text.endsWith('.') && run.text.startsWith('.') && !run.blank) {
      if (run.text.length > 1) joined.push({ ...run, text: run.text.slice(1) });
      continue;
    }
    if (last && sameStyle(last, run)) last.text += run.text;
    else joined.push({ ...run });
  }
  return joined.map((run) => (run.blank ? run : { ...run, text: typeset(run.text) }));
};

/** Rich text from a template: `` rich`Liderem jest ${bold(name)}.` `` */
export const rich = (strings: TemplateStringsArray, ...pieces: Piece[]): RichText =>
  join(strings.flatMap((text, i) => [{ text }, ...(i < pieces.length ? runsOf(pieces[i] ?? '') : [])]));

export const text = (value: string): RichText => join([{ text: value }]);

export const paragraph = (content: RichText | string, align?: Paragraph['align']): Paragraph => ({
  kind: 'paragraph',
  text: typeof content === 'string' ? text(content) : content,
  ...(align ? { align } : {}),
});

/** One item of a list: a sentence, with a deeper list when it introduces one. */
export const item = (content: RichText | string, ...deeper: Block[]): Block[] => [paragraph(content), ...deeper];

export const list = (style: ListStyle, items: (RichText | string | Block[])[]): Block => ({
  kind: 'list',
  style,
  items: items.map((entry) => (isBlocks(entry) ? entry : item(entry))),
});

const isBlocks = (entry: RichText | string | Block[]): entry is Block[] =>
  Array.isArray(entry) && entry.every((part) => 'kind' in part);

export const plain = (content: RichText): string => content.map((run) => run.text).join('');
