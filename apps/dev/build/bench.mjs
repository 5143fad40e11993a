// @ts-check
// Bundles one bench: node apps/dev/build/bench.mjs NAME → dist/bench/NAME.mjs
import { join } from 'node:path';
import { build } from 'esbuild';
import { forNode, root } from './bundle.mjs';

const name = process.argv[2] ?? '';
await build({
  ...forNode,
  entryPoints: { [name]: join(root, 'apps/dev/bench', `${name}.bench.ts`) },
  outdir: join(root, 'dist/bench'),
  chunkNames: 'parts/[name]-[hash]',
}).catch(() => process.exit(1));
