/** Where the parts of a JSON text stand, by RFC 6901 pointer ('' is the whole), as offsets into the text. */
export interface JsonPlaces {
  at: Map<string, number>;
  /** Offset where the text stops being JSON; null when all of it is. */
  brokenAt: number | null;
  /** The text is nested deeper than anything we read. */
  tooDeep: boolean;
}

const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;
const SPACE = /[ \t\r\n]*/y;
const MAX_DEPTH = 200;

class Broken extends Error {
  constructor(
    readonly offset: number,
    readonly tooDeep = false,
  ) {
    super('not JSON');
  }
}

/**
 * Reads a JSON text for its places. JSON.parse does not say where a value stands, nor always where a text
 * breaks; this runs only when there is a fault to show.
 */
export function jsonPlaces(text: string): JsonPlaces {
  const walk = new Walk(text);
  try {
    walk.value('', 0);
    walk.end();
    return { at: walk.at, brokenAt: null, tooDeep: false };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { at: walk.at, brokenAt: error.offset, tooDeep: error.tooDeep };
  }
}

/** Line and column, both from 1, of an offset; a column counts UTF-16 units, as editors do. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/** Offset of a pointer, or of the nearest part around it when the part itself is missing. */
export function placeOf(places: JsonPlaces, pointer: string): number {
  for (let part = pointer; ; part = part.slice(0, part.lastIndexOf('/'))) {
    const offset = places.at.get(part);
    if (offset !== undefined || part === '') return offset ?? 0;
  }
}

class Walk {
  readonly at = new Map<string, number>();
  private position = 0;

  constructor(private readonly text: string) {}

  value(pointer: string, depth: number): void {
    const { token, offset } = this.next();
    if (depth > MAX_DEPTH) throw new Broken(offset, true);
    this.at.set(pointer, offset);
    if (token === '{') this.object(pointer, depth);
    else if (token === '[') this.array(pointer, depth);
    else if (token.length === 1 && '}],:'.includes(token)) throw new Broken(offset);
  }

  end(): void {
    const offset = this.skipSpace();
    if (offset < this.text.length) throw new Broken(offset);
  }

  private object(pointer: string, depth: number): void {
    if (this.closes('}')) return;
    do {
      const { token, offset } = this.next();
      if (!token.startsWith('"')) throw new Broken(offset);
      const key = JSON.parse(token) as string;
      this.expect(':');
      this.value(`${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
    } while (this.goesOn('}'));
  }

  private array(pointer: string, depth: number): void {
    if (this.closes(']')) return;
    let index = 0;
    do {
      this.value(`${pointer}/${index}`, depth + 1);
      index += 1;
    } while (this.goesOn(']'));
  }

  private closes(bracket: string): boolean {
    const offset = this.skipSpace();
    if (this.text[offset] !== bracket) return false;
    this.position = offset + 1;
    return true;
  }

  private goesOn(bracket: string): boolean {
    const { token, offset } = this.next();
    if (token !== ',' && token !== bracket) throw new Broken(offset);
    return token === ',';
  }

  private expect(wanted: string): void {
    const { token, offset } = this.next();
    if (token !== wanted) throw new Broken(offset);
  }

  private next(): { token: string; offset: number } {
    TOKEN.lastIndex = this.position;
    const match = TOKEN.exec(this.text);
    if (!match) throw new Broken(this.skipSpace());
    this.position = TOKEN.lastIndex;
    const token = match[1] ?? match[2] ?? match[3] ?? '';
    return { token, offset: this.position - token.length };
  }

  private skipSpace(): number {
    SPACE.lastIndex = this.position;
    SPACE.exec(this.text);
    return SPACE.lastIndex;
  }
}
