import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');

/** Attacks that this portal has to stand: identity, requests, browsers, files, logs and the journal. */
const REQUIRED = [...numbers(1, 23), ...numbers(25, 28), ...numbers(30, 36), ...numbers(38, 42)];

interface Row {
  id: string;
  control: string;
  files: string[];
}

const rows: Row[] = [...page.matchAll(/^\| (S-\d\d) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, id = '', control = '', files = '']) => ({
    id,
    control,
    files: [...files.matchAll(/`([^`]+\.spec\.ts)`/g)].map(([, file = '']) => file),
  }),
);

/** Titles of tests: what stands in quotes behind `it`, `test` or `describe`, of each table as well. */
function titlesOf(source: string): string {
  const called = /\b(?:it|test|describe)(?:\.each\b[\s\S]*?)?\(\s*(['"`])((?:(?!\1)[\s\S])*)\1\s*,/g;
  const tabled =
    /\]\)?(?: as const)?\)\(\s*(['"`])((?:(?!\1)[\s\S])*)\1\s*,|\)\)\(\s*(['"`])((?:(?!\3)[\s\S])*)\3\s*,/g;
  return [...source.matchAll(called), ...source.matchAll(tabled)].map((match) => match[2] ?? match[4] ?? '').join('\n');
}

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => `S-${String(from + at).padStart(2, '0')}`);
}

describe('the table of docs/security.md', () => {
  it('has one row for each attack that has to be stood, and no other', () => {
    expect(rows.map(({ id }) => id)).toEqual(REQUIRED);
  });

  it.each(rows.map((row) => [row.id, row] as const))(
    '%s: says a control, and each file tries it by name',
    (id, row) => {
      expect(row.control.trim().length).toBeGreaterThan(10);
      expect(row.files.length).toBeGreaterThan(0);
      const missing = row.files.filter((file) => {
        const path = join(root, file);
        return !existsSync(path) || !new RegExp(`\\b${id}\\b`).test(titlesOf(readFileSync(path, 'utf8')));
      });
      expect(missing).toEqual([]);
    },
  );

  it('does not take a comment for a test', () => {
    expect(titlesOf(`// S-01\nconst S = 'S-02';\nit('S-03: tries', () => {});`)).toBe('S-03: tries');
  });
});
