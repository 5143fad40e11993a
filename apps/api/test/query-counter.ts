import type { Logger } from 'typeorm';

/** Counts statements that reach PostgreSQL, transactions' begin and commit among them. */
export class QueryCounter implements Logger {
  private count = 0;

  async during(work: () => Promise<unknown>): Promise<number> {
    const before = this.count;
    await work();
    return this.count - before;
  }

  logQuery(): void {
    this.count++;
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
