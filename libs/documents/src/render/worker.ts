import type { DocumentFacts } from '@zit/domain';
import { buildDocument } from '../builders/build-document';
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

/**
 * One document in all its forms. Made for a worker thread (a piscina task): laying out a PDF blocks its thread
 * for the whole time.
 */
export async function render({ facts, stylesheet }: RenderTask): Promise<RenderedDocument> {
  const pdf = await renderPdf(buildDocument(facts));
  const model = buildDocument(facts);
  const docx = await renderDocx(model);
  return { pdf, docx, html: renderHtml(model, { stylesheet: stylesheet ?? null }) };
}

export default render;
