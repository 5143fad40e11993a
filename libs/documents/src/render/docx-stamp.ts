import type { LocalDate } from '@zit/domain';
import { documentWords } from '@zit/words.pl/documents';
import type { DocumentModel } from '../model/model';

/** Properties of the file with the date of the document instead of the clock's. */
export function coreProperties(model: DocumentModel): string {
  const stamp = `${model.date}T00:00:00Z`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(model.title)}</dc:title><dc:subject>${escapeXml(model.subject)}</dc:subject><dc:creator>${escapeXml(documentWords.producer)}</dc:creator><dc:language>${model.lang}</dc:language><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified></cp:coreProperties>`;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;

/**
 * Puts the date of the document into every entry of a zip, in place of the moment of packing, so that the
 * same facts give the same file. Works on the directory of the archive; contents stay as they are.
 */
export function stampZip(zip: Uint8Array, date: LocalDate): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_CENTRAL) end -= 1;
  if (end < 0) throw new Error('not a zip archive');
  const day = dosDate(date);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL_HEADER) throw new Error('broken directory of a zip archive');
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== LOCAL_HEADER) throw new Error('broken entry of a zip archive');
    view.setUint32(at + 12, day, true);
    view.setUint32(local + 10, day, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}

/** Midnight of a day in the format of zip entries; they know no year before 1980. */
function dosDate(date: LocalDate): number {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  return (((Math.max(year, 1980) - 1980) << 25) | (month << 21) | (day << 16)) >>> 0;
}
