import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import ts from 'typescript';

const root = resolve(__dirname, '../../../..');
const ROOMS = ['apps/api/src', 'apps/web/src', 'libs/domain/src', 'libs/contracts/src', 'libs/documents/src'];

/** A text and one eight times as long: what grows with the square takes 64 times as long, with the cube 512 times. */
const SHORT = 4_000;
const LONG = 8 * SHORT;
/** Between the line's 8 and the square's 64, with room for a busy machine. */
const GROWTH = 30;
/** A search this quick says nothing about growth: the clock and the garbage collector weigh as much. */
const FLOOR_MS = 20;
/** Exponential patterns never end; the search is broken off. */
const PATIENCE_MS = 3_000;

/** What makes a search try again and again: long runs of one kind, and at the end what fits nothing. */
const PUMPS = [
  'a',
  'A',
  '0',
  ' ',
  '-',
  '.',
  '/',
  '"',
  '\\',
  '<',
  '(',
  '_',
  '@',
  'a.',
  'a@',
  ' a',
  '0 ',
  '1,',
  '\n',
  '\u00a0',
  'ą',
  '%41',
  '<a',
  'a-',
];
const ENDS = ['', '\u0000'];

/** Read only what we wrote ourselves, from numbers of at most sixteen digits. */
const OF_NUMBERS = ['libs/domain/src/money/grosze.ts', 'libs/domain/src/money/quantity.ts'];

interface Pattern {
  place: string;
  source: string;
  flags: string;
}

/** Every pattern that stands in the sources, found as the compiler reads them. */
function patterns(): Pattern[] {
  const files = ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/\.(spec|d)\.ts$/.test(name))
      .map((name) => join(root, room, name)),
  );
  return files.flatMap((path) => {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const found: Pattern[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        found.push({
          place: `${relative(root, path)}:${file.getLineAndCharacterOfPosition(node.pos).line + 1}`,
          source: node.text.slice(1, end),
          flags: node.text.slice(end + 1),
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

const context = createContext({});

/** Milliseconds of one search through the text, the best of some; Infinity when it had to be broken off. */
function search({ source, flags }: Pattern, text: string, times: number): number {
  Object.assign(context, { pattern: new RegExp(source, flags.replace('g', '')), text });
  let best = Infinity;
  for (let time = 0; time < times; time++) {
    const begin = performance.now();
    try {
      runInContext('pattern.lastIndex = 0; pattern.test(text)', context, { timeout: PATIENCE_MS });
    } catch {
      return Infinity;
    }
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}

/** The text on which the pattern grows faster than its length; null when there is none among ours. */
function superlinear(pattern: Pattern): string | null {
  for (const pump of PUMPS)
    for (const end of ENDS) {
      const text = (length: number) => pump.repeat(Math.ceil(length / pump.length)) + end;
      if (search(pattern, text(LONG), 1) < FLOOR_MS) continue;
      const long = search(pattern, text(LONG), 8);
      if (long < FLOOR_MS) continue;
      if (long === Infinity || long / search(pattern, text(SHORT), 8) > GROWTH) return JSON.stringify(pump + end);
    }
  return null;
}

describe('patterns', () => {
  const all = patterns();

  it('S-07: are found wherever they stand', () => {
    expect(all.length).toBeGreaterThan(50);
    expect(superlinear({ place: 'planted', source: '^(a+)+$', flags: '' })).not.toBeNull();
    expect(superlinear({ place: 'planted', source: '\\s+$', flags: '' })).not.toBeNull();
    expect(superlinear({ place: 'planted', source: '^a+$', flags: '' })).toBeNull();
  });

  it('S-07: take no more time than the text is long, whatever the text', () => {
    const slow = all.flatMap((pattern) => {
      const pump = OF_NUMBERS.some((file) => pattern.place.startsWith(file)) ? null : superlinear(pattern);
      return pump === null ? [] : [`${pattern.place} /${pattern.source}/ on ${pump}`];
    });
    expect(slow).toEqual([]);
  }, 120_000);
});
