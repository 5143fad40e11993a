import { crc32, deflateSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';

/** Small files of every kind that is taken, made here: each as its program would write it. */

const DOCX_MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const XLSX_MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const typesOf = (part: string, type: string): string =>
  `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="${type}"/></Types>`;

export const pdf = (text = 'Statut'): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\n% ${text}\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`);

/** A JPEG by its markers: a header, a comment, a scan. */
export const jpeg = (comment = 'zdjęcie'): Buffer => {
  const text = Buffer.from(comment);
  const segment = (marker: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xfe, text),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 5]),
    Buffer.from([0xff, 0xd9]),
  ]);
};

export const pngChunk = (name: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(body.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
};
const PNG_HEAD = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const ONE_PIXEL = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);

export const png = (...more: Buffer[]): Buffer =>
  Buffer.concat([
    PNG_HEAD,
    pngChunk('IHDR', ONE_PIXEL),
    ...more,
    pngChunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);

/** A zip of these parts, in this order. */
export const zip = (parts: Zippable): Buffer => Buffer.from(zipSync(parts, { mtime: new Date(2015, 1, 1) }));

export const docxParts = (more: Zippable = {}): Zippable => ({
  '[Content_Types].xml': strToU8(typesOf('word/document.xml', DOCX_MAIN)),
  'word/document.xml': strToU8('<w:document/>'),
  ...more,
});
export const docx = (more: Zippable = {}): Buffer => zip(docxParts(more));

export const xlsx = (more: Zippable = {}): Buffer =>
  zip({
    '[Content_Types].xml': strToU8(typesOf('xl/workbook.xml', XLSX_MAIN)),
    'xl/workbook.xml': strToU8('<workbook/>'),
    ...more,
  });

export const odt = (mimetype = 'application/vnd.oasis.opendocument.text', more: Zippable = {}): Buffer =>
  zip({ mimetype: [strToU8(mimetype), { level: 0 }], 'content.xml': strToU8('<office:document-content/>'), ...more });
