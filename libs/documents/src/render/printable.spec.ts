import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DOCUMENT_KINDS } from '@zit/domain';
import { sopotFacts, sopotRuleSet } from '@zit/sample';
import { sopotOffer, sopotReceipt } from '../../test/offer';
import { paper, textsOf } from '../../test/paper';
import { buildDocument } from '../builders/build-document';
import { offerPaper } from '../builders/offer';
import { receiptPaper } from '../builders/receipt';
import { FONT_CUTS, FONT_FILES, FONT_PACKAGE } from './pdf-fonts';
import { hasGlyph, printable } from './printable';

interface Font {
  hasGlyphForCodePoint(point: number): boolean;
}

const load = createRequire(__filename);
const fontkit = load('fontkit') as { create(file: Uint8Array): Font };
const fontOf = (cut: (typeof FONT_CUTS)[number]): Font =>
  fontkit.create(readFileSync(load.resolve(`${FONT_PACKAGE}/${FONT_FILES[cut]}`)));

test.each(FONT_CUTS)('the list of characters is true of the cut „%s”', (cut) => {
  const font = fontOf(cut);
  const wrong: number[] = [];
  for (let point = 0x20; point < 0x20000; point += 1)
    if (hasGlyph(point) && !font.hasGlyphForCodePoint(point)) wrong.push(point);
  expect(wrong).toEqual([]);
});

test('every character of every template can be drawn', () => {
  const fonts = FONT_CUTS.map(fontOf);
  const texts = [
    ...DOCUMENT_KINDS.map((kind) => textsOf(buildDocument(paper(kind, [sopotFacts(), sopotRuleSet()])))),
    textsOf(offerPaper(sopotOffer())),
    textsOf(receiptPaper(sopotReceipt())),
  ];
  const characters = new Set(texts.join('').replace(/\n/g, ''));
  const missing = [...characters].filter((character) =>
    fonts.some((font) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
  );
  expect(missing).toEqual([]);
});

test('Polish, Ukrainian and the signs of the trade are drawn as they are', () => {
  const text = 'Zażółć gęślą jaźń ĄĆĘŁŃÓŚŹŻ Україна їєґі ☐☑✓≥≤ § „” – … € ½';
  expect(printable(text)).toBe(text);
});

test('others are spelled out', () => expect(printable('a😀中\u05d0')).toBe('a[U+1F600][U+4E2D][U+05D0]'));
