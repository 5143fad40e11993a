import { once } from 'node:events';
import { crc32, createInflateRaw } from 'node:zlib';
import { attachmentWords as words } from '@zit/words.pl/attachments';
import type { AttachmentFormat } from '@zit/domain';
import { ContentRefusal, broken } from './content-refusal';
import type { ZipEntry } from './zip-listing';

/** A workbook of an office unpacks to some megabytes; these are the bounds of S-22. */
const MOST_UNPACKED = 200_000_000;
const MOST_TIMES = 100;
/** Small files of long repetitions are no bomb: no ratio below this many bytes. */
const HARMLESS = 2_000_000;

/** Refuses what says of itself that it is too large. @throws ContentRefusal */
export function requireModest(entries: readonly ZipEntry[], fileSize: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MOST_UNPACKED || unpacked > Math.max(HARMLESS, fileSize * MOST_TIMES))
    throw new ContentRefusal(words.content.bomb);
}

/**
 * Unpacks one entry outside the event loop, counting what really comes out; the listing may lie.
 * @returns the first `keep` bytes @throws ContentRefusal when it is not exactly what the listing says
 */
export async function unpack(
  bytes: Buffer,
  entry: ZipEntry,
  { keep, format }: { keep: number; format: AttachmentFormat },
): Promise<Buffer> {
  const packed = bytes.subarray(entry.from, entry.to);
  const kept: Buffer[] = [];
  let size = 0;
  let crc = 0;
  const take = (chunk: Buffer) => {
    if (size < keep) kept.push(Buffer.from(chunk.subarray(0, keep - size)));
    size += chunk.length;
    if (size > entry.unpacked) throw new ContentRefusal(words.content.bomb);
    crc = crc32(chunk, crc);
  };
  if (entry.method === 0) take(packed);
  else await inflate(packed, take, format);
  if (size !== entry.unpacked || crc !== entry.crc) throw broken(format);
  return Buffer.concat(kept);
}

/** 64 kB come out at a time, so the count stops a bomb before it is in memory. */
async function inflate(packed: Buffer, take: (chunk: Buffer) => void, format: AttachmentFormat): Promise<void> {
  const stream = createInflateRaw({ chunkSize: 65_536 });
  stream.end(packed);
  try {
    for await (const chunk of stream) take(chunk as Buffer);
  } catch (error) {
    throw error instanceof ContentRefusal ? error : broken(format);
  } finally {
    stream.destroy();
    if (!stream.closed) await once(stream, 'close');
  }
  // Bytes behind the end of the stream would be seen by nobody.
  if (stream.bytesWritten !== packed.length) throw broken(format);
}
