/**
 * Lets one piece of work at a time pass under each key, in the order of asking, and no more than `most` wait in all.
 * Only within this process: across processes the counter in the database decides.
 */
export class Turns {
  private readonly tails = new Map<string, Promise<unknown>>();
  private waiting = 0;

  constructor(private readonly most: number) {}

  /** Null when too many wait already; nothing was done then. */
  take<T>(key: string, work: () => Promise<T>): Promise<T> | null {
    if (this.waiting >= this.most) return null;
    this.waiting += 1;
    const before = this.tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work).finally(() => {
      this.waiting -= 1;
      if (this.tails.get(key) === settled) this.tails.delete(key);
    });
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    this.tails.set(key, settled);
    return mine;
  }
}
