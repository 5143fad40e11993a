import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { TimeoutError } from 'rxjs';
import { UnsavedWork } from '../../shell/unsaved-work';
import { ProblemError } from '../../ui/problem';

/** Why an attempt came to nothing though the next one may succeed. */
export type Hindrance = 'OFFLINE' | 'BUSY';

/** Between attempts, in seconds, when the server does not say; the last one repeats. */
const PAUSES_S = [1, 2, 4, 8, 15] as const;
/** A server that asks for a longer pause is asked again after this all the same, in seconds: a deadline may be near. */
const LONGEST_S = 60;
const BUSY = [429, 502, 503, 504];

/**
 * One act that has to arrive: what the line or a busy server swallowed is sent again, with the same key, until there
 * is an answer. A second start while the first is on its way does nothing. Provide it with the page.
 */
@Injectable()
export class Sending {
  readonly busy = signal(false);
  /** The last attempt failed for this reason; null: none has, or one is on its way. */
  readonly hindered = signal<Hindrance | null>(null);
  /** Seconds until the next attempt. */
  readonly pause = signal(0);
  readonly tries = signal(0);
  readonly waiting = computed(() => this.hindered() !== null);
  private wake: () => void = () => undefined;
  private gone = false;

  constructor() {
    const release = inject(UnsavedWork).hold(this.busy);
    const online = () => this.now();
    addEventListener('online', online);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', online);
      release();
      this.gone = true;
      this.wake();
    });
  }

  /**
   * The answer of the first attempt that got one; null when another is on its way already, or the page went away.
   * @throws what no further attempt would change.
   */
  async send<T>(attempt: () => Promise<T>): Promise<T | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    this.tries.set(0);
    try {
      while (!this.gone) {
        this.tries.update((tries) => tries + 1);
        try {
          return await attempt();
        } catch (thrown) {
          const hindrance = hindranceOf(thrown);
          if (!hindrance) throw thrown;
          await this.rest(hindrance, thrown);
        }
      }
      return null;
    } finally {
      this.busy.set(false);
      this.hindered.set(null);
    }
  }

  /** The next attempt at once. */
  now(): void {
    this.wake();
  }

  private async rest(hindrance: Hindrance, thrown: unknown): Promise<void> {
    const asked = thrown instanceof ProblemError ? thrown.retryAfter : null;
    const usual = PAUSES_S[Math.min(this.tries(), PAUSES_S.length) - 1] ?? 1;
    this.pause.set(Math.min(Math.max(asked ?? usual, 1), LONGEST_S));
    this.hindered.set(hindrance);
    await new Promise<void>((done) => {
      const ticking = setInterval(() => {
        this.pause.update((seconds) => seconds - 1);
        if (this.pause() <= 0) this.wake();
      }, 1_000);
      this.wake = () => {
        clearInterval(ticking);
        done();
      };
    });
    this.wake = () => undefined;
    this.hindered.set(null);
  }
}

function hindranceOf(thrown: unknown): Hindrance | null {
  if (thrown instanceof TimeoutError) return 'OFFLINE';
  if (!(thrown instanceof ProblemError)) return null;
  if (thrown.problem.status === 0) return 'OFFLINE';
  return BUSY.includes(thrown.problem.status) ? 'BUSY' : null;
}
