// @ts-check
// Bundles the server, the command line and the render worker into dist/apps/api. Packages stay outside the bundle.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const outdir = join(root, 'dist/apps/api');

/** Entries that exist; the first candidate of each wins. */
const candidates = {
  main: ['apps/api/src/main.ts'],
  portal: ['apps/api/src/cli/portal.ts'],
  'render-worker': ['apps/api/src/document/render-worker.ts', 'libs/documents/src/render/worker.ts'],
};

const entryPoints = Object.fromEntries(
  Object.entries(candidates).flatMap(([name, files]) => {
    const file = files.map((path) => join(root, path)).find((path) => existsSync(path));
    return file ? [[name, file]] : [];
  }),
);

/** The one path map of the workspace, so that the bundle resolves `@zit/…` exactly as the type check does. */
const { paths } = /** @type {{ paths: Record<string, string[]> }} */ (
  JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')).compilerOptions
);

/** @type {import('esbuild').Plugin} */
const workspacePaths = {
  name: 'workspace-paths',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^@zit\// }, ({ path, resolveDir, kind, pluginData }) => {
      if (pluginData === 'mapped') return undefined;
      for (const [pattern, [target = '']] of Object.entries(paths)) {
        const head = pattern.replace('*', '');
        const matches = pattern.endsWith('*') ? path.startsWith(head) : path === pattern;
        if (!matches) continue;
        const mapped = join(root, target.replace('*', path.slice(head.length)));
        return resolve(mapped, { resolveDir, kind, pluginData: 'mapped' });
      }
      return undefined;
    });
  },
};

/**
 * Nest reads the types of constructor parameters from decorator metadata, which esbuild does not write.
 * @type {import('esbuild').Plugin}
 */
const decoratorMetadata = {
  name: 'decorator-metadata',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2023',
          keepClassNames: true,
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

if (!entryPoints['main']) throw new Error('apps/api/src/main.ts is missing');
const { outputFiles } = await build({
  write: false,
  absWorkingDir: root,
  entryPoints,
  outdir,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'parts/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  sourcemap: 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [workspacePaths, decoratorMetadata],
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
