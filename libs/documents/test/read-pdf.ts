import { getDocumentProxy } from 'unpdf';

export interface PdfLine {
  page: number;
  /** Points from the left and the bottom edge. */
  x: number;
  y: number;
  end: number;
  text: string;
}

/** Lines of a PDF as they stand on its pages, cells of a table apart. */
export async function linesOf(pdf: Uint8Array): Promise<PdfLine[]> {
  const document = await getDocumentProxy(pdf.slice());
  const lines: PdfLine[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str === '') continue;
      const [x = 0, y = 0] = item.transform.slice(4) as number[];
      const last = lines.at(-1);
      const goesOn = last?.page === page && Math.abs(last.y - y) < 0.5 && Math.abs(last.end - x) < 3;
      if (last && goesOn) {
        last.text += item.str;
        last.end = x + item.width;
      } else lines.push({ page, x, y, end: x + item.width, text: item.str });
    }
  }
  return lines;
}

/** The whole text with single plain spaces. */
export const textOf = (lines: PdfLine[]): string =>
  lines
    .map(({ text }) => text)
    .join(' ')
    .replace(/[\s\u00a0]+/g, ' ');

export interface StructureNode {
  role: string;
  children: (StructureNode | { type: string; id: string })[];
}

/** Structure trees of all pages, as pdf.js reads them. */
export async function structureOf(pdf: Uint8Array): Promise<StructureNode[]> {
  const document = await getDocumentProxy(pdf.slice());
  const trees: StructureNode[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    trees.push((await (await document.getPage(page)).getStructTree()) as StructureNode);
  }
  return trees;
}
