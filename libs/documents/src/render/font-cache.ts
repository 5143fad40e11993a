import { internalClass } from './pdfmake-internals';

interface EmbeddedFont {
  name: string;
  /** The parsed font file. */
  font: object;
}

type EmbeddedFontClass = new (document: object, font: object, id: string) => EmbeddedFont;

interface FontDocument {
  fontCache: Record<string, Record<string, EmbeddedFont>>;
  _fontFamilies: Record<string, EmbeddedFont>;
  _fontCount: number;
  getFontType(bold: boolean, italics: boolean): string;
  provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
}

const parsed = new Map<string, { font: object; embed: EmbeddedFontClass }>();

/**
 * Parses each font file once a process instead of once a document (about 40 % of the CPU of a render).
 * What a document embeds (the subset) stays its own, so the bytes do not change.
 */
export async function cacheParsedFonts(): Promise<void> {
  const { prototype } = await internalClass<FontDocument>('PDFDocument', ['provideFont', 'getFontType']);
  const provide = prototype.provideFont;
  prototype.provideFont = function (this: FontDocument, family, bold, italics) {
    const cut = this.getFontType(bold, italics);
    const ready = this.fontCache[family]?.[cut];
    if (ready) return ready;
    const known = parsed.get(`${family}/${cut}`);
    if (!known) {
      const made = provide.call(this, family, bold, italics);
      parsed.set(`${family}/${cut}`, { font: made.font, embed: made.constructor as EmbeddedFontClass });
      return made;
    }
    this._fontCount += 1;
    const made = new known.embed(this, known.font, `F${this._fontCount}`);
    this._fontFamilies[made.name] = made;
    (this.fontCache[family] ??= {})[cut] = made;
    return made;
  };
}
