// Reads a PDF (path in the first argument) with pdf.js and prints its lines and structure trees as JSON.
// A process of its own: pdf.js loads itself by a dynamic import, which Jest's sandbox does not allow.
import { readFileSync } from 'node:fs';
import { getDocumentProxy } from 'unpdf';

const pdf = await getDocumentProxy(new Uint8Array(readFileSync(process.argv[2])));
const lines = [];
const trees = [];
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  for (const { str, transform, width } of items) {
    // A wide blank is the gap between two cells, not a space.
    if (!str || (str.trim() === '' && width > 4.5)) continue;
    const [x, y] = transform.slice(4);
    const last = lines.at(-1);
    if (last?.page === number && Math.abs(last.y - y) < 0.5 && Math.abs(last.end - x) < 3) {
      last.text += str;
      last.end = x + width;
    } else lines.push({ page: number, x, y, end: x + width, text: str });
  }
  trees.push(await page.getStructTree());
}
process.stdout.write(JSON.stringify({ lines, trees }));
