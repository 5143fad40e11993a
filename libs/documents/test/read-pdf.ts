import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PdfLine {
  page: number;
  /** Points from the left and the bottom edge. */
  x: number;
  y: number;
  end: number;
  text: string;
}

export interface StructureNode {
  role: string;
  children: (StructureNode | { type: string; id: string })[];
}

/** Lines of a PDF as they stand on its pages (cells of a table apart), and the structure tree of every page. */
export function readPdf(pdf: Uint8Array): { lines: PdfLine[]; trees: StructureNode[] } {
  const folder = mkdtempSync(join(tmpdir(), 'zit-read-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    const json = execFileSync(process.execPath, [join(__dirname, 'pdf-reader.mjs'), file], { maxBuffer: 2 ** 28 });
    return JSON.parse(json.toString()) as { lines: PdfLine[]; trees: StructureNode[] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const linesOf = (pdf: Uint8Array): PdfLine[] => readPdf(pdf).lines;

/** The whole text with single plain spaces. */
export const textOf = (lines: PdfLine[]): string =>
  lines
    .map(({ text }) => text)
    .join(' ')
    .replace(/[\s\u00a0]+/g, ' ');
