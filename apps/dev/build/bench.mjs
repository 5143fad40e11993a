// @ts-check
// Bundles one bench: node apps/dev/build/bench.mjs NAME → dist/bench/NAME.mjs
import { join } from 'node:path';
import { build } from 'esbuild';
import { forNode, root } from './bundle.mjs';

const name = process.argv[2] ?? '';
/** What only this bench needs of the API's insides: a server without walls, one that tells what it does, the journal. */
const beside = {
  rls: ['bench-portal'],
  journal: ['bench-journal'],
  sheet: ['bench-sheet'],
  kill: ['bench-offers'],
  submit: ['bench-offers', 'bench-sheet'],
  ranking: ['bench-ranking'],
  'score-grid': ['bench-score-grid'],
}[name];
await build({
  ...forNode,
  entryPoints: {
    [name]: join(root, 'apps/dev/bench', `${name}.bench.ts`),
    ...Object.fromEntries((beside ?? []).map((one) => [one, join(root, 'apps/api/test', `${one}.ts`)])),
  },
  outdir: join(root, 'dist/bench'),
  chunkNames: 'parts/[name]-[hash]',
}).catch(() => process.exit(1));
