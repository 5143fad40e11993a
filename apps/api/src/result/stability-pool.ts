import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { RankingCall, Stability } from '@zit/domain';
import { Piscina } from 'piscina';
import { busy } from '../http/problem-error';
import type { StabilityTask } from './stability-worker';

/** Which file the worker threads run. */
export const STABILITY_WORKER = Symbol('STABILITY_WORKER');

const TIMEOUT_MS = 60_000;
const WAITING = 8;
/** Rankings whose answer is kept: it follows from the ranking alone. */
const KEPT = 20;

/** Says how firmly rankings stand, in a thread of its own, so that the API's own goes on answering. */
@Injectable()
export class StabilityPool implements OnApplicationShutdown {
  private pool: Piscina<StabilityTask, Stability> | null = null;
  private inside = 0;
  private readonly known = new Map<string, Stability>();

  constructor(@Inject(STABILITY_WORKER) private readonly worker: { file: string }) {}

  /**
   * @param checked SHA-256 of the ranking: the seed is its first 32 bits, so nobody chooses it and it comes out again
   * @throws 503 BUSY
   */
  async of(call: RankingCall, checked: string): Promise<Stability> {
    const kept = this.known.get(checked);
    if (kept) return kept;
    const found = await this.run({ call, seed: Number.parseInt(checked.slice(0, 8), 16) });
    this.known.set(checked, found);
    const [oldest] = this.known.keys();
    if (this.known.size > KEPT && oldest !== undefined) this.known.delete(oldest);
    return found;
  }

  private async run(task: StabilityTask): Promise<Stability> {
    if (this.inside >= WAITING) throw busy(5);
    this.pool ??= new Piscina({ filename: this.worker.file, minThreads: 0, maxThreads: 1, idleTimeout: TIMEOUT_MS });
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
export const builtStabilityWorker = (): { file: string } => {
  const places = ['./stability-worker.mjs', '../stability-worker.mjs'];
  const files = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return { file: files.find((file) => existsSync(file)) ?? places.join(', ') };
};
