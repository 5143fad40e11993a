import { internalClass } from './pdfmake-internals';

/** A parsed font file (fontkit). `_glyphs` remembers with each glyph the characters it was first asked for. */
interface ParsedFont {
  _glyphs: Record<number, unknown>;
}

interface EmbeddedFont {
  name: string;
  font: ParsedFont;
  /** The cache of one document; ours serves all of them. */
  layoutCache: unknown;
  layoutRun(text: string, features?: string[]): unknown;
}

type EmbeddedFontClass = new (document: object, font: ParsedFont, id: string) => EmbeddedFont;

interface FontDocument {
  fontCache: Record<string, Record<string, EmbeddedFont>>;
  _fontFamilies: Record<string, EmbeddedFont>;
  _fontCount: number;
  getFontType(bold: boolean, italics: boolean): string;
  provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
}

interface Known {
  font: ParsedFont;
  embed: EmbeddedFontClass;
  runs: Map<string, unknown>;
}

/** Words kept in shape for each cut: what a few agreements use together. Beyond it the cache begins anew. */
const MAX_RUNS = 8_000;

const known = new Map<string, Known>();

/**
 * Parses each font file once a process instead of once a document, and shapes each word once: more than half
 * of the CPU of a render. What a document embeds (the subset) stays its own, so the bytes do not depend on
 * what was printed before.
 */
export async function cacheParsedFonts(): Promise<void> {
  const { prototype } = await internalClass<FontDocument>('PDFDocument', ['provideFont', 'getFontType']);
  const provide = prototype.provideFont;
  prototype.provideFont = function (this: FontDocument, family, bold, italics) {
    const cut = this.getFontType(bold, italics);
    const ready = this.fontCache[family]?.[cut];
    if (ready) return ready;
    const found = known.get(`${family}/${cut}`);
    if (found) {
      this._fontCount += 1;
      const made = new found.embed(this, found.font, `F${this._fontCount}`);
      this._fontFamilies[made.name] = made;
      (this.fontCache[family] ??= {})[cut] = made;
      return shareRuns(made, found);
    }
    const made = provide.call(this, family, bold, italics);
    if (!made.font._glyphs) throw new Error('fontkit keeps its glyphs elsewhere: look at font-cache.ts');
    const first: Known = { font: made.font, embed: made.constructor as EmbeddedFontClass, runs: new Map() };
    known.set(`${family}/${cut}`, first);
    return shareRuns(made, first);
  };
}

/** Lets a document's font take shaped words from the cache of all documents. */
function shareRuns(embedded: EmbeddedFont, { font, runs }: Known): EmbeddedFont {
  const shape = embedded.layoutRun;
  embedded.layoutCache = null;
  embedded.layoutRun = function (this: EmbeddedFont, text, features) {
    const key = features ? `${features.join(' ')}\n${text}` : text;
    let run = runs.get(key);
    if (run === undefined) {
      // Several characters share a glyph (space and non-breaking space, ’ and ʼ). A word's glyphs name the word's
      // own characters, not those of whoever used the glyph first: what can be copied is then what was written.
      font._glyphs = {};
      run = shape.call(this, text, features);
      if (runs.size >= MAX_RUNS) runs.clear();
      runs.set(key, run);
    }
    return run;
  };
  return embedded;
}
