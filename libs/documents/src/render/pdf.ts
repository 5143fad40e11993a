import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { DocumentModel } from '../model/model';
import { cacheParsedFonts } from './font-cache';
import { pdfDefinition } from './pdf-definition';
import { FONT_CUTS, FONT_FAMILY, FONT_FILES, FONT_PACKAGE } from './pdf-fonts';
import { tagPdfs } from './tagged-pdf';

/** pdfmake is one object for the whole process: fonts and access policies are set here, once. */
const pdfmakeWithFonts = pdfmake as typeof pdfmake & {
  virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
};

const fontName = (cut: (typeof FONT_CUTS)[number]): string => `fonts/${FONT_FILES[cut]}`;

let ready: Promise<void> | null = null;

async function prepare(): Promise<void> {
  const require = createRequire(import.meta.url);
  for (const cut of FONT_CUTS) {
    pdfmakeWithFonts.virtualfs.writeFileSync(
      fontName(cut),
      readFileSync(require.resolve(`${FONT_PACKAGE}/${FONT_FILES[cut]}`)),
    );
  }
  const [normal, bold, italics, bolditalics] = (['normal', 'bold', 'italics', 'bolditalics'] as const).map(fontName);
  pdfmake.setFonts({ [FONT_FAMILY]: { normal, bold, italics, bolditalics } });
  // Nothing in a document may reach the network or the disk (CVE-2025-11362, CVE-2026-26801).
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  await tagPdfs();
  await cacheParsedFonts();
}

/**
 * The PDF of a document: tagged, in Polish, fonts inside; the same model always gives the same bytes.
 * Blocks the thread while it lays out: call it in a worker where others wait for answers.
 */
export async function renderPdf(model: DocumentModel): Promise<Uint8Array> {
  await (ready ??= prepare());
  const buffer = await pdfmake.createPdf(pdfDefinition(model)).getBuffer();
  return new Uint8Array(buffer);
}
