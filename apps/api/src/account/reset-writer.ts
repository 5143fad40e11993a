import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { SETTINGS, type Settings } from '../http/settings';
import { linkTo } from '../mail/link-to';
import { writeMail } from '../mail/write-mail';
import { issueToken, VALID_MINUTES } from './person-token';

/** Who asked this long ago has asked again, or remembered. */
const STALE_HOURS = 24;

/** Notes that somebody wants a new password, in the transaction of the request; known or not, it is the same row. */
export const askForReset = (manager: EntityManager, email: string): Promise<unknown> =>
  manager.query('insert into reset_request (email) values ($1)', [email]);

/** Works off `reset_request`: one row, its token and its mail in one transaction. Several processes share the rows. */
@Injectable()
export class ResetWriter implements OnModuleDestroy {
  private readonly log = new Logger('password-reset');
  private round: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** At once, behind the answer; what goes wrong stays in the table for the worker's next round. */
  soon(): void {
    this.round = this.round
      .then(() => this.writeDue())
      .catch((error: unknown) => this.log.error(error instanceof Error ? error.message : String(error)));
  }

  /** Resolves when everything asked for so far has been tried. */
  async settled(): Promise<void> {
    await this.round;
  }

  onModuleDestroy(): Promise<void> {
    return this.settled();
  }

  /** @returns requests that were worked off, those of unknown addresses included */
  async writeDue(): Promise<number> {
    let done = 0;
    while (await this.door.gate((manager) => this.writeNext(manager))) done++;
    return done;
  }

  private async writeNext(manager: EntityManager): Promise<boolean> {
    const [[next]] = await manager.query<[{ email: string; stale: boolean }[], number]>(
      `delete from reset_request
       where id = (select id from reset_request order by asked_at, id limit 1 for update skip locked)
       returning email, asked_at < now() - interval '${STALE_HOURS} hours' as stale`,
    );
    if (!next) return false;
    const [person] = await manager.query<{ id: string }[]>(
      'select id from person where email = $1 and left_at is null',
      [next.email],
    );
    if (!person || next.stale) return true;
    const link = linkTo(this.settings, 'nowe-haslo', await issueToken(manager, person.id, 'RESET'));
    await writeMail(manager, { template: 'RESET', to: next.email, link, validMinutes: VALID_MINUTES.RESET });
    return true;
  }
}
