import { Body, Controller, Get, HttpCode, Patch, Put, Req, Res } from '@nestjs/common';
import { ChangeAccount, ChangeEmail, ChangePassword, type AccountResponse } from '@zit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Who, type SignedIn } from '../http/signed-in';
import { AccountService } from './account.service';
import { EmailService } from './email.service';
import { PasswordService } from './password.service';

@Controller('account')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly passwords: PasswordService,
    private readonly emails: EmailService,
  ) {}

  @Get()
  read(@Who() who: SignedIn): Promise<AccountResponse> {
    return this.accounts.read(who);
  }

  @Patch()
  change(@Who() who: SignedIn, @Body() body: ChangeAccount): Promise<AccountResponse> {
    return this.accounts.change(who, body);
  }

  @Put('password')
  @HttpCode(204)
  changePassword(
    @Who() who: SignedIn,
    @Body() body: ChangePassword,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.passwords.change(who, body, request, reply);
  }

  @Put('email')
  @HttpCode(204)
  changeEmail(@Who() who: SignedIn, @Body() body: ChangeEmail): Promise<void> {
    return this.emails.ask(who, body.email);
  }
}
