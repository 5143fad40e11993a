import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The text of a PDF as a reader sees it, white space folded. Read in a process of its own: the reader is ESM. */
export function textOfPdf(bytes: Buffer): string {
  const script = join(__dirname, 'pdf-text.mjs');
  const text = execFileSync(process.execPath, [script], { input: bytes, maxBuffer: 50_000_000 }).toString('utf8');
  return text.replace(/\s+/g, ' ');
}
