import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { RENDER_WORKER, type RenderWorker } from '../src/document/render-pool';
import type { TestPortal } from './portal';

const workspace = join(__dirname, '../../..');

/** Bundles the render worker as the real build does and lets the portal use it. Answers how to clean up. */
export async function useRenderWorker(portal: TestPortal): Promise<() => void> {
  // Below node_modules, so that the packages outside the bundle are found from there.
  const folder = mkdtempSync(join(workspace, 'node_modules/.zit-render-worker-'));
  const outfile = join(folder, 'render-worker.mjs');
  await build({
    entryPoints: [join(workspace, 'libs/documents/src/render/worker.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    tsconfig: join(workspace, 'tsconfig.base.json'),
    alias: {
      '@zit/domain': join(workspace, 'libs/domain/src/index.ts'),
      '@zit/words.pl': join(workspace, 'libs/domain/src/words.pl'),
      '@zit/documents': join(workspace, 'libs/documents/src'),
    },
    logLevel: 'warning',
  });
  portal.app.get<RenderWorker>(RENDER_WORKER).file = outfile;
  return () => rmSync(folder, { recursive: true, force: true });
}
