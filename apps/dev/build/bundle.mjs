// @ts-check
// How TypeScript of the workspace becomes programs for Node: bundled, packages outside, decorators with their types.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[/\\]$/, '');

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

/** @satisfies {import('esbuild').BuildOptions} */
export const forNode = {
  absWorkingDir: root,
  outExtension: { '.js': '.mjs' },
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
};
