import { Body, Controller, Get, Inject, Logger, Post, Req, Res } from '@nestjs/common';
import { DemoSignIn, type DemoLogins, type SessionResponse } from '@zit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Door } from '../database/door';
import { totpCode } from '../factor/one-time-code';
import { unseal } from '../factor/secret-box';
import { notFound } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import { DEMO_LOGINS, type DemoLoginList } from './demo-logins';
import { SessionService } from './session.service';

interface DemoPerson {
  id: string;
  email: string;
  totp: string | null;
}

/** Only while the demo metropolis is loaded; in a real installation there are no such addresses. */
@Controller()
export class DemoController {
  private readonly log = new Logger('demo');

  constructor(
    private readonly door: Door,
    private readonly sessions: SessionService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(DEMO_LOGINS) private readonly logins: DemoLoginList,
  ) {}

  /** Who can be tried out, with the code of this moment where a role demands a second factor. */
  @Get('demo-logins')
  async list(): Promise<DemoLogins> {
    const people = await this.people(this.logins.map((login) => login.email));
    const items = this.logins.flatMap((login) => {
      const person = people.find(({ email }) => email === login.email);
      return person ? { ...login, code: this.codeOf(person) } : [];
    });
    if (items.length === 0) throw notFound();
    return { items };
  }

  /** One click: password and second factor count as shown. */
  @Post('demo-session')
  async signIn(
    @Body() { email }: DemoSignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const listed = this.logins.filter((login) => login.email === email.trim().toLowerCase());
    const [person] = await this.people(listed.map((login) => login.email));
    if (!person) throw notFound();
    await this.sessions.beginFor(person.id, 'FULL', request, reply);
    return this.sessions.answer(await this.sessions.signedIn(request));
  }

  private people(emails: readonly string[]): Promise<DemoPerson[]> {
    if (this.settings.mode !== 'demo') throw notFound();
    return this.door.gate((manager) =>
      manager.query<DemoPerson[]>(
        `select p.id, p.email, t.secret as totp from person p left join totp t on t.person_id = p.id
         where p.email = any($1) and p.left_at is null`,
        [emails],
      ),
    );
  }

  /** Null also where the secret was sealed with another key than today's: the one click still signs in. */
  private codeOf({ id, totp }: DemoPerson): string | null {
    const { secretKey } = this.settings;
    if (totp === null || secretKey === null) return null;
    try {
      return totpCode(unseal(secretKey, id, totp), Date.now());
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.log.warn(`no one-time code: SECRET_KEY is not the one of the seed, plant the demo anew (${why})`);
      return null;
    }
  }
}
