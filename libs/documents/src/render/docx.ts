import { documentWords } from '@zit/words.pl/documents';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type FileChild,
} from 'docx';
import type { DocumentModel } from '../model/model';
import { blockChildren, Numbering } from './docx-blocks';
import { CONTENT_TWIPS, FONT, MARGIN_TWIPS, numberingLevels, styles } from './docx-styles';
import { coreProperties, stampZip } from './docx-stamp';

/** The same document as an editable Word file; the same model always gives the same bytes. */
export async function renderDocx(model: DocumentModel): Promise<Uint8Array> {
  const numbering = new Numbering();
  const children: FileChild[] = model.blocks.flatMap((block) => blockChildren(block, numbering, 0));
  // A4 in twips: not every office program reads millimetres here.
  const page = { size: { width: 11_906, height: 16_838 }, margin: margins() };
  const document = new Document({
    title: model.title,
    creator: documentWords.producer,
    features: { updateFields: false },
    styles,
    numbering: { config: numberingLevels },
    sections: [
      {
        properties: { page, titlePage: true },
        headers: { default: runningHead(model), first: new Header({ children: [new Paragraph('')] }) },
        footers: { default: footer(model), first: footer(model) },
        children,
      },
    ],
  });
  const packed = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(model) },
  ]);
  return stampZip(new Uint8Array(packed), model.date);
}

const margins = () => ({ top: MARGIN_TWIPS, bottom: MARGIN_TWIPS, left: MARGIN_TWIPS, right: MARGIN_TWIPS });

const runningHead = (model: DocumentModel): Header =>
  new Header({
    children: [new Paragraph({ style: 'Small', alignment: AlignmentType.RIGHT, text: model.runningHead })],
  });

function footer(model: DocumentModel): Footer {
  const { note, template, number, seal } = model.footer;
  const { page, of } = documentWords.pageWords;
  return new Footer({
    children: [
      new Paragraph({
        style: 'Small',
        tabStops: [{ type: TabStopType.RIGHT, position: CONTENT_TWIPS }],
        children: [
          new TextRun({ font: FONT, text: `${note} · ${template} · ${number}\t${page}` }),
          new TextRun({ font: FONT, children: [PageNumber.CURRENT] }),
          new TextRun({ font: FONT, text: of }),
          new TextRun({ font: FONT, children: [PageNumber.TOTAL_PAGES] }),
        ],
      }),
      ...(seal ? [new Paragraph({ style: 'Small', children: [new TextRun({ font: FONT, text: seal })] })] : []),
    ],
  });
}
