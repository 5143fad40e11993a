import { extensionOf, formatOfName, type AttachmentFormat } from '@zit/domain';
import { attachmentWords as words } from '@zit/words.pl/attachments';
import { fileTypeFromBuffer } from 'file-type';
import { checkJpeg } from './check-jpeg';
import { checkOffice, officeFormat } from './check-office';
import { checkPdf } from './check-pdf';
import { checkPng } from './check-png';
import { ContentRefusal } from './content-refusal';
import { listZip } from './zip-listing';

/** What the first bytes say; `zip` is one of the documents, or none. */
const SIGNATURES: readonly [found: AttachmentFormat | 'zip', signature: Buffer][] = [
  ['pdf', Buffer.from('%PDF-')],
  ['jpeg', Buffer.from('\xff\xd8\xff', 'latin1')],
  ['png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['zip', Buffer.from('PK\x03\x04', 'latin1')],
];
/** As much as signatures of other formats need. */
const BEGINNING = 4_100;

/**
 * What a file is, by its bytes: the whole structure is read, not only its first bytes, and nothing may be glued on.
 * The name has to promise the same.
 * @throws ContentRefusal with the sentence for who sent it
 */
export async function checkContent(bytes: Buffer, name: string): Promise<AttachmentFormat> {
  const begins = SIGNATURES.find(([, signature]) => bytes.subarray(0, signature.length).equals(signature))?.[0];
  if (begins === undefined) throw await unknown(bytes);
  const promised = formatOfName(name);
  if (begins !== 'zip') {
    requirePromised(begins, promised, name);
    if (begins === 'pdf') checkPdf(bytes);
    else if (begins === 'jpeg') checkJpeg(bytes);
    else checkPng(bytes);
    return begins;
  }
  const entries = listZip(bytes, promised ?? 'docx');
  const format = officeFormat(entries);
  if (format === null) throw new ContentRefusal(words.content.unknown('ZIP'));
  requirePromised(format, promised, name);
  await checkOffice(bytes, entries, format);
  return format;
}

function requirePromised(found: AttachmentFormat, promised: AttachmentFormat | null, name: string): void {
  if (found !== promised) throw new ContentRefusal(words.content.otherThanName(extensionOf(name), found));
}

/** A document that its program locked is an old compound file from outside. */
async function unknown(bytes: Buffer): Promise<ContentRefusal> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, BEGINNING));
  if (found?.ext === 'cfb' && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return new ContentRefusal(words.content.locked);
  return new ContentRefusal(words.content.unknown(found?.ext.toUpperCase() ?? null));
}
