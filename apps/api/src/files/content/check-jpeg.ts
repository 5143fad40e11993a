import { broken, cut, glued } from './content-refusal';
import { holdsArchive, holdsMarkup, holdsPdf } from './glued-on';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** Markers without a length: fill, restarts. */
const bare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * A JPEG complete to its end marker. Phones put further pictures behind it (depth, brightness): whole JPEGs and zeros
 * may follow, nothing else.
 * @throws ContentRefusal
 */
export function checkJpeg(bytes: Buffer): void {
  let at = endOfPicture(bytes, 0);
  while (at < bytes.length) {
    if (bytes[at] === 0) at += 1;
    else if (bytes[at] === 0xff && bytes[at + 1] === START) at = endOfPicture(bytes, at);
    else throw glued('jpeg');
  }
  if (holdsArchive(bytes) || holdsPdf(bytes)) throw glued('jpeg');
}

/** Where the picture that begins at `start` is over. */
function endOfPicture(bytes: Buffer, start: number): number {
  let at = start + 2;
  let scanned = false;
  for (;;) {
    if (at + 2 > bytes.length) throw cut('jpeg');
    if (bytes[at] !== 0xff) throw broken('jpeg');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === END) {
      if (!scanned) throw broken('jpeg');
      return at + 2;
    } else if (bare(marker)) at += 2;
    else {
      const next = endOfSegment(bytes, at);
      scanned ||= marker === SCAN;
      at = marker === SCAN ? endOfScan(bytes, next) : next;
    }
  }
}

function endOfSegment(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length) throw cut('jpeg');
  const length = bytes.readUInt16BE(at + 2);
  if (length < 2) throw broken('jpeg');
  const next = at + 2 + length;
  if (next > bytes.length) throw cut('jpeg');
  // Comments and descriptions are the places where a page or a script would hide.
  if (holdsMarkup(bytes.subarray(at + 4, next))) throw glued('jpeg');
  return next;
}

/** The pixels: up to a marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1];
    if (marker === undefined) break;
    if (marker !== 0 && marker !== 0xff && !bare(marker)) return at;
  }
  throw cut('jpeg');
}
