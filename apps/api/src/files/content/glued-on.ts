/** Archives that programs find by their signature anywhere in a file. */
const ARCHIVES = [Buffer.from('Rar!\x1a\x07', 'latin1'), Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1')];
const PDF = Buffer.from('%PDF-');
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_DIRECTORY = Buffer.from('PK\x01\x02', 'latin1');
/** Bytes of a zip's end record without its comment. */
const ZIP_END_LENGTH = 22;

/** Is there a PDF anywhere? Readers look for its head behind other bytes too. */
export const holdsPdf = (bytes: Buffer): boolean => bytes.includes(PDF);

/**
 * Is there an archive in a file that is none? Readers of zips look from the end, wherever the rest of the file comes
 * from (a program in a PDF, CVE-2024-29409 and its kin). Four bytes come together by chance in a large picture, so a
 * zip counts only when its end points at its directory.
 */
export function holdsArchive(bytes: Buffer): boolean {
  if (ARCHIVES.some((signature) => bytes.includes(signature))) return true;
  for (let at = bytes.indexOf(ZIP_END); at >= 0; at = bytes.indexOf(ZIP_END, at + 1))
    if (endsZip(bytes, at)) return true;
  return false;
}

function endsZip(bytes: Buffer, at: number): boolean {
  if (at + ZIP_END_LENGTH > bytes.length) return false;
  const directory = at - bytes.readUInt32LE(at + 12);
  return directory >= 0 && bytes.subarray(directory, directory + 4).equals(ZIP_DIRECTORY);
}

const MARKUP = /<(?:!doctype\s+html|html|head|body|script|iframe|svg|object|embed)[\s>/]|<\?php/i;

/** Is there a page or a script? Asked of what is text or may be one, not of pixels, where it comes by chance. */
export const holdsMarkup = (bytes: Buffer): boolean => MARKUP.test(bytes.toString('latin1'));
