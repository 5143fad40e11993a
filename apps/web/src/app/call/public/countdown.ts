import { Component, computed, DestroyRef, effect, inject, input, output, signal, untracked } from '@angular/core';
import { countdownWords } from '@zit/words.pl/call-page';
import { announcement, remaining } from './remaining';

/** Seconds are told under a day before; further away nobody counts them, and a quiet page is easier to read. */
const TELLS_SECONDS_MS = 24 * 3_600_000;

/** How long a page that has counted to the end waits for the server to agree. */
const ASKS_AGAIN_MS = 5_000;

/**
 * What is left until a deadline, by the server's clock. The figures are silent for screen readers; sparse sentences are
 * read out instead. Who asked for less motion sees minutes only.
 */
@Component({
  selector: 'zit-countdown',
  template: `
    <span role="timer" aria-live="off">{{ text() }}</span>
    <span class="visually-hidden" role="status">{{ said() }}</span>
  `,
  styles: `
    :host {
      font-variant-numeric: tabular-nums lining-nums;
    }
  `,
})
export class Countdown {
  /** The deadline, an instant. */
  readonly until = input.required<string>();
  /** Milliseconds by which the server's clock is ahead of the browser's. */
  readonly ahead = input(0);
  /** The deadline has gone by; said again every few seconds while it still stands. */
  readonly passed = output();

  private readonly now = signal(Date.now());
  private readonly left = computed(() => Date.parse(this.until()) - (this.now() + this.ahead()));
  private readonly still = typeof matchMedia !== 'undefined' && matchMedia('(prefers-reduced-motion: reduce)').matches;
  protected readonly text = computed(() => {
    const left = this.left();
    return countdownWords.left(remaining(left), left < TELLS_SECONDS_MS && !this.still);
  });
  protected readonly said = signal('');

  constructor() {
    const ticking = setInterval(() => this.now.set(Date.now()), 1_000);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
    let before: number | null = null;
    let told = -Infinity;
    effect(() => {
      const [left, now] = [this.left(), this.now()];
      const threshold = before === null ? null : announcement(before, left);
      before = left;
      if (threshold !== null) untracked(() => this.said.set(countdownWords.announced(threshold)));
      // The server decides: as long as it holds on to the deadline it is asked again.
      if (left >= 0 || now - told < ASKS_AGAIN_MS) return;
      told = now;
      untracked(() => this.passed.emit());
    });
  }
}
