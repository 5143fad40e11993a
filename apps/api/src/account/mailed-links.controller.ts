import { Body, Controller, HttpCode, Ip, Post, Put } from '@nestjs/common';
import { AskReset, ConfirmEmail, ReadLink, ResetPassword } from '@zit/contracts';
import { EmailService } from './email.service';
import { MailedLinkService } from './mailed-link.service';
import { PasswordResetService } from './password-reset.service';
import { PasswordService } from './password.service';

/** What is done without a session, with a link from a mail. */
@Controller()
export class MailedLinksController {
  constructor(
    private readonly resets: PasswordResetService,
    private readonly passwords: PasswordService,
    private readonly emails: EmailService,
    private readonly links: MailedLinkService,
  ) {}

  /** The same answer for known and unknown addresses. */
  @Post('password-resets')
  @HttpCode(204)
  askReset(@Body() body: AskReset, @Ip() address: string): Promise<void> {
    return this.resets.ask(body.email, address);
  }

  @Post('password-resets/reading')
  @HttpCode(204)
  readReset(@Body() body: ReadLink, @Ip() address: string): Promise<void> {
    return this.links.read(body.token, 'RESET', address);
  }

  @Put('password-resets')
  @HttpCode(204)
  resetPassword(@Body() body: ResetPassword): Promise<void> {
    return this.passwords.reset(body);
  }

  @Post('email-confirmations')
  @HttpCode(204)
  confirmEmail(@Body() body: ConfirmEmail): Promise<void> {
    return this.emails.confirm(body.token);
  }

  @Post('email-confirmations/reading')
  @HttpCode(204)
  readConfirmation(@Body() body: ReadLink, @Ip() address: string): Promise<void> {
    return this.links.read(body.token, 'EMAIL', address);
  }
}
