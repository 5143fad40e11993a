import type { Logger } from 'typeorm';

/** What opens and closes a transaction: every request has it, and it says nothing about how a query grows. */
const AROUND = /^(START TRANSACTION|COMMIT|ROLLBACK)/;

/** Counts statements that reach PostgreSQL, the door's begin and commit not among them. */
export class QueryCounter implements Logger {
  private count = 0;

  async during(work: () => Promise<unknown>): Promise<number> {
    const before = this.count;
    await work();
    return this.count - before;
  }

  logQuery(query: string): void {
    if (!AROUND.test(query)) this.count++;
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
