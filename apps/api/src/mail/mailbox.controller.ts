import { Controller, Get, Inject, Param } from '@nestjs/common';
import type { Mailbox, MailboxItem, MailboxMail } from '@zit/contracts';
import { Door } from '../database/door';
import { IdPipe } from '../http/id-pipe';
import { notFound } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';

interface MailRecord extends Omit<MailboxItem, 'writtenAt'> {
  writtenAt: Date;
}

const COLUMNS = 'id, recipient as "to", subject, written_at as "writtenAt"';

/** The demo's mails, which go nowhere else. A real installation has no such address: there they go to their people. */
@Controller('mailbox')
export class MailboxController {
  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  async list(): Promise<Mailbox> {
    this.onlyInDemo();
    const mails = await this.door.gate((manager) =>
      manager.query<MailRecord[]>(`select ${COLUMNS} from mail order by written_at desc, id limit 100`),
    );
    return { items: mails.map(itemOf) };
  }

  @Get(':id')
  async read(@Param('id', IdPipe) id: string): Promise<MailboxMail> {
    this.onlyInDemo();
    const [mail] = await this.door.gate((manager) =>
      manager.query<(MailRecord & { text: string })[]>(`select ${COLUMNS}, body as text from mail where id = $1`, [id]),
    );
    if (!mail) throw notFound();
    return { ...itemOf(mail), text: mail.text, link: linkIn(mail.text) };
  }

  private onlyInDemo(): void {
    if (this.settings.mode !== 'demo') throw notFound();
  }
}

const itemOf = <T extends MailRecord>({ writtenAt, ...mail }: T) => ({ ...mail, writtenAt: writtenAt.toISOString() });

/** The line that is nothing but a link of ours, as a path: the demo is opened under many addresses. */
const linkIn = (text: string): string | null =>
  /^https?:\/\/[^/\s]+(\/[a-z/-]+(?:#[\w-]{43})?)$/m.exec(text)?.[1] ?? null;
