import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { documentWords } from '@zit/words.pl/documents';
import type { Block, DocumentModel, ListStyle, RichText } from '../model/model';
import { plain } from '../model/rich-text';
import { FONT_FAMILY } from './pdf-fonts';
import { CONTENT_WIDTH, MARGIN, SIZE, type PdfNode } from './pdf-page';
import { keyValueNode, tableNode } from './pdf-table';
import { signaturesNodes } from './pdf-signatures';
import { textNode } from './pdf-text';
import { Tagger, type TagPath } from './tags';

/**
 * A document model as a pdfmake definition. A fresh object at each call: pdfmake writes into what it is
 * given, and rendering one definition twice gives different bytes.
 */
export const pdfDefinition = (model: DocumentModel): TDocumentDefinitions => {
  const tagger = new Tagger();
  const date = new Date(`${model.date}T00:00:00Z`);
  const definition: PdfNode = {
    content: blockNodes(model.blocks, tagger, [tagger.step('Document')]),
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    version: '1.7',
    language: model.lang,
    tagged: true,
    displayTitle: true,
    info: {
      title: model.title,
      subject: model.subject,
      creator: documentWords.producer,
      producer: documentWords.producer,
      creationDate: date,
      modDate: date,
    },
    defaultStyle: { font: FONT_FAMILY, fontSize: SIZE.body, lineHeight: 1.22 },
    header: (page: number) => (page === 1 ? null : runningHead(model)),
    footer: (page: number, pages: number) => footer(model, page, pages),
  };
  return definition as unknown as TDocumentDefinitions;
};

const runningHead = (model: DocumentModel): PdfNode => ({
  ...textNode([{ text: model.runningHead }], null, { fontSize: SIZE.footer, color: '#444', alignment: 'right' }),
  margin: [MARGIN, 36, MARGIN, 0],
});

const footer = (model: DocumentModel, page: number, pages: number): PdfNode => ({
  margin: [MARGIN, 18, MARGIN, 0],
  fontSize: SIZE.footer,
  color: '#444',
  stack: [
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: CONTENT_WIDTH, y2: 0, lineWidth: 0.4, lineColor: '#888' }],
      margin: [0, 0, 0, 4],
    },
    {
      columns: [
        { width: '*', ...textNode([{ text: `${model.footer.note} · ${model.footer.template}` }], null) },
        { width: 150, ...textNode([{ text: model.footer.number }], null, { alignment: 'right' }) },
        { width: 80, text: documentWords.pageOf(page, pages), alignment: 'right' },
      ],
    },
  ],
});

const HEADING = { 2: { size: SIZE.heading, top: 15, type: 'H2' }, 3: { size: SIZE.body, top: 9, type: 'H3' } } as const;

/** Longest text that is held together on one page, in characters: about half a page. */
const KEEP_LIMIT = 1_600;

function blockNodes(blocks: readonly Block[], tagger: Tagger, path: TagPath): PdfNode[] {
  const nodes: PdfNode[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i];
    if (!block) continue;
    const made = nodesOf(block, tagger, path);
    const next = block.kind === 'heading' ? blocks[i + 1] : undefined;
    if (!next || next.kind === 'table' || next.kind === 'pageBreak') {
      nodes.push(...made);
      continue;
    }
    // A heading never ends a page: it stays with the first thing that follows it.
    const [first, ...rest] = nodesOf(next, tagger, path);
    if (first && headLength(next) <= KEEP_LIMIT)
      nodes.push({ stack: [...made, unwrapped(first)], unbreakable: true }, ...rest);
    else nodes.push(...made, ...(first ? [first] : []), ...rest);
    i += 1;
  }
  return nodes;
}

/** pdfmake nests unbreakable blocks without harm, but one is enough. */
const unwrapped = (node: PdfNode): PdfNode => ({ ...node, unbreakable: false });

function nodesOf(block: Block, tagger: Tagger, path: TagPath): PdfNode[] {
  switch (block.kind) {
    case 'title':
      return titleNodes(block.text, block.subtitle, tagger, path);
    case 'heading': {
      const { size, top, type } = HEADING[block.level];
      const style = { fontSize: size, bold: true, alignment: 'center', margin: [0, top, 0, 6] };
      return [textNode(block.text, [...path, tagger.step(type)], style)];
    }
    case 'paragraph': {
      const alignment = block.align === 'end' ? 'right' : block.align === 'center' ? 'center' : 'left';
      const small = block.small ? { fontSize: SIZE.small, color: '#333' } : {};
      return [textNode(block.text, [...path, tagger.step('P')], { alignment, margin: [0, 0, 0, 5], ...small })];
    }
    case 'list':
      return listNodes(block.style, block.items, tagger, path);
    case 'table':
      return [tableNode(block, tagger, path)];
    case 'keyValue':
      return [keyValueNode(block.rows, tagger, path)];
    case 'signatures':
      return signaturesNodes(block.slots, tagger, path);
    case 'keep': {
      const stack = blockNodes(block.blocks, tagger, path);
      return [{ stack, unbreakable: lengthOf(block.blocks) <= KEEP_LIMIT }];
    }
    case 'pageBreak':
      return [{ text: '', pageBreak: 'after' }];
  }
}

function titleNodes(title: RichText, subtitle: RichText | null, tagger: Tagger, path: TagPath): PdfNode[] {
  const style = { fontSize: SIZE.title, bold: true, alignment: 'center', margin: [0, 10, 0, subtitle ? 3 : 14] };
  const nodes = [textNode(title, [...path, tagger.step('H1')], style)];
  if (subtitle) {
    const below = { fontSize: SIZE.subtitle, alignment: 'center', margin: [0, 0, 0, 14] };
    nodes.push(textNode(subtitle, [...path, tagger.step('P')], below));
  }
  return nodes;
}

const LABEL: Record<ListStyle, (index: number) => string> = {
  '1.': (index) => `${index + 1}.`,
  '1)': (index) => `${index + 1})`,
  'a)': (index) => `${letters(index)})`,
  '-': () => '–',
};

/** a … z, aa, ab …: Polish legal lettering leaves out letters with diacritics. */
const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26));

export const listLabel = (style: ListStyle, index: number): string => LABEL[style](index);

function listNodes(style: ListStyle, items: Block[][], tagger: Tagger, path: TagPath): PdfNode[] {
  const inList = [...path, tagger.step('L')];
  return items.map((blocks, index) => {
    const inItem = [...inList, tagger.step('LI')];
    const label = textNode([{ text: listLabel(style, index) }], [...inItem, tagger.step('Lbl')]);
    return {
      columns: [
        { ...label, width: style === '1.' ? 20 : 17 },
        { width: '*', stack: blockNodes(blocks, tagger, [...inItem, tagger.step('LBody')]) },
      ],
      columnGap: 2,
    };
  });
}

/** Characters that would have to fit together with a heading. */
const headLength = (block: Block): number =>
  block.kind === 'list' ? lengthOf(block.items[0] ?? []) : lengthOf([block]);

function lengthOf(blocks: readonly Block[]): number {
  let length = 0;
  for (const block of blocks) {
    if ('text' in block) length += plain(block.text).length + 60;
    else if (block.kind === 'list') for (const item of block.items) length += lengthOf(item);
    else if (block.kind === 'keep') length += lengthOf(block.blocks);
    else if (block.kind === 'keyValue') for (const row of block.rows) length += plain(row.value).length + 90;
    else if (block.kind === 'signatures') length += 300;
    else length += Infinity;
  }
  return length;
}
