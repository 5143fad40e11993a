import pdfmake from 'pdfmake';
import type { DocumentModel } from '../model/model';
import { pdfDefinition } from './pdf-definition';
import { FONT_CUTS, FONT_FAMILY, FONT_FILES, type FontCut } from './pdf-fonts';

export { pdfDefinition } from './pdf-definition';
export { FONT_FILES } from './pdf-fonts';

/** Addresses of the four font files, absolute or relative to the page. */
export type FontUrls = Record<FontCut, string>;

/** Addresses of the fonts when the files of the font package are served under one folder. */
export const fontUrlsUnder = (folder: string): FontUrls => {
  const entries = FONT_CUTS.map(
    (cut) => [cut, `${folder.replace(/\/$/, '')}/${FONT_FILES[cut].split('/')[1]}`] as const,
  );
  return Object.fromEntries(entries) as FontUrls;
};

/**
 * Preview of a document in the browser; load this module with `await import()`, pdfmake is large.
 * Same layout as the issued file, but not its bytes: only the server issues.
 *
 * @throws when a font cannot be fetched
 */
export async function previewPdf(model: DocumentModel, fonts: FontUrls): Promise<Blob> {
  const base = globalThis.location?.href;
  const urls = Object.fromEntries(FONT_CUTS.map((cut) => [cut, new URL(fonts[cut], base).href])) as FontUrls;
  const allowed = new Set<string>(Object.values(urls));
  pdfmake.setUrlAccessPolicy((url) => allowed.has(url));
  pdfmake.setFonts({ [FONT_FAMILY]: urls });
  // Without the tags of the server: stock pdfmake would claim a structure that it does not write.
  return pdfmake.createPdf({ ...pdfDefinition(model), tagged: false }).getBlob();
}
