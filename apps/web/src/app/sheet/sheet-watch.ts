/** How often an open page asks what others wrote: as soon as one notices, and next to nothing to answer. */
export const WATCH_MS = 1_500;
/** Without an answer it asks more and more seldom, at last every half a minute. */
const MOST_SKIPPED = 20;

/** Asks again and again while the tab is in sight, never twice at once. */
export class SheetWatch {
  private asking = false;
  private skip = 0;
  private failures = 0;
  private readonly timer = setInterval(() => void this.tick(), WATCH_MS);

  /** @param ask true: it was answered. */
  constructor(private readonly ask: () => Promise<boolean>) {}

  /** Now, whatever went wrong before. */
  async now(): Promise<void> {
    this.skip = 0;
    await this.tick();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async tick(): Promise<void> {
    if (this.asking || document.visibilityState !== 'visible') return;
    if (this.skip > 0) {
      this.skip -= 1;
      return;
    }
    this.asking = true;
    try {
      this.failures = (await this.ask()) ? 0 : this.failures + 1;
      this.skip = this.failures === 0 ? 0 : Math.min(2 ** this.failures, MOST_SKIPPED);
    } finally {
      this.asking = false;
    }
  }
}
