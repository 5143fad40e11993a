/** How often an open page asks what others wrote: as soon as one notices, and next to nothing to answer. */
export const WATCH_MS = 1_500;
/** Without an answer it asks more and more seldom, at last every half a minute. */
const MOST_SKIPPED = 20;

export interface SheetWatchPort {
  /** Asks what is new; true: it was answered. */
  look(): Promise<boolean>;
  /** The network or the person is back. */
  wake(): void;
}

/** Asks again and again while the tab is in sight, never twice at once. */
export class SheetWatch {
  private asking = false;
  private skip = 0;
  private failures = 0;
  private readonly timer = setInterval(() => void this.tick(), WATCH_MS);
  private readonly wake = () => {
    if (document.visibilityState !== 'visible') return;
    this.port.wake();
    void this.now();
  };

  constructor(private readonly port: SheetWatchPort) {
    addEventListener('online', this.wake);
    document.addEventListener('visibilitychange', this.wake);
  }

  /** Now, whatever went wrong before. */
  async now(): Promise<void> {
    this.skip = 0;
    await this.tick();
  }

  stop(): void {
    clearInterval(this.timer);
    removeEventListener('online', this.wake);
    document.removeEventListener('visibilitychange', this.wake);
  }

  private async tick(): Promise<void> {
    if (this.asking || document.visibilityState !== 'visible') return;
    if (this.skip > 0) {
      this.skip -= 1;
      return;
    }
    this.asking = true;
    try {
      this.failures = (await this.port.look()) ? 0 : this.failures + 1;
      this.skip = this.failures === 0 ? 0 : Math.min(2 ** this.failures, MOST_SKIPPED);
    } finally {
      this.asking = false;
    }
  }
}
