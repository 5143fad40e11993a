import { crc32 } from 'node:zlib';
import { broken, cut, glued } from './content-refusal';
import { holdsArchive, holdsMarkup, holdsPdf } from './glued-on';

/** After the eight bytes of the signature. */
const FIRST_CHUNK = 8;
/** Length, name and check sum. */
const AROUND = 12;

/**
 * A PNG whose chunks are all right, from the header to the end chunk, which is the end of the file.
 * @throws ContentRefusal
 */
export function checkPng(bytes: Buffer): void {
  let at = FIRST_CHUNK;
  let pixels = false;
  for (let name = ''; name !== 'IEND';) {
    if (at + AROUND > bytes.length) throw cut('png');
    const end = at + AROUND + bytes.readUInt32BE(at);
    if (end > bytes.length) throw cut('png');
    name = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw broken('png');
    if ((at === FIRST_CHUNK) !== (name === 'IHDR')) throw broken('png');
    if (name === 'IDAT') pixels = true;
    else if (holdsMarkup(bytes.subarray(at + 8, end - 4))) throw glued('png');
    at = end;
  }
  if (!pixels) throw broken('png');
  if (at < bytes.length || holdsArchive(bytes) || holdsPdf(bytes)) throw glued('png');
}
