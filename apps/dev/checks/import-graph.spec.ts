import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { circles, importGraph, sourcesUnder } from './import-graph.mjs';

const root = resolve(__dirname, '../../..');

it('finds a planted circle, and none where only types go round', () => {
  const place = mkdtempSync(join(tmpdir(), 'zit-circle-'));
  const plant = (name: string, text: string) => writeFileSync(join(place, 'src', name), text);
  mkdirSync(join(place, 'src'));
  writeFileSync(join(place, 'tsconfig.base.json'), '{"compilerOptions":{"paths":{"@zit/c":["./src/c.ts"]}}}');
  plant('a.ts', "import { b } from './b';\nexport const a = b;");
  plant('b.ts', "export * from '@zit/c';\nexport const b = 1;");
  plant('c.ts', "import { a } from './a';\nexport const c = () => a;");
  plant('d.ts', "import { e } from './e';\nexport const d = e;");
  plant('e.ts', "import type { d } from './d';\nexport const e = 1;\nexport type D = typeof d;");
  const found = circles(importGraph(place, sourcesUnder(place)));
  rmSync(place, { recursive: true });
  expect(found).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts', 'src/a.ts']]);
});

it.each(['libs', 'migrations', 'apps'])('no circle of imports under %s', (folder) => {
  const sources = sourcesUnder(join(root, folder));
  expect(sources.length).toBeGreaterThan(3);
  expect(circles(importGraph(root, sources))).toEqual([]);
});
