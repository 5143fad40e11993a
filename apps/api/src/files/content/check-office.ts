import { ATTACHMENT_FORMATS, type AttachmentFormat } from '@zit/domain';
import { attachmentWords as words } from '@zit/words.pl/attachments';
import { ContentRefusal, broken, glued } from './content-refusal';
import { holdsMarkup, holdsPdf } from './glued-on';
import { requireModest, unpack } from './unpack';
import type { ZipEntry } from './zip-listing';

/** A part that says what the document is. */
const TYPES = '[Content_Types].xml';
const MIMETYPE = 'mimetype';
const LONGEST_TYPES = 1_000_000;
const EDGE = 1_024;

/** Main part of each format (Word in a browser numbers it), and its type in the list of types. */
const OFFICE = {
  docx: { part: /^word\/document\d?\.xml$/, type: `"${ATTACHMENT_FORMATS.docx.mediaType}.main+xml"` },
  xlsx: { part: /^xl\/workbook\d?\.xml$/, type: `"${ATTACHMENT_FORMATS.xlsx.mediaType}.main+xml"` },
} as const;

const MACROS = /(^|\/)(vbaProject|vbaData)[^/]*$|^(Basic|Scripts)\/|(^|\/)(activeX|macrosheets|dialogsheets)\//i;

/** Archives, programs and documents of old kinds inside of a document. */
const INSIDE = ['PK\x03\x04', '\xd0\xcf\x11\xe0', 'Rar!', '7z\xbc\xaf', '%PDF', '\x7fELF', 'MZ\x90', '{\\rtf'].map(
  (text) => Buffer.from(text, 'latin1'),
);

/** What an archive is; null: no document that is taken. Told by the parts' names, proven by `checkOffice`. */
export function officeFormat(entries: readonly ZipEntry[]): Extract<AttachmentFormat, 'docx' | 'xlsx' | 'odt'> | null {
  const has = (wanted: string) => entries.some(({ name }) => name === wanted);
  const fits = (part: RegExp) => entries.some(({ name }) => part.test(name));
  if (has(TYPES) && fits(OFFICE.docx.part)) return 'docx';
  if (has(TYPES) && fits(OFFICE.xlsx.part)) return 'xlsx';
  return has(MIMETYPE) && has('content.xml') ? 'odt' : null;
}

/**
 * A document whose parts are what they say: the right main part, no macros, no other file embedded, nothing that
 * swells when it is unpacked.
 * @throws ContentRefusal
 */
export async function checkOffice(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  format: AttachmentFormat,
): Promise<void> {
  if (entries.some(({ name }) => MACROS.test(name))) throw new ContentRefusal(words.content.macros);
  requireModest(entries, bytes.length);
  const head = bytes.subarray(0, EDGE);
  if (holdsPdf(head) || holdsMarkup(head)) throw glued(format);
  for (const entry of entries) {
    const told = entry.name === TYPES || entry.name === MIMETYPE;
    const beginning = await unpack(bytes, entry, { keep: told ? LONGEST_TYPES : 8, format });
    if (told) requireType(beginning.toString('utf8'), entry, format);
    else if (INSIDE.some((signature) => beginning.subarray(0, signature.length).equals(signature)))
      throw new ContentRefusal(words.content.nested);
  }
}

function requireType(text: string, { name, method, from }: ZipEntry, format: AttachmentFormat): void {
  if (format === 'odt') {
    // The kind stands first and unpacked, so that it can be read without unzipping (OpenDocument 1.3, part 2, 3.3).
    const first = from === 30 + MIMETYPE.length && method === 0;
    if (name === MIMETYPE && (!first || text !== ATTACHMENT_FORMATS.odt.mediaType)) throw broken(format);
  } else if (name === TYPES) {
    if (/macroEnabled|vbaProject/i.test(text)) throw new ContentRefusal(words.content.macros);
    if (!text.includes(OFFICE[format === 'xlsx' ? 'xlsx' : 'docx'].type)) throw broken(format);
  }
}
