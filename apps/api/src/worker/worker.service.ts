import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ResetWriter } from '../account/reset-writer';
import { Door } from '../database/door';
import { SETTINGS, type Settings } from '../http/settings';
import { MailSender } from '../mail/mail-sender';
import { chores, type Chore } from './chores';

const TICK_MS = 60_000;

/** Does the chores that are due. Several workers may run: a lock and the time of the last run share them out. */
@Injectable()
export class WorkerService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('worker');
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly mails: MailSender,
    private readonly resets: ResetWriter,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.worker === 'inline') this.start();
  }

  start(): void {
    this.mails.start();
    this.round = this.tick();
    this.timer = setInterval(() => {
      this.round = this.round.then(() => this.tick());
    }, TICK_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.round;
  }

  /** One round over all chores; a chore that fails is told to the log and tried again in the next round. */
  async tick(): Promise<void> {
    // Left behind by a process that ended; the gate's door, because chores may not make tokens.
    await this.tried('write-resets', () => this.resets.writeDue());
    for (const chore of chores)
      await this.tried(chore.name, async () => {
        const result = await this.doIfDue(chore);
        if (result && result.faulty > 0) this.log.error(`${chore.name}: ${JSON.stringify(result)}`);
      });
  }

  private async tried(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.error(`${name} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** What came of it; null when another worker is at it or it is not due yet. */
  doIfDue(chore: Chore): Promise<Awaited<ReturnType<Chore['run']>> | null> {
    return this.door.worker(async (manager) => {
      const [mine] = await manager.query<{ locked: boolean }[]>(
        'select pg_try_advisory_xact_lock(hashtext($1)) as locked',
        [`zit-portal chore ${chore.name}`],
      );
      if (!mine?.locked) return null;
      const [done] = await manager.query<{ recently: boolean }[]>(
        `select done_at > now() - $2 * interval '1 minute' as recently from chore where name = $1`,
        [chore.name, chore.everyMinutes],
      );
      if (done?.recently) return null;
      const result = await chore.run(manager, this.settings);
      await manager.query(
        `insert into chore (name, done_at, result) values ($1, now(), $2)
         on conflict (name) do update set done_at = excluded.done_at, result = excluded.result`,
        [chore.name, JSON.stringify(result)],
      );
      return result;
    });
  }
}
