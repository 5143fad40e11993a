import { inflateRawSync } from 'node:zlib';

/** Entries of a zip by name, as text; enough for the files of a DOCX. */
export function unzip(archive: Uint8Array): Map<string, string> {
  const zip = Buffer.from(archive);
  const entries = new Map<string, string>();
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    entries.set(
      zip.toString('utf8', at + 46, at + 46 + nameLength),
      (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'),
    );
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}
