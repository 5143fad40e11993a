import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { documentWords } from '@zit/words.pl/documents';
import type { DocumentModel } from '../model/model';
import { blockPieces, inFlow } from './pdf-blocks';
import { FONT_FAMILY } from './pdf-fonts';
import { CONTENT_WIDTH, MARGIN, SIZE, type PdfNode } from './pdf-page';
import { textNode } from './pdf-text';
import { Tagger } from './tags';

/**
 * A document model as a pdfmake definition. A fresh object at each call: pdfmake writes into what it is
 * given, and rendering one definition twice gives different bytes.
 */
export const pdfDefinition = (model: DocumentModel): TDocumentDefinitions => {
  const tagger = new Tagger();
  const date = new Date(`${model.date}T00:00:00Z`);
  const definition: PdfNode = {
    content: inFlow(blockPieces(model.blocks, { tagger, path: [tagger.step('Document')], indent: 0 })),
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
        {
          width: CONTENT_WIDTH - 230,
          ...textNode([{ text: `${model.footer.note} · ${model.footer.template}` }], null),
        },
        { width: 150, ...textNode([{ text: model.footer.number }], null, { alignment: 'right' }) },
        { width: 80, text: documentWords.pageOf(page, pages), alignment: 'right' },
      ],
    },
    ...(model.footer.seal ? [textNode([{ text: model.footer.seal }], null)] : []),
  ],
});
