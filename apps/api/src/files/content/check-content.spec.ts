import { randomBytes } from 'node:crypto';
import { strToU8 } from 'fflate';
import { attachmentWords } from '@zit/words.pl/attachments';
import { docx, docxParts, jpeg, odt, pdf, png, pngChunk, xlsx, zip } from '../../../test/attachments';
import { checkContent } from './check-content';
import { ContentRefusal } from './content-refusal';

const words = attachmentWords.content;

/** The format, or the sentence of the refusal. */
async function verdict(bytes: Buffer, name: string): Promise<string> {
  try {
    return await checkContent(bytes, name);
  } catch (error) {
    if (error instanceof ContentRefusal) return error.message;
    throw error;
  }
}
const patched = (bytes: Buffer, at: number, ...values: number[]): Buffer => {
  const copy = Buffer.from(bytes);
  Buffer.from(values).copy(copy, at);
  return copy;
};
const zeros = (length: number): Uint8Array => new Uint8Array(length);
const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
const NOISE = random(40_000);

describe('what a file is, by its bytes', () => {
  it.each([
    ['statut.pdf', pdf(), 'pdf'],
    ['statut z dopiskiem.pdf', Buffer.concat([pdf(), Buffer.from('\r\n\0\0\n')]), 'pdf'],
    ['zdjęcie.jpg', jpeg(), 'jpeg'],
    ['zdjęcie z telefonu.jpeg', Buffer.concat([jpeg(), jpeg('mapa jasności'), Buffer.alloc(40)]), 'jpeg'],
    ['plan.png', png(), 'png'],
    ['plan z opisem.png', png(pngChunk('tEXt', Buffer.from('Comment\0plan'))), 'png'],
    ['pismo.docx', docx(), 'docx'],
    ['pismo z obrazem.docx', docx({ 'word/media/image1.jpg': jpeg(), 'word/media/big.bin': NOISE }), 'docx'],
    ['budżet.xlsx', xlsx({ 'xl/worksheets/sheet1.xml': strToU8('<c/>'.repeat(100_000)) }), 'xlsx'],
    ['pismo.odt', odt(), 'odt'],
  ])('%s is taken', async (name, bytes, format) => {
    expect(await verdict(bytes, name)).toBe(format);
  });

  it.each([
    ['skan.pdf', png(), words.otherThanName('pdf', 'png')],
    ['zdjęcie.png', jpeg(), words.otherThanName('png', 'jpeg')],
    ['budżet.xlsx', docx(), words.otherThanName('xlsx', 'docx')],
    ['pismo.docx', pdf(), words.otherThanName('docx', 'pdf')],
    ['pismo.pdf', Buffer.from('MZ\x90\0program'), words.unknown('EXE')],
    ['strona.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), words.unknown(null)],
    ['logo.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), words.unknown(null)],
    ['notatka.pdf', Buffer.from('zwykły tekst'), words.unknown(null)],
    ['pismo.docx', zip({ 'a.txt': strToU8('a') }), words.unknown('ZIP')],
    ['pismo.docx', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), words.unknown('CFB')],
    [
      'pismo.docx',
      Buffer.concat([
        Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      words.locked,
    ],
    ['pismo.pdf', Buffer.alloc(0), words.unknown(null)],
  ])('S-20, S-21: %s that lies about its type is refused', async (name, bytes, sentence) => {
    expect(await verdict(bytes, name)).toBe(sentence);
  });
});

describe('S-20: polyglots', () => {
  const archive = zip({ 'zly.class': strToU8('a'.repeat(50)) });
  const page = Buffer.from('\n<html><script>alert(document.cookie)</script>');
  it.each([
    ['a zip behind a PDF', 'a.pdf', Buffer.concat([pdf(), archive]), words.glued('pdf')],
    ['a zip inside a PDF', 'a.pdf', Buffer.concat([pdf(), archive, pdf().subarray(8)]), words.glued('pdf')],
    ['RAR inside a PDF', 'a.pdf', pdf('Rar!\x1a\x07'), words.glued('pdf')],
    ['a page at the head of a PDF', 'a.pdf', pdf('<html><body>'), words.glued('pdf')],
    ['a page behind a PDF', 'a.pdf', Buffer.concat([pdf(), page]), words.glued('pdf')],
    ['a PDF behind a few bytes', 'a.pdf', Buffer.concat([Buffer.from('\n'), pdf()]), words.unknown(null)],
    ['a PDF in a comment of a JPEG', 'a.jpg', jpeg(pdf().toString()), words.glued('jpeg')],
    ['a PDF behind a JPEG', 'a.jpg', Buffer.concat([jpeg(), pdf()]), words.glued('jpeg')],
    ['a zip in a comment of a JPEG', 'a.jpg', Buffer.concat([jpeg(), archive]), words.glued('jpeg')],
    ['a zip between the pixels of a JPEG', 'a.jpg', intoScan(archive), words.glued('jpeg')],
    ['a page in a comment of a JPEG', 'a.jpg', jpeg('<script src="//zly.example"></script>'), words.glued('jpeg')],
    ['PHP in a comment of a JPEG', 'a.jpg', jpeg('<?php system($_GET[0]);'), words.glued('jpeg')],
    ['a page in a text of a PNG', 'a.png', png(pngChunk('tEXt', page)), words.glued('png')],
    ['a PDF in a text of a PNG', 'a.png', png(pngChunk('tEXt', pdf())), words.glued('png')],
    ['a zip behind a PNG', 'a.png', Buffer.concat([png(), archive]), words.glued('png')],
    ['a zip in a chunk of a PNG', 'a.png', png(pngChunk('abCd', archive)), words.glued('png')],
    ['a PDF in front of a document', 'a.docx', Buffer.concat([pdf(), docx()]), words.otherThanName('docx', 'pdf')],
    [
      'a page in a part of a document',
      'a.docx',
      zip({ '0': [page, { level: 0 }], ...docxParts() }),
      words.glued('docx'),
    ],
    ['something behind a document', 'a.docx', Buffer.concat([docx(), page]), words.glued('docx')],
    ['two documents in one', 'a.docx', Buffer.concat([zip({ a: strToU8('a') }), docx()]), words.glued('docx')],
  ])('%s', async (_, name, bytes, sentence) => {
    expect(await verdict(bytes, name)).toBe(sentence);
  });

  /** Zip bytes with every 0xff stuffed would be no zip; this one has none. */
  function intoScan(hidden: Buffer): Buffer {
    const bytes = jpeg();
    return Buffer.concat([bytes.subarray(0, -2), hidden, bytes.subarray(-2)]);
  }

  it('a picture whose pixels happen to look like a zip’s end is no zip', async () => {
    const end = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
    expect(await verdict(intoScan(end), 'a.jpg')).toBe('jpeg');
  });
});

describe('files that are not whole', () => {
  it.each([
    ['a.pdf', pdf(), words.cut('pdf')],
    ['a.jpg', jpeg(), words.cut('jpeg')],
    ['a.png', png(), words.cut('png')],
    ['a.docx', docx(), words.cut('docx')],
  ])('%s cut at any byte is refused', async (name, whole, sentence) => {
    for (let length = 8; length < whole.length - 6; length += 3)
      expect([length, await verdict(whole.subarray(0, length), name)]).not.toEqual([
        length,
        expect.stringMatching(/^\w+$/),
      ]);
    expect(await verdict(whole.subarray(0, whole.length - 8), name)).toBe(sentence);
  });

  it('a PNG with a wrong check sum, no pixels, or no header', async () => {
    expect(await verdict(patched(png(), 20, 9), 'a.png')).toBe(words.broken('png'));
    const empty = Buffer.concat([png().subarray(0, 33), pngChunk('IEND', Buffer.alloc(0))]);
    expect(await verdict(empty, 'a.png')).toBe(words.broken('png'));
    expect(await verdict(Buffer.concat([png().subarray(0, 8), png().subarray(33)]), 'a.png')).toBe(words.broken('png'));
  });

  it('a JPEG without a scan, or with a segment that points nowhere', async () => {
    expect(await verdict(Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'a.jpg')).toBe(words.broken('jpeg'));
    expect(await verdict(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 0, 0, 0]), 'a.jpg')).toBe(words.broken('jpeg'));
  });
});

describe('documents that are zips', () => {
  it.each([
    ['macros of Word', 'a.docx', docx({ 'word/vbaProject.bin': strToU8('x') }), words.macros],
    [
      'macros by the list of types',
      'a.docx',
      withTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
      words.macros,
    ],
    ['macros of LibreOffice', 'a.odt', odt(undefined, { 'Basic/Standard/Module1.xml': strToU8('x') }), words.macros],
    ['macro sheets', 'a.xlsx', xlsx({ 'xl/macrosheets/sheet1.xml': strToU8('x') }), words.macros],
    ['controls', 'a.docx', docx({ 'word/activeX/activeX1.xml': strToU8('x') }), words.macros],
    ['a zip inside', 'a.docx', docx({ 'word/embeddings/a.xlsx': new Uint8Array(xlsx()) }), words.nested],
    ['an old document inside', 'a.docx', docx({ 'word/embeddings/a.bin': oldDocument() }), words.nested],
    ['a program inside', 'a.docx', docx({ 'word/media/a.jpg': strToU8('MZ\x90\0', true) }), words.nested],
    ['another type in the list', 'a.docx', withTypes('application/pdf'), words.broken('docx')],
    ['another type in front', 'a.odt', odt('application/vnd.oasis.opendocument.spreadsheet'), words.broken('odt')],
    ['a way out of the folder', 'a.docx', docx({ '../../etc/passwd': strToU8('x') }), words.broken('docx')],
    ['an absolute name', 'a.docx', docx({ '/etc/passwd': strToU8('x') }), words.broken('docx')],
    [
      'a name twice, for readers that do not see case',
      'a.docx',
      docx({ 'WORD/document.xml': strToU8('x') }),
      words.broken('docx'),
    ],
  ])('%s', async (_, name, bytes, sentence) => {
    expect(await verdict(bytes, name)).toBe(sentence);
  });

  function withTypes(type: string): Buffer {
    return docx({
      '[Content_Types].xml': strToU8(`<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`),
    });
  }
  function oldDocument(): Uint8Array {
    return new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  }

  it('encrypted', async () => {
    const bytes = docx();
    const directory = bytes.indexOf('PK\x01\x02');
    expect(await verdict(patched(bytes, directory + 8, bytes[directory + 8]! | 1), 'a.docx')).toBe(words.locked);
  });

  it('whose directory and entries disagree about a name', async () => {
    const bytes = docx();
    expect(await verdict(patched(bytes, 30, 0x78), 'a.docx')).toBe(words.broken('docx'));
  });

  it('whose bytes are other than their check sum', async () => {
    const bytes = docx({ 'word/media/a.bin': [NOISE, { level: 0 }] });
    const at = bytes.indexOf(Buffer.from(NOISE.subarray(0, 16))) + 500;
    expect(await verdict(patched(bytes, at, (bytes[at] ?? 0) ^ 1), 'a.docx')).toBe(words.broken('docx'));
  });
});

describe('S-22: zip bombs', () => {
  const first = (bytes: Buffer, signature: string) => bytes.indexOf(Buffer.from(signature, 'latin1'));

  it('that say how large they are', async () => {
    expect(await verdict(docx({ 'word/a.xml': zeros(5_000_000) }), 'a.docx')).toBe(words.bomb);
  });

  it('that lie about how large they are: counted while it unpacks', async () => {
    const bytes = docx({ 'word/a.xml': zeros(30_000_000) });
    const directory = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const lying = Buffer.from(bytes);
    lying.writeUInt32LE(1_000, directory + 24);
    expect(await verdict(lying, 'a.docx')).toBe(words.bomb);
  });

  it('of too many entries', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`word/${at}.xml`, zeros(0)]));
    expect(await verdict(docx(parts), 'a.docx')).toBe(words.bomb);
  });

  it('whose entries lie over one another', async () => {
    const bytes = docx({ 'word/a.xml': random(3_000), 'word/b.xml': random(3_000) });
    const [a, b] = ['word/a.xml', 'word/b.xml'].map((name) => bytes.lastIndexOf(name) - 46);
    const over = Buffer.from(bytes);
    // The second entry of the directory takes in what comes after it, up to the next.
    over.writeUInt32LE(bytes.readUInt32LE(a! + 20) + 500, a! + 20);
    over.writeUInt32LE(bytes.readUInt32LE(a! + 24) + 500, a! + 24);
    expect(b).toBeGreaterThan(a!);
    expect(await verdict(over, 'a.docx')).toBe(words.bomb);
  });

  it('that hide bytes between entries or behind a deflated stream', async () => {
    const bytes = docx();
    const at = first(bytes, 'PK\x01\x02');
    const hidden = Buffer.concat([bytes.subarray(0, at), Buffer.from('ukryte'), bytes.subarray(at)]);
    const end = hidden.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    hidden.writeUInt32LE(at + 6, end + 16);
    expect(await verdict(hidden, 'a.docx')).toBe(words.glued('docx'));

    const last = hidden.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    hidden.writeUInt32LE(hidden.readUInt32LE(last + 20) + 6, last + 20);
    expect(await verdict(hidden, 'a.docx')).toBe(words.broken('docx'));
  });

  it('with more directories than their end says', async () => {
    const bytes = docx();
    const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    const fewer = Buffer.from(bytes);
    fewer.writeUInt16LE(1, end + 8);
    fewer.writeUInt16LE(1, end + 10);
    expect(await verdict(fewer, 'a.docx')).toBe(words.glued('docx'));
  });
});

describe('whatever the bytes', () => {
  it('a file is taken or refused with a sentence, never an error', async () => {
    const whole = [pdf(), jpeg(), png(), docx(), xlsx(), odt()];
    const names = ['a.pdf', 'a.jpg', 'a.png', 'a.docx', 'a.xlsx', 'a.odt'];
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 3_000; round++) {
      const which = round % whole.length;
      const bytes = Buffer.from(whole[which]!);
      for (let change = 0; change < 1 + (round % 4); change++) bytes[next(bytes.length)] = next(256);
      const said = await verdict(bytes, names[which]!);
      expect(said).toMatch(/^(pdf|jpeg|png|docx|xlsx|odt)$|\.$/);
    }
  });
});
