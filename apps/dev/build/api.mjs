// @ts-check
// Bundles the server, the command line and the workers into dist/apps/api. Packages stay outside the bundle.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { forNode, root } from './bundle.mjs';

const outdir = join(root, 'dist/apps/api');

/** Entries that exist; the first candidate of each wins. */
const candidates = {
  main: ['apps/api/src/main.ts'],
  portal: ['apps/api/src/cli/portal.ts'],
  'stability-worker': ['apps/api/src/result/stability-worker.ts'],
  'render-worker': ['apps/api/src/document/render-worker.ts', 'libs/documents/src/render/worker.ts'],
};

const entryPoints = Object.fromEntries(
  Object.entries(candidates).flatMap(([name, files]) => {
    const file = files.map((path) => join(root, path)).find((path) => existsSync(path));
    return file ? [[name, file]] : [];
  }),
);

if (!entryPoints['main']) throw new Error('apps/api/src/main.ts is missing');
const { outputFiles } = await build({
  write: false,
  ...forNode,
  entryPoints,
  outdir,
  chunkNames: 'parts/[name]-[hash]',
}).catch(() => {
  // esbuild has said what is wrong and where; a stack of its own adds nothing.
  process.exit(1);
});

// A portal may be running from this folder: files are replaced one by one, the parts before the entries that name
// them, and parts of earlier builds stay for a day.
const parts = join(outdir, 'parts');
const written = new Set(outputFiles.map(({ path }) => path));
for (const { path, contents } of [...outputFiles].sort((a) => (a.path.startsWith(parts) ? -1 : 1))) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, contents);
  renameSync(`${path}.${process.pid}`, path);
}
const yesterday = Date.now() - 86_400_000;
for (const path of existsSync(parts) ? readdirSync(parts).map((name) => join(parts, name)) : []) {
  if (!written.has(path) && statSync(path).mtimeMs < yesterday) rmSync(path, { force: true });
}
