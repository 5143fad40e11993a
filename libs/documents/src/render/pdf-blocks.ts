import type { Block, ListStyle, Paragraph, RichText } from '../model/model';
import { plain } from '../model/rich-text';
import { CONTENT_WIDTH, SIZE, type PdfNode } from './pdf-page';
import { signaturesPieces } from './pdf-signatures';
import { isWhole, keyValueNodes, tableNode } from './pdf-table';
import { textNode } from './pdf-text';
import type { Tagger, TagPath } from './tags';

/** Where a block stands: in which element of the structure, and how far from the left margin (points). */
export interface Place {
  tagger: Tagger;
  path: TagPath;
  indent: number;
}

/** A node with what the page flow has to know of it. */
export interface Piece {
  node: PdfNode;
  /** Rough size in characters; Infinity for what may take pages (tables). */
  length: number;
  /** A heading or „…:” never ends a page: it stays with what follows. */
  introduces: boolean;
}

/** Longest text held together on one page, in characters: about half a page. */
const KEEP_LIMIT = 1_600;
/** Paragraphs up to here are not broken, so that no single line stands alone on a page. */
const WHOLE_LIMIT = 520;

/** Counted for a table that is never broken: with headings before it, it still fits on a page. */
const WHOLE_TABLE = 1_000;

/** Pieces as nodes of the page flow, headings and introductions bound to what follows them. */
export function inFlow(pieces: Piece[]): PdfNode[] {
  const nodes: PdfNode[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const bound: Piece[] = [];
    let length = 0;
    for (let next = pieces[i]; next && length + next.length <= KEEP_LIMIT; next = pieces[i]) {
      bound.push(next);
      length += next.length;
      if (!next.introduces) break;
      i += 1;
    }
    const last = bound.at(-1);
    if (bound.length > 1) nodes.push({ stack: bound.map(({ node }) => node), unbreakable: true });
    else if (last) nodes.push(last.length <= WHOLE_LIMIT ? { ...last.node, unbreakable: true } : last.node);
    // What follows is too large to be bound (a table): it begins on its own.
    const left = pieces[i];
    if (left && left !== last) nodes.push(left.node);
  }
  return nodes;
}

export const blockPieces = (blocks: readonly Block[], place: Place): Piece[] =>
  blocks.flatMap((block) => piecesOf(block, place));

const HEADING = {
  2: { size: SIZE.heading, top: 15, type: 'H2' },
  3: { size: SIZE.body, top: 9, type: 'H3' },
} as const;

function piecesOf(block: Block, place: Place): Piece[] {
  const { tagger, path } = place;
  switch (block.kind) {
    case 'title':
      return titlePieces(block.text, block.subtitle, place);
    case 'heading': {
      const { size, top, type } = HEADING[block.level];
      const style = { fontSize: size, bold: true, alignment: 'center', margin: [0, top, 0, 6] };
      return [{ node: textNode(block.text, [...path, tagger.step(type)], style), length: 120, introduces: true }];
    }
    case 'paragraph':
      return [paragraphPiece(block, place)];
    case 'list':
      return block.items.length === 0 ? [] : listPieces(block.style, block.items, place);
    case 'table':
      return [
        { node: tableNode(block, tagger, path), length: isWhole(block) ? WHOLE_TABLE : Infinity, introduces: false },
      ];
    case 'keyValue':
      return pairPieces(block.rows, place);
    case 'signatures':
      return signaturesPieces(block.slots, tagger, path);
    case 'keep': {
      const pieces = blockPieces(block.blocks, place);
      return pieces.map((piece, i) => ({ ...piece, introduces: i < pieces.length - 1 }));
    }
    case 'qr':
      return [{ node: { qr: block.value, fit: 92, margin: [0, 4, 0, 8] }, length: 300, introduces: false }];
    case 'pageBreak':
      return [{ node: { text: '', pageBreak: 'after' }, length: Infinity, introduces: false }];
  }
}

function paragraphPiece(block: Paragraph, { tagger, path, indent }: Place): Piece {
  const alignment = block.align === 'end' ? 'right' : block.align === 'center' ? 'center' : 'left';
  const small = block.small ? { fontSize: SIZE.small, color: '#333' } : {};
  const style = { alignment, margin: [indent, 0, 0, 5], ...small };
  return { node: textNode(block.text, [...path, tagger.step('P')], style), ...flowOf(block.text) };
}

const flowOf = (text: RichText): Pick<Piece, 'length' | 'introduces'> => {
  const whole = plain(text);
  return { length: whole.length + 60, introduces: whole.endsWith(':') };
};

function titlePieces(title: RichText, subtitle: RichText | null, { tagger, path }: Place): Piece[] {
  const style = { fontSize: SIZE.title, bold: true, alignment: 'center', margin: [0, 10, 0, subtitle ? 3 : 14] };
  const pieces = [{ node: textNode(title, [...path, tagger.step('H1')], style), length: 200, introduces: true }];
  if (subtitle) {
    const below = { fontSize: SIZE.subtitle, alignment: 'center', margin: [0, 0, 0, 14] };
    pieces.push({ node: textNode(subtitle, [...path, tagger.step('P')], below), length: 200, introduces: true });
  }
  return pieces;
}

/** Two pairs stay together at the beginning and at the end, so that none stands alone on a page. */
const pairPieces = (rows: { key: string; value: RichText }[], { tagger, path }: Place): Piece[] =>
  keyValueNodes(rows, tagger, path).map((node, i) => ({
    node,
    length: pairLength(rows[i]?.value ?? []),
    introduces: i < rows.length - 1 && (i === 0 || i === rows.length - 2),
  }));

/** Each pair takes a line of its own, however short: about fifty characters at least. */
const pairLength = (value: RichText): number => Math.max(90, plain(value).length * 1.5);

const LABEL: Record<ListStyle, (index: number) => string> = {
  '1.': (index) => `${index + 1}.`,
  '1)': (index) => `${index + 1})`,
  'a)': (index) => `${letters(index)})`,
  '-': () => '–',
};

/** a … z, aa, ab …: Polish legal lettering leaves out letters with diacritics. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26));

/** Columns have fixed widths all over: a `*` column grows with its longest word and leaves the page. */
const LABEL_WIDTH = 22;

/**
 * A list as rows of the flow, deeper lists further right: nothing is nested, so a label can never stay
 * behind on a page that its text has left.
 */
function listPieces(style: ListStyle, items: Block[][], place: Place): Piece[] {
  const inList = [...place.path, place.tagger.step('L')];
  return items.flatMap((blocks, index) => {
    const inItem = [...inList, place.tagger.step('LI')];
    const label = textNode([{ text: LABEL[style](index) }], [...inItem, place.tagger.step('Lbl')]);
    const body = { ...place, path: [...inItem, place.tagger.step('LBody')], indent: 0 };
    const [first, ...rest] = blocks;
    const head = first?.kind === 'paragraph' ? paragraphPiece(first, body) : null;
    const row = {
      columns: [
        { ...label, width: LABEL_WIDTH },
        { width: CONTENT_WIDTH - place.indent - LABEL_WIDTH, stack: head ? [head.node] : [] },
      ],
      margin: [place.indent, 0, 0, 0],
    };
    const deeper = blockPieces(head ? rest : blocks, { ...body, indent: place.indent + LABEL_WIDTH });
    return [{ node: row, length: head?.length ?? 60, introduces: head?.introduces ?? true }, ...deeper];
  });
}
