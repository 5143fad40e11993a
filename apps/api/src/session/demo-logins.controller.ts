import { Controller, Get, Inject } from '@nestjs/common';
import type { DemoLogins } from '@zit/contracts';
import { Door } from '../database/door';
import { notFound } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import { DEMO_LOGINS, type DemoLoginList } from './demo-logins';

@Controller('demo-logins')
export class DemoLoginsController {
  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(DEMO_LOGINS) private readonly logins: DemoLoginList,
  ) {}

  /** Only while the demo metropolis is loaded; otherwise there is no such address. */
  @Get()
  async list(): Promise<DemoLogins> {
    if (this.settings.mode !== 'demo') throw notFound();
    const emails = this.logins.map((login) => login.email);
    const known = await this.door.gate((manager) =>
      manager.query<{ email: string }[]>('select email from person where email = any($1) and left_at is null', [
        emails,
      ]),
    );
    const items = this.logins.filter((login) => known.some((person) => person.email === login.email));
    if (items.length === 0) throw notFound();
    return { items };
  }
}
