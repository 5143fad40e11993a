import { Inject, Injectable } from '@nestjs/common';
import type { HealthResponse } from '@zit/contracts';
import { Door } from '../database/door';
import { pendingMigrations } from '../database/migrate';
import { fileState } from '../files/file-state';
import { newFileStore } from '../files/new-file-store';
import { SETTINGS, type Settings } from '../http/settings';
import { mailState } from '../mail/mail-state';

/** Deadlines are judged by the API's clock and stored by the database's: further apart than this is not ready. */
const MAX_CLOCK_DIFFERENCE_MS = 250;

type Check = HealthResponse['checks'][number];

/** Can this process serve? Red before it stops, so that the proxy sends people elsewhere first. */
@Injectable()
export class Readiness {
  private stopping = false;

  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  stop(): void {
    this.stopping = true;
  }

  async check(): Promise<HealthResponse> {
    // Files are said, and never red: without them everything else goes on.
    const checks = [
      this.serving(),
      await this.database(),
      await this.migrations(),
      await this.clock(),
      await this.mail(),
      { name: 'files', ok: true, detail: await fileState(newFileStore(this.settings)) },
    ];
    return { status: checks.every((check) => check.ok) ? 'ok' : 'error', checks };
  }

  private serving(): Check {
    return { name: 'serving', ok: !this.stopping, detail: this.stopping ? 'stopping' : null };
  }

  private database(): Promise<Check> {
    return probe('database', async () => {
      await this.door.bare((manager) => manager.query('select 1'));
      return null;
    });
  }

  private migrations(): Promise<Check> {
    return probe('migrations', async () => {
      const pending = await this.door.bare(pendingMigrations);
      return pending.length > 0 ? `${pending.length} pending` : null;
    });
  }

  /** Said, and never red: mails that wait keep nobody from working. The demo's stay in its mailbox. */
  private async mail(): Promise<Check> {
    if (this.settings.mode === 'demo') return { name: 'mail', ok: true, detail: null };
    const { detail } = await probe('mail', () => this.door.gate(mailState));
    return { name: 'mail', ok: true, detail };
  }

  private clock(): Promise<Check> {
    return probe('clock', async () => {
      const before = Date.now();
      const [row] = await this.door.bare((manager) =>
        manager.query<{ now: number }[]>('select (extract(epoch from clock_timestamp()) * 1000)::float8 as now'),
      );
      const after = Date.now();
      const difference = clockDifference(before, row?.now ?? 0, after);
      return difference > MAX_CLOCK_DIFFERENCE_MS ? `${Math.round(difference)} ms apart` : null;
    });
  }
}

/** How far the database's clock lies outside the span in which it was asked, in milliseconds. */
export const clockDifference = (before: number, database: number, after: number): number =>
  Math.max(0, before - database, database - after);

/** A check says what is wrong, or null; a failure of the check itself is a red check, not an error. */
async function probe(name: string, ask: () => Promise<string | null>): Promise<Check> {
  try {
    const detail = await ask();
    return { name, ok: detail === null, detail };
  } catch {
    // Whatever failed: the answer is public, so it names nothing. The log of the part that failed says more.
    return { name, ok: false, detail: 'no answer' };
  }
}
