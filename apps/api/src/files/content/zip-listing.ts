import { attachmentWords as words } from '@zit/words.pl/attachments';
import type { AttachmentFormat } from '@zit/domain';
import { ContentRefusal, broken, cut, glued } from './content-refusal';

export interface ZipEntry {
  name: string;
  /** 0: as it is; 8: deflated. */
  method: number;
  crc: number;
  packed: number;
  /** As the archive says; what really comes out is counted when it is inflated. */
  unpacked: number;
  /** Where its bytes begin and end in the file. */
  from: number;
  to: number;
}

/** A document has some hundred parts; POI and LibreOffice stay far below. */
const MOST_ENTRIES = 2_000;
const LONGEST_NAME = 512;
const END_SIGNATURE = Buffer.from('PK\x05\x06', 'latin1');
const END_LENGTH = 22;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
/** Where sizes stand behind the bytes (signature, check sum, two sizes of eight bytes): no longer gap than that. */
const LONGEST_DESCRIPTOR = 24;

/**
 * Lists a zip without unpacking it. Every byte of the file has to belong to an entry or to the directory: nothing in
 * front, nothing between, nothing behind, no entry over another.
 * @throws ContentRefusal
 */
export function listZip(bytes: Buffer, format: AttachmentFormat): ZipEntry[] {
  const end = bytes.lastIndexOf(END_SIGNATURE);
  if (end < 0 || end + END_LENGTH > bytes.length) throw cut(format);
  // Documents have no comment; behind one, anything could hide.
  if (bytes.readUInt16LE(end + 20) !== 0 || end + END_LENGTH !== bytes.length) throw glued(format);
  const count = bytes.readUInt16LE(end + 10);
  const directory = bytes.readUInt32LE(end + 16);
  if (bytes.readUInt32LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count || count === 0) throw broken(format);
  if (directory + bytes.readUInt32LE(end + 12) !== end) throw glued(format);
  if (count > MOST_ENTRIES) throw new ContentRefusal(words.content.bomb);
  const entries = readDirectory(bytes, directory, { end, count, format });
  requireOwnNames(entries, format);
  requireNoGaps(entries, directory, format);
  return entries;
}

interface Listed extends ZipEntry {
  at: number;
  described: boolean;
}

function readDirectory(
  bytes: Buffer,
  directory: number,
  { end, count, format }: { end: number; count: number; format: AttachmentFormat },
): Listed[] {
  const entries: Listed[] = [];
  let at = directory;
  for (let number = 0; number < count; number++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_SIGNATURE) throw broken(format);
    const nameLength = bytes.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > end || nameLength > LONGEST_NAME) throw broken(format);
    entries.push(readEntry(bytes, at, nameLength, format));
    at = next;
  }
  if (at !== end) throw glued(format);
  return entries;
}

function readEntry(bytes: Buffer, at: number, nameLength: number, format: AttachmentFormat): Listed {
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const local = bytes.readUInt32LE(at + 42);
  const name = bytes.subarray(at + 46, at + 46 + nameLength);
  // Bits 0, 6 and 13: encrypted in one way or another.
  if ((flags & 0x2041) !== 0) throw new ContentRefusal(words.content.locked);
  if (method !== 0 && method !== 8) throw broken(format);
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL_SIGNATURE) throw broken(format);
  const localName = bytes.subarray(local + 30, local + 30 + bytes.readUInt16LE(local + 26));
  if (!localName.equals(name) || bytes.readUInt16LE(local + 8) !== method) throw broken(format);
  const from = local + 30 + localName.length + bytes.readUInt16LE(local + 28);
  const packed = bytes.readUInt32LE(at + 20);
  const unpacked = bytes.readUInt32LE(at + 24);
  if (method === 0 && packed !== unpacked) throw broken(format);
  const described = (flags & 0x8) !== 0;
  return {
    name: name.toString('utf8'),
    method,
    crc: bytes.readUInt32LE(at + 16),
    packed,
    unpacked,
    from,
    to: from + packed,
    at: local,
    described,
  };
}

/** Names inside the document: no way out of its folder, none twice (readers differ in which one they take). */
function requireOwnNames(entries: readonly ZipEntry[], format: AttachmentFormat): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const key = name.toLowerCase();
    if (name === '' || name.startsWith('/') || /[\\\0:]/.test(name) || name.split('/').includes('..') || seen.has(key))
      throw broken(format);
    seen.add(key);
  }
}

function requireNoGaps(entries: readonly Listed[], directory: number, format: AttachmentFormat): void {
  const inOrder = [...entries].sort((a, b) => a.at - b.at);
  if (inOrder[0]?.at !== 0) throw glued(format);
  inOrder.forEach((entry, index) => {
    const next = inOrder[index + 1]?.at ?? directory;
    const gap = next - entry.to;
    // Overlapping entries unpack the same bytes again and again.
    if (gap < 0) throw new ContentRefusal(words.content.bomb);
    if (gap > (entry.described ? LONGEST_DESCRIPTOR : 0)) throw glued(format);
  });
}
