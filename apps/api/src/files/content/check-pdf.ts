import { cut, glued } from './content-refusal';
import { holdsArchive, holdsMarkup } from './glued-on';

/** Readers look for the end in the last kilobyte; browsers guess a type from about the first. */
const EDGE = 1_024;
const END = Buffer.from('%%EOF');

/** Nothing but spaces, line breaks and padding. */
const blank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0 || (byte >= 9 && byte <= 13) || byte === 32);

/**
 * A PDF that begins at the first byte and ends at its end, with nothing glued on: no archive, no page for a browser.
 * @throws ContentRefusal
 */
export function checkPdf(bytes: Buffer): void {
  const end = bytes.lastIndexOf(END);
  if (end < 0) throw cut('pdf');
  const behind = bytes.subarray(end + END.length);
  if (holdsArchive(bytes) || holdsMarkup(bytes.subarray(0, EDGE)) || holdsMarkup(behind.subarray(0, EDGE * 64)))
    throw glued('pdf');
  // An earlier end of a file that was changed later, and what came after it is cut; or something that is no PDF.
  if (!blank(behind)) throw behind.length > EDGE ? cut('pdf') : glued('pdf');
}
