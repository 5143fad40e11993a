import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { PaperFacts, PaperTask, RenderTask, RenderedDocument } from '@zit/documents/render/worker';
import type { DocumentFacts } from '@zit/domain';
import { Piscina } from 'piscina';
import { busy } from '../http/problem-error';
import { PAPER_STYLESHEET } from './paper-stylesheet';

/** Which file the worker threads run. */
export const RENDER_WORKER = Symbol('RENDER_WORKER');
export interface RenderWorker {
  file: string;
}

// Two threads: a render takes all of a core, and the portal promises to answer beside it on two cores.
const THREADS = 2;
// Beyond this a person would wait longer than it takes to ask again.
const QUEUE = 16;
// The longest budget, 5 000 lines, takes about 13 s on a quiet core; a crowded machine gets time.
const TIMEOUT_MS = 120_000;

/** Renders papers in worker threads, so that the API's own thread goes on answering. */
@Injectable()
export class RenderPool implements OnApplicationShutdown {
  private pool: Piscina<RenderTask | PaperTask, RenderedDocument | Uint8Array | string> | null = null;
  private inside = 0;

  constructor(@Inject(RENDER_WORKER) private readonly worker: RenderWorker) {}

  /** @throws 503 BUSY when the queue is full or the render takes longer than two minutes */
  async render(facts: DocumentFacts): Promise<RenderedDocument> {
    return (await this.run({ facts, stylesheet: PAPER_STYLESHEET })) as RenderedDocument;
  }

  /** A paper that nobody issues: of an offer, of a receipt. @throws 503 BUSY as above */
  async print(paper: PaperFacts, format: PaperTask['format']): Promise<Uint8Array | string> {
    return (await this.run({ paper, format, stylesheet: PAPER_STYLESHEET })) as Uint8Array | string;
  }

  private async run(task: RenderTask | PaperTask): Promise<RenderedDocument | Uint8Array | string> {
    // Counted here: piscina's own bound does not hold while its threads are starting.
    if (this.inside >= THREADS + QUEUE) throw busy(5);
    this.pool ??= new Piscina({
      filename: this.worker.file,
      minThreads: 0,
      maxThreads: THREADS,
      idleTimeout: TIMEOUT_MS,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    this.inside++;
    try {
      return await this.pool.run(task, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') throw busy(5);
      throw error;
    } finally {
      this.inside--;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }
}

/** The worker lies beside the built server, or one folder up when the bundler moved this file into a part. */
export const builtWorker = (): RenderWorker => {
  const places = ['./render-worker.mjs', '../render-worker.mjs'];
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return { file: files.find((file) => existsSync(file)) ?? places.join(', ') };
};
