import type { DocumentFacts } from '@zit/domain';
import { buildDocument } from '../builders/build-document';
import { formalLetter, type FormalLetterFacts } from '../builders/formal-letter';
import { minutesPaper, type MinutesFacts } from '../builders/minutes';
import { offerLetter, type OfferLetterFacts } from '../builders/offer-letter';
import { offerPaper, type OfferPrint } from '../builders/offer';
import { receiptPaper, type ReceiptPrint } from '../builders/receipt';
import type { DocumentModel } from '../model/model';
import { renderDocx } from './docx';
import { renderHtml } from './html';
import { renderPdf } from './pdf';

export interface RenderTask {
  facts: DocumentFacts;
  /** Address of the stylesheet that the HTML twin links to; without it the styles are in the page. */
  stylesheet?: string;
}

export interface RenderedDocument {
  pdf: Uint8Array;
  docx: Uint8Array;
  html: string;
}

/** What stands on a paper that is printed and not issued. */
export type PaperFacts =
  | { offer: OfferPrint }
  | { receipt: ReceiptPrint }
  | { minutes: MinutesFacts }
  // A letter of the formal check, with the SHA-256 of its facts.
  | { letter: FormalLetterFacts; sha256: string }
  // A letter about a result and what follows it.
  | { offerLetter: OfferLetterFacts; sha256: string };

export interface PaperTask {
  paper: PaperFacts;
  format: 'pdf' | 'docx' | 'html';
  stylesheet?: string;
}

/**
 * One document in all its forms, or one paper in the form that is asked for. Made for a worker thread (a piscina task):
 * laying out a PDF blocks its thread for the whole time.
 */
export async function render(task: RenderTask): Promise<RenderedDocument>;
export async function render(task: PaperTask): Promise<Uint8Array | string>;
export async function render(task: RenderTask | PaperTask): Promise<RenderedDocument | Uint8Array | string> {
  const stylesheet = task.stylesheet ?? null;
  if ('paper' in task) {
    const model = modelOf(task.paper);
    if (task.format === 'docx') return renderDocx(model);
    return task.format === 'pdf' ? renderPdf(model) : renderHtml(model, { stylesheet });
  }
  const pdf = await renderPdf(buildDocument(task.facts));
  const model = buildDocument(task.facts);
  return { pdf, docx: await renderDocx(model), html: renderHtml(model, { stylesheet }) };
}

function modelOf(paper: PaperFacts): DocumentModel {
  if ('letter' in paper) return formalLetter(paper.letter, paper.sha256);
  if ('offerLetter' in paper) return offerLetter(paper.offerLetter, paper.sha256);
  if ('minutes' in paper) return minutesPaper(paper.minutes);
  return 'offer' in paper ? offerPaper(paper.offer) : receiptPaper(paper.receipt);
}

export default render;
