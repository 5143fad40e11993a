import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Door } from '../database/door';
import { SETTINGS, type Settings } from '../http/settings';
import { deliver, DeliveryFault } from './deliver';

const POLL_MS = 5_000;

/** A mail that could not be handed over in five days is left alone; readiness counts it. */
export const TRY_DAYS = 5;

/** Whose text left twice without an answer is not sent a third time: two copies bear the same Message-ID, more annoy. */
export const MOST_COPIES = 2;

interface Claimed {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  writtenAt: Date;
}

/**
 * Sends what stands in the table `mail`. Claiming pushes the next try ahead and commits, so that no transaction
 * is open while another server is slow and a killed process leaves nothing locked.
 */
@Injectable()
export class MailSender implements OnModuleDestroy {
  private readonly log = new Logger('mail');
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<unknown> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Looks every few seconds; without an SMTP server mails wait (the demo reads them in its mailbox). */
  start(): void {
    if (this.settings.smtpUrl === null) {
      if (this.settings.mode === 'real') this.log.warn('SMTP_URL is not set: mails wait');
      return;
    }
    const look = (): void => {
      this.round = this.round.then(() => this.sendDue()).catch((error: unknown) => this.log.error(String(error)));
    };
    look();
    this.timer = setInterval(look, POLL_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    if (this.timer) clearInterval(this.timer);
    await this.round;
  }

  /** Sends until nothing is due; several workers share the mails out by locked rows. */
  async sendDue(): Promise<{ sent: number; faulty: number }> {
    const count = { sent: 0, faulty: 0 };
    const { smtpUrl, mailFrom } = this.settings;
    if (smtpUrl === null || mailFrom === null) return count;
    for (let mail = await this.claim(); mail && !this.stopping; mail = await this.claim()) {
      if (await this.send(mail, smtpUrl, mailFrom)) count.sent++;
      else count.faulty++;
    }
    return count;
  }

  /** The oldest mail that is due, with its next try 1, 2, 4 … 60 minutes ahead. */
  private claim(): Promise<Claimed | undefined> {
    return this.door.worker(async (manager) => {
      const [claimed] = await manager.query<[Claimed[], number]>(
        `update mail set attempts = attempts + 1, send_at = now() + least(60, 2 ^ least(attempts, 6)) * interval '1 minute'
         where id = (select id from mail
                     where sent_at is null and send_at <= now() and copies < ${MOST_COPIES}
                       and written_at > now() - ${TRY_DAYS} * interval '1 day'
                     order by send_at, id limit 1 for update skip locked)
         returning id, recipient, subject, body, written_at as "writtenAt"`,
      );
      return claimed[0];
    });
  }

  private async send(
    { id, recipient, subject, body, writtenAt }: Claimed,
    smtpUrl: string,
    from: string,
  ): Promise<boolean> {
    const mail = { smtpUrl, from, id, recipient, subject, text: body, writtenAt };
    let begun = 0;
    try {
      await deliver(mail, async () => {
        await this.change(id, 'copies = copies + 1');
        begun = 1;
      });
    } catch (error) {
      if (!(error instanceof DeliveryFault)) throw error;
      await this.refused(id, error, begun);
      return false;
    }
    await this.change(id, 'sent_at = now(), last_fault = null');
    return true;
  }

  /** Who answers with a refusal kept no copy; a final refusal (5xx) makes another try useless. */
  private refused(id: string, { message, responseCode }: DeliveryFault, begun: number): Promise<void> {
    return this.change(
      id,
      `last_fault = $2, copies = copies - $3, send_at = case when $4 then 'infinity' else send_at end`,
      [message, responseCode === null ? 0 : begun, responseCode !== null && responseCode >= 500],
    );
  }

  private change(id: string, set: string, more: unknown[] = []): Promise<void> {
    return this.door.worker(async (manager) => {
      await manager.query(`update mail set ${set} where id = $1`, [id, ...more]);
    });
  }
}
